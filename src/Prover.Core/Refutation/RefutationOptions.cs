namespace Prover.Core.Refutation;

/// <summary>Limits of one search for counterexamples. They count work and no time, so that the same statement gives the same counterexamples on any machine.</summary>
public sealed record RefutationOptions
{
    /// <summary>For a short look before a proof is looked for: a second or two.</summary>
    public static RefutationOptions Quick { get; } = new() { MaxWork = 4_000_000 };

    /// <summary>Evaluations of a node of the statement in all; some two million take a second.</summary>
    public long MaxWork { get; init; } = 24_000_000;

    /// <summary>Counterexamples that are handed to Lean at most.</summary>
    public int MaxProposals { get; init; } = 6;

    /// <summary>Values of one variable that are tried at most.</summary>
    public int MaxValues { get; init; } = 4_000;
}
