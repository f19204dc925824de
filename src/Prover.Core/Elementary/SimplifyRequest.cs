using Prover.Core.Verification;

namespace Prover.Core.Elementary;

/// <summary>A proof to simplify, and what may be spent on it.</summary>
public sealed record SimplifyRequest
{
    /// <summary>The trusted statement: Lean text that ends in the head of one theorem; see <see cref="VerifyRequest.Statement"/>.</summary>
    public required string Statement { get; init; }

    /// <summary>What stands after <c>:=</c>, untrusted.</summary>
    public required string Proof { get; init; }

    /// <summary>Lemmas and definitions of its own in front of the theorem; empty for none. They are left as they are.</summary>
    public string Helpers { get; init; } = string.Empty;

    /// <summary>The grade that the proof must have, before and after.</summary>
    public Grade Grade { get; init; } = Verifier.StrongestGrade;

    /// <summary>Wall-clock time in all, without the two verifications.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wall-clock time of one check.</summary>
    public TimeSpan CheckTimeLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether anonymous steps get names.</summary>
    public bool NameSteps { get; init; } = true;
}

/// <summary>What became of a proof.</summary>
/// <param name="Verdict">The verdict on <see cref="Proof"/>, at the grade asked for. Unless it is <see cref="VerdictKind.Proved"/>, the given proof itself was none.</param>
/// <param name="Proof">What stands after <c>:=</c>; exactly as given where nothing could be made simpler.</param>
/// <param name="Text">The whole text that was verified.</param>
/// <param name="Before">The given proof's measure.</param>
/// <param name="After">The measure of what became of it.</param>
/// <param name="Changes">What was changed, in order; empty where nothing was.</param>
public sealed record SimplifiedProof(Verdict Verdict, string Proof, string Text, ProofMeasure Before, ProofMeasure After, IReadOnlyList<string> Changes)
{
    /// <summary>Whether anything was changed.</summary>
    public bool IsChanged => Changes.Count > 0;
}

/// <summary>What there is to gain on a proof.</summary>
/// <param name="Length">Characters.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Weight">How heavy its tactics are, by <c>TacticCost</c>'s weights.</param>
/// <param name="Axioms">The axioms that it rests on, sorted.</param>
public sealed record ProofMeasure(int Length, int Lines, int Weight, IReadOnlyList<string> Axioms);
