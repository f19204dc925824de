using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sequences;

/// <summary>A quantity that is a variable to the algebra, all of them integers: a power <c>2 ^ n</c>, a value <c>F (2 * n + 1)</c>, a number.</summary>
/// <param name="Text">Lean's text of it, for the induction variable replaced by the given text.</param>
internal sealed record Atom(Func<string, string> Text)
{
    /// <summary>Its value for n + 1 in terms of the values for n; null where it does not depend on n.</summary>
    public Polynomial? Next { get; set; }

    /// <summary>A proof of that, as a term about <c>n</c>.</summary>
    public string NextProof { get; set; } = "rfl";

    /// <summary>Its value for n = 0; itself where it does not depend on n.</summary>
    public Polynomial? Start { get; set; }

    /// <summary>A proof of that.</summary>
    public string StartProof { get; set; } = "rfl";
}

/// <summary>A term of the statement that is a polynomial in atoms for a reason of its own, like <c>2 ^ (n + 1) = 2 * 2 ^ n</c>.</summary>
/// <param name="Term">The term as the statement has it.</param>
/// <param name="IsNat">Whether its type is that of the natural numbers.</param>
/// <param name="Value">The polynomial.</param>
/// <param name="Proof">A proof that the term (as an integer) is the polynomial.</param>
internal sealed record RawTerm(Expression Term, bool IsNat, Polynomial Value, string Proof);
