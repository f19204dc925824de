namespace Prover.Core.Verification;

/// <summary>The words for verdicts wherever they are read outside of the library: command line, JSON, metrics. Part of its contract.</summary>
public static class VerdictWords
{
    /// <summary>The word for a kind, in snake case.</summary>
    public static string Word(this VerdictKind kind) => kind switch
    {
        VerdictKind.Proved => "proved",
        VerdictKind.Rejected => "rejected",
        VerdictKind.NotProved => "not_proved",
        VerdictKind.Refuted => "refuted",
        VerdictKind.TimedOut => "timed_out",
        VerdictKind.Cancelled => "cancelled",
        _ => "infrastructure",
    };
}
