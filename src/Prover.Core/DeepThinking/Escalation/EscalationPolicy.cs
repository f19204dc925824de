using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Escalation;

/// <summary>Decides whether a finished search is worth to be thought about longer.</summary>
/// <remarks>A statement that is proved, refuted or cancelled is not; neither is one of which the machinery knows nothing because it failed.</remarks>
public sealed record EscalationPolicy
{
    /// <summary>Candidates that Lean must have been asked about before a spent budget is a reason.</summary>
    public int LeastSamples { get; init; } = 1;

    /// <summary>Candidates in a row without progress that make a stall.</summary>
    public int StalledAfter { get; init; } = 64;

    /// <summary>Why to escalate; null when there is no reason to.</summary>
    /// <param name="result">How the search ended.</param>
    /// <param name="progress">What was seen of it; null when nobody looked.</param>
    public EscalationTrigger? Decide(ProveResult result, PartialProgress? progress = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Verdict.Kind is not (VerdictKind.NotProved or VerdictKind.TimedOut) ? null
            : progress is { FewestErrors: { } errors } && progress.SinceBest >= StalledAfter ? new EscalationTrigger.Stalled(progress.SinceBest, errors)
            : result.Samples >= LeastSamples ? new EscalationTrigger.SamplesSpent(result.Samples)
            : null;
    }
}

/// <summary>How near the candidates of a search have come: the fewer errors Lean reports of one, the nearer it is. A rough measure, which never decides
/// what is a proof.</summary>
public sealed record PartialProgress
{
    /// <summary>Errors of the best rejected candidate so far; null before there was one.</summary>
    public int? FewestErrors { get; init; }

    /// <summary>Candidates since then.</summary>
    public int SinceBest { get; init; }

    /// <summary>With one more event of the search.</summary>
    public PartialProgress With(ProveEvent happened)
    {
        if (happened is not ProveEvent.CandidateFinished { Verdict: { Kind: VerdictKind.Rejected } verdict })
        {
            return this;
        }

        var errors = verdict.Messages.Count(m => m.Severity == Lean.LeanSeverity.Error);
        return errors > 0 && (FewestErrors is not { } best || errors < best)
            ? new PartialProgress { FewestErrors = errors }
            : this with { SinceBest = SinceBest + 1 };
    }
}
