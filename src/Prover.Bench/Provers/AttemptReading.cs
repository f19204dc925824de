using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Bench.Provers;

/// <summary>Says what a search's end counts as. "Not proved" is said only where Lean turned down everything that was proposed and nothing was
/// missing; whatever a clock or the machinery may have kept from being found stays open.</summary>
internal static class AttemptReading
{
    /// <summary>The attempt that a search made.</summary>
    /// <param name="result">How the search ended.</param>
    /// <param name="modelFailures">Requests to models that failed for good, in words.</param>
    public static Attempt Of(ProveResult result, IReadOnlyList<string> modelFailures)
    {
        var outcome = Outcome(result, modelFailures.Count);
        var isVerified = outcome is SampleOutcome.Proved or SampleOutcome.Refuted;
        return new Attempt(outcome)
        {
            Reason = outcome == SampleOutcome.Proved ? null : Reason(result, modelFailures),
            Proof = isVerified ? result.Proof : null,
            Origin = isVerified ? result.Origin : null,
            Grade = isVerified ? result.Verdict.Grade : null,
            Axioms = isVerified ? result.Verdict.Axioms : [],
            Steps = outcome == SampleOutcome.Proved ? result.Steps : [],
            StuckGoals = result.StuckGoals is [] ? null : result.StuckGoals,
            Candidates = result.Samples,
            CandidatesTimedOut = result.TimedOut,
            Failures = result.Failed + modelFailures.Count,
            CheckSeconds = result.CheckTime.TotalSeconds,
            ProofSeconds = result.ProofTime?.TotalSeconds,
            InputTokens = result.Usage.InputTokens,
            OutputTokens = result.Usage.OutputTokens,
            Cost = result.Usage.Cost,
        };
    }

    private static SampleOutcome Outcome(ProveResult result, int modelFailures) => result.Verdict.Kind switch
    {
        VerdictKind.Proved => SampleOutcome.Proved,
        VerdictKind.Refuted => SampleOutcome.Refuted,
        VerdictKind.NotProved or VerdictKind.TimedOut when result.Failed + modelFailures > 0 => SampleOutcome.Infrastructure,
        VerdictKind.NotProved when result.End == SearchEnd.TimeSpent || result.TimedOut > 0 => SampleOutcome.TimedOut,
        VerdictKind.NotProved => SampleOutcome.NotProved,
        VerdictKind.TimedOut => SampleOutcome.TimedOut,
        _ => SampleOutcome.Infrastructure,
    };

    private static string? Reason(ProveResult result, IReadOnlyList<string> modelFailures) => modelFailures.Count == 0
        ? result.Verdict.Reason
        : $"{result.Verdict.Reason} {modelFailures.Count} requests to models failed, the first: {modelFailures[0]}";
}
