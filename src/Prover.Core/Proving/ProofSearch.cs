using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Prover.Core.Checking;
using Prover.Core.Memory;
using Prover.Core.Models;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Streams candidates of a sampler through real Lean, several at a time; the first verified one wins and ends the rest.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="verifier">Has the last word on a winner.</param>
/// <param name="sampler">Proposes.</param>
/// <param name="store">Keeps problems, attempts and proofs; null keeps nothing.</param>
/// <param name="time">The clock.</param>
public sealed class ProofSearch(
    ILeanChecker checker, Verifier verifier, IProofSampler sampler, IProofStore? store = null, TimeProvider? time = null) : IProofSearch
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc />
    public async IAsyncEnumerable<ProveEvent> ProveAsync(
        ProveRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var statement = request.Statement ?? throw new ArgumentException("There is no statement to prove.", nameof(request));
        var events = Channel.CreateUnbounded<ProveEvent>(new UnboundedChannelOptions { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = RunAsync(request, statement, events.Writer, stop.Token);
        try
        {
            // Not cancelled from outside: a cancelled search still ends with its last event.
            await foreach (var happened in events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return happened;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await run.ConfigureAwait(false);
        }
    }

    private async Task RunAsync(ProveRequest request, string statement, ChannelWriter<ProveEvent> events, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        void Tell(ProveEvent happened) => events.TryWrite(happened with { At = _time.GetElapsedTime(started) });
        try
        {
            var result = await SearchAsync(request, statement, Tell, cancellationToken).ConfigureAwait(false);
            Tell(new ProveEvent.Finished(result with { Verdict = result.Verdict with { Elapsed = _time.GetElapsedTime(started) } }));
            events.Complete();
        }
        catch (Exception e)
        {
            events.Complete(e);
        }
    }

    private async Task<ProveResult> SearchAsync(ProveRequest request, string asked, Action<ProveEvent> tell, CancellationToken cancellationToken)
    {
        var kept = request.UseStore ? store : null;
        var parsed = TheoremStatement.Parse(asked);
        var problemId = ContentKey.Hash(parsed.Head);
        if (kept is not null
            && await new ProofRecall(kept, verifier).FindAsync(parsed, problemId, request, cancellationToken).ConfigureAwait(false) is { } recalled)
        {
            tell(new ProveEvent.Started(recalled.Verdict.Theorem!, recalled.Verdict.Statement!, null));
            return recalled;
        }

        // The statement has a process of its own: another for the candidates can get ready meanwhile.
        _ = checker.WarmUpAsync(parsed.Head, cancellationToken);
        var (statement, failure) = await verifier.Statements.CompileAsync(asked, null, cancellationToken).ConfigureAwait(false);
        if (statement is null)
        {
            return new ProveResult { Verdict = Judge.Unknown(failure!) };
        }

        tell(new ProveEvent.Started(statement.Facts.Name, statement.Facts.Type, statement.Goal));
        if (kept is not null)
        {
            await kept.SaveProblemAsync(
                new StoredProblem(problemId, statement.Facts.Name, parsed.Head, _time.GetUtcNow()), CancellationToken.None).ConfigureAwait(false);
        }

        var trial = new CandidateTrial(checker, verifier, request, statement, problemId);
        return await CompeteAsync(request, trial, new AttemptLog(kept, problemId, _time), tell, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ProveResult> CompeteAsync(
        ProveRequest request, CandidateTrial trial, AttemptLog log, Action<ProveEvent> tell, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(request.Budget.TimeLimit, _time);
        using var meter = new CheckMeter(request.Budget.ProcessorTimeLimit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, meter.Exhausted, cancellationToken);
        var started = _time.GetTimestamp();
        var finished = Channel.CreateUnbounded<FinishedCandidate>();
        var run = new SamplingRun
        {
            Meter = meter,
            TimeLeft = () => Least(request.Budget.TimeLimit - _time.GetElapsedTime(started), meter.Left),
            Options = request.Sampling,
            Models = new ModelSession(new TokenBudget(request.Budget.MaxTokens), new ModelListener(what => tell(new ProveEvent.Model(what)))),
            Finished = finished.Reader,
        };
        var stream = new CandidateStream(sampler, request.Budget, dropped => finished.Writer.TryWrite(new FinishedCandidate(dropped, null, string.Empty)));
        var tally = new SearchTally();
        ProveResult? winner = null;
        try
        {
            await Parallel.ForEachAsync(
                stream.ReadAsync(trial.Problem, run, stop.Token),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = request.Budget.Parallelism ?? checker.Parallelism,
                    CancellationToken = stop.Token,
                },
                async (numbered, token) =>
                {
                    var (number, candidate) = numbered;
                    tell(new ProveEvent.CandidateStarted(number, candidate));
                    var (verdict, text, cost) = await trial.TryAsync(candidate, meter, token).ConfigureAwait(false);
                    tally.Add(verdict);
                    tell(new ProveEvent.CandidateFinished(number, candidate, verdict));
                    finished.Writer.TryWrite(new FinishedCandidate(candidate, verdict, text));
                    await log.AddAsync(candidate, verdict).ConfigureAwait(false);
                    if (verdict.Kind is VerdictKind.Proved or VerdictKind.Refuted)
                    {
                        var won = new ProveResult
                        {
                            Verdict = verdict,
                            Proof = text,
                            Origin = candidate.Origin,
                            Steps = candidate.Steps is [] ? WholeStep.Of(trial.Problem.Goal, candidate) : candidate.Steps,
                            ProofTime = cost,
                            End = SearchEnd.Won,
                        };
                        Interlocked.CompareExchange(ref winner, won, null);
                        await stop.CancelAsync().ConfigureAwait(false);
                    }
                }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // A winner, the budget or the caller ended it: told apart below.
        }

        await log.FlushAsync().ConfigureAwait(false);

        // Asked once: the verdict and the end must tell the same story, also when the caller cancels at this very moment.
        var isCancelled = cancellationToken.IsCancellationRequested;
        var result = winner ?? new ProveResult
        {
            Verdict = isCancelled ? Judge.Unknown(new CheckOutcome.Cancelled()) : tally.WithoutWinner(stream.EndedBecause),
            End = isCancelled ? SearchEnd.Cancelled : clock.IsCancellationRequested || meter.Exhausted.IsCancellationRequested ? SearchEnd.TimeSpent : stream.End,
        };
        return result with
        {
            Samples = tally.Samples,
            TimedOut = tally.TimedOut + run.Checks.TimedOut,
            Failed = tally.Failed + run.Checks.Failed,
            StuckGoals = winner is null ? run.Stuck.All : [],
            CheckTime = meter.Spent,
            Usage = run.Models.Usage,
        };
    }

    private static TimeSpan Least(TimeSpan clock, TimeSpan? processor) => processor is { } left && left < clock ? left : clock;
}
