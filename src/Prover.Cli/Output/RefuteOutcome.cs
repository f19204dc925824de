using Prover.Core.Proving;
using Prover.Core.Refutation;
using Prover.Core.Verification;

namespace Prover.Cli.Output;

/// <summary>How a search for a refutation ended.</summary>
/// <param name="Word"><c>refuted</c>, <c>no_counterexample</c>, <c>timed_out</c>, or the verdict's own word where nothing is known.</param>
/// <param name="ExitCode">As <c>prove</c> has it: 1 for what Lean settled or the search left open, 3 where nothing is known.</param>
/// <param name="Reason">In words.</param>
/// <param name="Counterexample">What the verified refutation rests on; null where Lean found it by itself, and where there is none.</param>
/// <param name="Unconfirmed">Values at which the statement evaluates to false for certain, although Lean accepted no proof of that; null for none.</param>
/// <param name="Result">The search's result.</param>
internal sealed record RefuteOutcome(
    string Word, int ExitCode, string Reason, Counterexample? Counterexample, Counterexample? Unconfirmed, ProveResult Result)
{
    /// <summary>Reads it off a search's result.</summary>
    public static RefuteOutcome Of(ProveResult result, IReadOnlyList<RefutationProposal> proposals)
    {
        var verdict = result.Verdict;
        var winner = verdict.Kind == VerdictKind.Refuted
            ? proposals.FirstOrDefault(p => p.Candidate.Origin == result.Origin && result.Proof!.Contains(p.Candidate.Proof, StringComparison.Ordinal))?.Counterexample
            : null;
        var unconfirmed = verdict.Kind == VerdictKind.Refuted ? null : proposals.FirstOrDefault(p => p.Counterexample is { IsCertain: true })?.Counterexample;
        var (word, code, reason) = verdict.Kind switch
        {
            VerdictKind.NotProved when result.End == SearchEnd.TimeSpent => ("timed_out", Output.ExitCode.Unknown, "The time was spent before the search was; nothing is known."),
            VerdictKind.NotProved when result.TimedOut > 0 =>
                ("timed_out", Output.ExitCode.Unknown, $"{result.TimedOut} checks ran out of time; nothing is known. Allow more with --candidate-time-limit."),
            VerdictKind.NotProved when result.Failed > 0 =>
                (VerdictNames.Of(VerdictKind.Infrastructure), Output.ExitCode.Unknown, $"The machinery failed on {result.Failed} checks; nothing is known. Try again."),
            VerdictKind.NotProved when unconfirmed is not null =>
                ("no_counterexample", Output.ExitCode.NotProved, $"Lean accepted no refutation, although the statement seems to be false at {unconfirmed}."),
            VerdictKind.NotProved =>
                ("no_counterexample", Output.ExitCode.NotProved, $"No counterexample was found among the values tried, {result.Samples} candidates for one went to Lean. That proves nothing."),
            _ => (VerdictNames.Of(verdict.Kind), Output.ExitCode.Of(verdict.Kind), verdict.Reason ?? string.Empty),
        };
        return new RefuteOutcome(word, code, reason, winner, unconfirmed, result);
    }
}
