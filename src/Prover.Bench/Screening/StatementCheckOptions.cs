using Prover.Core.Verification;

namespace Prover.Bench.Screening;

/// <summary>What may be spent on one statement. Counts come first, since they give the same answer on every machine; the clock is the last resort.</summary>
public sealed record StatementCheckOptions
{
    /// <summary>The grade at which evidence is verified. Default: the strongest.</summary>
    public Grade Grade { get; init; } = Verifier.StrongestGrade;

    /// <summary>Candidates that each of the two searches checks at most. Default 24.</summary>
    public int MaxCandidates { get; init; } = 24;

    /// <summary>The same for a contradiction where values were found at which the hypotheses seem to hold. Default 6.</summary>
    public int MaxUnlikelyCandidates { get; init; } = 6;

    /// <summary>Heartbeats (thousands) of one candidate at most. Default 60,000: a second or two.</summary>
    public int MaxHeartbeats { get; init; } = 60_000;

    /// <summary>Wall-clock time of each of the two searches. Default 20 s: most end by themselves within a few seconds, and to verify evidence
    /// that Lean has to compute takes its time.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Wall-clock time of one check of a candidate. Default 10 s.</summary>
    public TimeSpan CandidateTimeLimit { get; init; } = TimeSpan.FromSeconds(10);
}
