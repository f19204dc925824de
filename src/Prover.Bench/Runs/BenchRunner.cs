using System.Collections.Concurrent;
using Prover.Bench.Data;
using Prover.Bench.Profiles;
using Prover.Bench.Provers;
using Prover.Bench.Screening;

namespace Prover.Bench.Runs;

/// <summary>One process's part in a run: examines statements, then asks the prover, until everything is on record, whoever did it.</summary>
/// <remarks>It may end at any moment, by a kill too: what is recorded stays, and the same run goes on with what is missing. A sample that was under
/// way is drawn again from its own seed.</remarks>
/// <param name="folder">The run.</param>
/// <param name="data">The problems.</param>
/// <param name="profile">How they are put before Lean.</param>
/// <param name="check">Examines statements.</param>
/// <param name="prover">The prover under test.</param>
/// <param name="options">How to take part.</param>
/// <param name="progress">Told of everything that ends.</param>
/// <param name="time">The clock.</param>
public sealed class BenchRunner(
    RunFolder folder,
    DataSet data,
    Profile profile,
    IStatementCheck check,
    IBenchProver prover,
    RunOptions? options = null,
    IProgress<RunProgress>? progress = null,
    TimeProvider? time = null)
{
    private readonly RunOptions _options = options ?? new RunOptions();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly RunTally _tally = new(time ?? TimeProvider.System, progress);
    private readonly ConcurrentDictionary<(RunPhase, string, int), bool> _done = new();
    private int _failuresInARow;

    /// <summary>Takes part until the run is complete.</summary>
    /// <returns>The whole run as recorded.</returns>
    /// <exception cref="RunException">The machinery fails again and again, or the folder's files are damaged.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; everything that had ended is on record.</exception>
    public async Task<BenchRun> RunAsync(CancellationToken cancellationToken = default)
    {
        var work = new SharedWork(folder, _options, _time);
        using var session = new RunSession(folder, _options.Parallelism, _time);
        var phase = RunPhase.Checking;
        try
        {
            await session.NoteAsync(phase).ConfigureAwait(false);
            _tally.Begin(phase, folder.Problems.Count);
            await work.RunAsync(folder.Problems, UncheckedAsync, CheckAsync, Wait, cancellationToken).ConfigureAwait(false);
            await session.NoteAsync(phase).ConfigureAwait(false);

            phase = RunPhase.Proving;
            var asked = new List<BenchProblem>();
            foreach (var problem in folder.Problems)
            {
                if (await folder.ReadCheckAsync(problem.Name, cancellationToken).ConfigureAwait(false) is { IsAsked: true })
                {
                    asked.Add(problem);
                }
            }

            _failuresInARow = 0;
            _tally.Begin(phase, asked.Count * folder.Settings.Samples);
            await work.RunAsync(asked, MissingAsync, ProveAsync, Wait, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await session.NoteAsync(phase, isEnded: true).ConfigureAwait(false);
        }

        return await RunFolder.ReadAsync(folder.Path, cancellationToken).ConfigureAwait(false);

        async Task CheckAsync(BenchProblem problem, int piece, RunClaim claim, CancellationToken token)
        {
            var found = await check.CheckAsync(problem, profile.StatementOf(problem), token).ConfigureAwait(false);
            found = found with { KnownFault = data.KnownFaults.FirstOrDefault(f => f.Name == problem.Name)?.Reason };
            await claim.WriteCheckAsync(found).ConfigureAwait(false);
            _done[(RunPhase.Checking, problem.Name, piece)] = true;
            await session.NoteAsync(RunPhase.Checking).ConfigureAwait(false);
            _tally.SetChecked(problem.Name);
            _tally.Tell($"{problem.Name}: {found.Status}{(found.Reason is { } reason ? $", {reason}" : string.Empty)}");
            Watch(found.Status == StatementStatus.Unknown, found.Reason);
        }

        async Task ProveAsync(BenchProblem problem, int sample, RunClaim claim, CancellationToken token)
        {
            var seed = SampleSeed.Of(folder.Settings.Seed, problem.Name, sample);
            var attempt = await prover.AttemptAsync(problem, profile.StatementOf(problem), seed, token).ConfigureAwait(false);
            var record = new SampleRecord(problem.Name, sample, seed, attempt, session.Id, _time.GetUtcNow());
            await claim.AddAsync(record).ConfigureAwait(false);
            _done[(RunPhase.Proving, problem.Name, sample)] = true;
            await session.NoteAsync(RunPhase.Proving).ConfigureAwait(false);
            _tally.Add(record);
            Watch(attempt.Outcome == SampleOutcome.Infrastructure, attempt.Reason);
        }
    }

    private void Wait() => _tally.Tell(null, isWaiting: true);

    private async Task<IReadOnlyList<int>> UncheckedAsync(BenchProblem problem, CancellationToken cancellationToken)
    {
        var found = await folder.ReadCheckAsync(problem.Name, cancellationToken).ConfigureAwait(false);
        if (found is null || (found.Status == StatementStatus.Unknown && MayRetry(RunPhase.Checking, problem.Name, 0)))
        {
            return [0];
        }

        _tally.SetChecked(problem.Name);
        return [];
    }

    private async Task<IReadOnlyList<int>> MissingAsync(BenchProblem problem, CancellationToken cancellationToken)
    {
        var samples = await folder.ReadSamplesAsync(problem.Name, cancellationToken).ConfigureAwait(false);
        var kept = samples
            .Where(s => s.Sample < folder.Settings.Samples)
            .Where(s => s.Attempt.Outcome != SampleOutcome.Infrastructure || !MayRetry(RunPhase.Proving, problem.Name, s.Sample))
            .ToList();
        _tally.Set(problem.Name, kept);
        return [.. Enumerable.Range(0, folder.Settings.Samples).Except(kept.Select(s => s.Sample))];
    }

    // Once in a process: what fails again would fail for ever.
    private bool MayRetry(RunPhase phase, string problem, int piece) => _options.RetryFailures && !_done.ContainsKey((phase, problem, piece));

    private void Watch(bool failed, string? reason)
    {
        if (!failed)
        {
            Interlocked.Exchange(ref _failuresInARow, 0);
        }
        else if (Interlocked.Increment(ref _failuresInARow) >= _options.MaxFailuresInARow)
        {
            throw new RunException(
                $"The machinery failed {_options.MaxFailuresInARow} times in a row, the last time so: {reason} Nothing is lost: mend it, and run the same command with --retry-failures.");
        }
    }
}
