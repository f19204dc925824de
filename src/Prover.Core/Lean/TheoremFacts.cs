namespace Prover.Core.Lean;

/// <summary>What a toolchain says of one constant of a checked environment.</summary>
/// <param name="Name">Full name, without the mangling of private names.</param>
/// <param name="Kind">Lean's kind: <c>theorem</c>, <c>definition</c>, <c>axiom</c>, <c>opaque</c>, ….</param>
/// <param name="LevelParameters">Names of the universe parameters.</param>
/// <param name="Type">The statement as Lean prints it; for people, never compared.</param>
/// <param name="Fingerprint">Digest of the statement: equal fingerprints of one toolchain mean the same universe
/// parameters, the same type up to names of bound variables, over the same definitions.</param>
/// <param name="Axioms">All axioms that the constant depends on, sorted; theorems of the library are no axioms.</param>
public sealed record TheoremFacts(
    string Name,
    string Kind,
    IReadOnlyList<string> LevelParameters,
    string Type,
    string Fingerprint,
    IReadOnlyList<string> Axioms)
{
    /// <summary>Why Lean's kernel, asked again for the theorem and all that it rests on, does not accept it: an option or a program
    /// can have put it there unchecked. Null when it does accept it, or where a toolchain can't ask again.</summary>
    public string? KernelObjection { get; init; }

    /// <summary>False where <see cref="Fingerprint"/> was taken of what Lean prints: there a name of a bound variable makes another one, so that
    /// different fingerprints do not tell different statements.</summary>
    public bool IsStructural { get; init; } = true;
}
