namespace Prover.Core.Identities.Sums;

/// <summary>A power <c>b ^ n</c>, or a sequence that is multiplied by a rational function from one place to the next.</summary>
/// <param name="Text">Lean's text of its value at an index, a rational number; the index is given as text of a natural number.</param>
/// <param name="Ratio">By what it grows from n to n + 1.</param>
/// <param name="Start">Its value at 0.</param>
internal sealed record HypergeometricAtom(Func<string, string> Text, RationalFunction Ratio, Sampling.Portfolio.Expressions.Rational Start)
{
    /// <summary>The factor from one place to the next as Lean writes it once it has rewritten the next value, around the value; the variable's text is given.</summary>
    public required Func<string, string, string> Next { get; init; }

    /// <summary>The sequence; null for a power.</summary>
    public string? Function { get; init; }

    /// <summary>Whether all its values are positive because it starts so and grows by a positive factor.</summary>
    public bool IsPositive => Start.Numerator.Sign > 0 && Signs.IsPositive(Ratio, 0);
}
