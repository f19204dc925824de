using System.Collections.Immutable;

namespace Prover.Core.Identities.Sums;

/// <summary>A sum of hypergeometric terms: for each product of integer powers of atoms, a rational function of n.</summary>
/// <remarks>Immutable. A product is told by the exponents of the atoms by number, without zeros at the end.</remarks>
internal sealed class HypergeometricSum
{
    private readonly ImmutableSortedDictionary<string, (ImmutableArray<int> Exponents, RationalFunction Factor)> _terms;

    private HypergeometricSum(ImmutableSortedDictionary<string, (ImmutableArray<int>, RationalFunction)> terms) => _terms = terms;

    public static HypergeometricSum Zero { get; } = new(ImmutableSortedDictionary<string, (ImmutableArray<int>, RationalFunction)>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The terms.</summary>
    public IEnumerable<(ImmutableArray<int> Exponents, RationalFunction Factor)> Terms => _terms.Values;

    public bool IsZero => _terms.IsEmpty;

    public static HypergeometricSum Of(RationalFunction factor) => Zero.Plus([], factor);

    public static HypergeometricSum Of(RationalFunction factor, ImmutableArray<int> exponents) => Zero.Plus(exponents, factor);

    /// <summary>An atom to a power, which may be negative.</summary>
    public static HypergeometricSum Atom(int number, int exponent = 1) => Zero.Plus([.. Enumerable.Repeat(0, number), exponent], RationalFunction.One);

    public static HypergeometricSum operator +(HypergeometricSum a, HypergeometricSum b) => b.Terms.Aggregate(a, (sum, t) => sum.Plus(t.Exponents, t.Factor));

    public static HypergeometricSum operator -(HypergeometricSum a, HypergeometricSum b) => b.Terms.Aggregate(a, (sum, t) => sum.Plus(t.Exponents, -t.Factor));

    public static HypergeometricSum operator *(HypergeometricSum a, HypergeometricSum b) =>
        a.Terms.SelectMany(_ => b.Terms, (s, t) => (s, t)).Aggregate(Zero, (sum, p) => sum.Plus(Times(p.s.Exponents, p.t.Exponents, 1), p.s.Factor * p.t.Factor));

    /// <summary>The quotient; null where the divisor is no single term.</summary>
    public static HypergeometricSum? Divide(HypergeometricSum a, HypergeometricSum b) =>
        b.Terms.ToList() is [var divisor] ? a.Terms.Aggregate(Zero, (sum, t) => sum.Plus(Times(t.Exponents, divisor.Exponents, -1), t.Factor / divisor.Factor)) : null;

    private HypergeometricSum Plus(ImmutableArray<int> exponents, RationalFunction factor)
    {
        var trimmed = exponents.AsSpan().TrimEnd(0).ToImmutableArray();
        var key = string.Join(',', trimmed);
        var sum = _terms.TryGetValue(key, out var known) ? known.Factor + factor : factor;
        return new(sum.IsZero ? _terms.Remove(key) : _terms.SetItem(key, (trimmed, sum)));
    }

    private static ImmutableArray<int> Times(ImmutableArray<int> a, ImmutableArray<int> b, int power) =>
        [.. Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i => a.ElementAtOrDefault(i) + (power * b.ElementAtOrDefault(i)))];
}
