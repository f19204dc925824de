namespace Prover.Bench.Screening;

/// <summary>What was found of a statement before any prover saw it.</summary>
public enum StatementStatus
{
    /// <summary>Lean elaborates it, and nothing was found against it. It may still be false, or too hard.</summary>
    Expressible,

    /// <summary>Lean does not elaborate it under this profile; the reason is Lean's.</summary>
    NotExpressible,

    /// <summary>Its hypotheses contradict each other: Lean verified a proof of <c>False</c> from them.</summary>
    Vacuous,

    /// <summary>Its negation is proved: Lean verified it.</summary>
    False,

    /// <summary>The machinery failed or was too slow: nothing is known, not even whether it elaborates.</summary>
    Unknown,
}

/// <summary>A statement with what was found of it.</summary>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Status">What was found.</param>
public sealed record CheckedStatement(string Problem, StatementStatus Status)
{
    /// <summary>In a sentence: Lean's reason, the counterexample, why nothing is known; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>The whole Lean text that was verified to show that it is vacuous or false; null otherwise.</summary>
    public string? Evidence { get; init; }

    /// <summary>What the data set's manifest says is wrong with it; null when nothing is known.</summary>
    public string? KnownFault { get; init; }

    /// <summary>Wall-clock seconds that the examination took.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether provers are asked: everything that elaborates, faulty or not.</summary>
    public bool IsAsked => Status is not (StatementStatus.NotExpressible or StatementStatus.Unknown);

    /// <summary>Whether it is left out of results "without faulty statements".</summary>
    public bool IsFaulty => Status is StatementStatus.Vacuous or StatementStatus.False || KnownFault is not null;
}
