using Prover.Bench.Provers;

namespace Prover.Bench.Runs;

/// <summary>Counts how far a run is, for display.</summary>
internal sealed class RunTally(TimeProvider time, IProgress<RunProgress>? progress)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Counts> _problems = [];
    private Counts _all;
    private RunPhase _phase;
    private int _total;
    private int? _before;
    private long _began;

    /// <summary>Begins a part of the run.</summary>
    public void Begin(RunPhase phase, int total)
    {
        lock (_gate)
        {
            (_phase, _total, _before, _began, _all) = (phase, total, null, time.GetTimestamp(), default);
            _problems.Clear();
        }
    }

    /// <summary>What the records say of a problem.</summary>
    public void Set(string problem, IReadOnlyCollection<SampleRecord> samples) => Set(problem, samples.Aggregate(default(Counts), (sum, s) => sum.With(s.Attempt)));

    /// <summary>A statement was examined, now or earlier.</summary>
    public void SetChecked(string problem) => Set(problem, default(Counts) with { Done = 1 });

    /// <summary>One more sample is on record.</summary>
    public void Add(SampleRecord sample)
    {
        lock (_gate)
        {
            Set(sample.Problem, _problems.GetValueOrDefault(sample.Problem).With(sample.Attempt));
        }

        Tell($"{sample.Problem} #{sample.Sample + 1}: {Words(sample.Attempt)}");
    }

    /// <summary>Tells how far things are.</summary>
    /// <param name="last">What has just ended; null when nothing has.</param>
    /// <param name="isWaiting">Whether there is nothing to do but to wait for other processes.</param>
    public void Tell(string? last, bool isWaiting = false)
    {
        lock (_gate)
        {
            // What was there before this process came says nothing about the rate.
            _before ??= last is null ? _all.Done : _all.Done - 1;
            var minutes = time.GetElapsedTime(_began).TotalMinutes;
            double? rate = _all.Done > _before && minutes > 0 ? (_all.Done - _before) / minutes : null;
            progress?.Report(new RunProgress(isWaiting ? RunPhase.Waiting : _phase, _all.Done, _total)
            {
                Solved = _all.Solved,
                PerMinute = rate,
                Remaining = rate is { } r ? TimeSpan.FromMinutes((_total - _all.Done) / r) : null,
                Tokens = _all.Tokens,
                Cost = _all.Cost,
                Last = last,
            });
        }
    }

    private void Set(string problem, Counts counts)
    {
        lock (_gate)
        {
            _all = _all.Plus(counts, 1).Plus(_problems.GetValueOrDefault(problem), -1);
            _problems[problem] = counts;
        }
    }

    private static string Words(Attempt attempt) => attempt.Outcome switch
    {
        SampleOutcome.Proved => $"proved in {attempt.Seconds:0.0} s by {attempt.Origin}",
        SampleOutcome.Refuted => $"refuted in {attempt.Seconds:0.0} s by {attempt.Origin}",
        SampleOutcome.NotProved => $"not proved, {attempt.Seconds:0.0} s: {attempt.Reason}",
        SampleOutcome.TimedOut => $"timed out, {attempt.Seconds:0.0} s: {attempt.Reason}",
        _ => $"failed, {attempt.Seconds:0.0} s: {attempt.Reason}",
    };

    private readonly record struct Counts(int Done, int Solved, long Tokens, decimal Cost)
    {
        public Counts With(Attempt attempt) => new(
            Done + 1,
            attempt.Outcome == SampleOutcome.Proved ? 1 : Solved,
            Tokens + attempt.InputTokens + attempt.OutputTokens,
            Cost + attempt.Cost);

        public Counts Plus(Counts other, int times) => new(
            Done + (times * other.Done), Solved + (times * other.Solved), Tokens + (times * other.Tokens), Cost + (times * other.Cost));
    }
}
