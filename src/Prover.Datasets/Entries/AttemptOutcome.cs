using Prover.Core.Verification;

namespace Prover.Datasets.Entries;

/// <summary>How an attempt ended. Only <see cref="Proved"/> and <see cref="NotProved"/> say anything about its text.</summary>
public enum AttemptOutcome
{
    /// <summary>Lean accepted it as a proof of exactly the statement.</summary>
    Proved,

    /// <summary>Lean turned it down.</summary>
    NotProved,

    /// <summary>It was about the negation: no attempt at a proof of the statement.</summary>
    Refuted,

    /// <summary>A time limit passed first; nothing is known.</summary>
    TimedOut,

    /// <summary>The machinery failed; nothing is known.</summary>
    Infrastructure,

    /// <summary>It was cancelled; nothing is known.</summary>
    Cancelled,
}

/// <summary>Words and meanings of outcomes.</summary>
public static class AttemptOutcomes
{
    /// <summary>The word in datasets, in snake case.</summary>
    public static string Word(this AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Proved => "proved",
        AttemptOutcome.NotProved => "not_proved",
        AttemptOutcome.Refuted => "refuted",
        AttemptOutcome.TimedOut => "timed_out",
        AttemptOutcome.Cancelled => "cancelled",
        _ => "infrastructure",
    };

    /// <summary>True when Lean has judged a text for this statement.</summary>
    public static bool IsKnown(this AttemptOutcome outcome) => outcome is AttemptOutcome.Proved or AttemptOutcome.NotProved;

    /// <summary>What a verdict says of an attempt.</summary>
    public static AttemptOutcome Of(VerdictKind kind) => kind switch
    {
        VerdictKind.Proved => AttemptOutcome.Proved,
        VerdictKind.Rejected or VerdictKind.NotProved => AttemptOutcome.NotProved,
        VerdictKind.Refuted => AttemptOutcome.Refuted,
        VerdictKind.TimedOut => AttemptOutcome.TimedOut,
        VerdictKind.Cancelled => AttemptOutcome.Cancelled,
        _ => AttemptOutcome.Infrastructure,
    };
}
