namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>A product of powers of variables, by their exponents; equal by value.</summary>
internal sealed class Monomial(int[] exponents) : IEquatable<Monomial>
{
    public IReadOnlyList<int> Exponents => exponents;

    public int Degree => exponents.Sum();

    public static Monomial operator *(Monomial a, Monomial b) => new([.. a.Exponents.Zip(b.Exponents, (x, y) => x + y)]);

    /// <summary>All of at most the degree, in that many variables.</summary>
    public static IEnumerable<Monomial> UpTo(int variables, int degree) => Choices(variables, degree).Select(c => new Monomial([.. c]));

    public bool Equals(Monomial? other) => other is not null && exponents.AsSpan().SequenceEqual(other.Exponents.ToArray());

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => exponents.Aggregate(17, (hash, e) => (hash * 31) + e);

    private static IEnumerable<IEnumerable<int>> Choices(int variables, int degree) => variables == 0
        ? [[]]
        : Enumerable.Range(0, degree + 1).SelectMany(e => Choices(variables - 1, degree - e).Select(rest => rest.Prepend(e)));
}
