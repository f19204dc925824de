namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>A product of powers of variables, by their exponents; equal by value. Variables after the last one with an exponent count as having
/// none, so that monomials in few and in many variables go together.</summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    private readonly int[] _exponents;

    public Monomial(params int[] exponents)
    {
        var length = exponents.Length;
        while (length > 0 && exponents[length - 1] == 0)
        {
            length--;
        }

        _exponents = length == exponents.Length ? exponents : exponents[..length];
        Degree = _exponents.Sum();
    }

    /// <summary>The product of nothing.</summary>
    public static Monomial One { get; } = new();

    public IReadOnlyList<int> Exponents => _exponents;

    public int Degree { get; }

    /// <summary>The exponent of a variable.</summary>
    public int this[int variable] => variable < _exponents.Length ? _exponents[variable] : 0;

    public static Monomial operator *(Monomial a, Monomial b)
    {
        var product = new int[Math.Max(a._exponents.Length, b._exponents.Length)];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = a[i] + b[i];
        }

        return new Monomial(product);
    }

    /// <summary>The variable alone, or its power.</summary>
    public static Monomial Of(int variable, int exponent = 1)
    {
        var exponents = new int[variable + 1];
        exponents[variable] = exponent;
        return new Monomial(exponents);
    }

    /// <summary>All of at most the degree, in that many variables.</summary>
    public static IEnumerable<Monomial> UpTo(int variables, int degree) => Choices(variables, degree).Select(c => new Monomial([.. c]));

    /// <summary>This over the other; null where that is no monomial.</summary>
    public Monomial? Over(Monomial other)
    {
        if (other._exponents.Length > _exponents.Length)
        {
            return null;
        }

        var quotient = new int[_exponents.Length];
        for (var i = 0; i < quotient.Length; i++)
        {
            quotient[i] = _exponents[i] - other[i];
            if (quotient[i] < 0)
            {
                return null;
            }
        }

        return new Monomial(quotient);
    }

    /// <summary>The least common multiple.</summary>
    public Monomial Lcm(Monomial other) =>
        new([.. Enumerable.Range(0, Math.Max(_exponents.Length, other._exponents.Length)).Select(i => Math.Max(this[i], other[i]))]);

    /// <summary>By degree, then the reverse lexicographic order: the one that makes Gröbner bases small.</summary>
    public int CompareTo(Monomial other)
    {
        if (Degree != other.Degree)
        {
            return Degree.CompareTo(other.Degree);
        }

        for (var i = Math.Max(_exponents.Length, other._exponents.Length) - 1; i >= 0; i--)
        {
            if (this[i] != other[i])
            {
                return other[i].CompareTo(this[i]);
            }
        }

        return 0;
    }

    public bool Equals(Monomial? other) => other is not null && _exponents.AsSpan().SequenceEqual(other._exponents);

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => _exponents.Aggregate(17, (hash, e) => (hash * 31) + e);

    private static IEnumerable<IEnumerable<int>> Choices(int variables, int degree) => variables == 0
        ? [[]]
        : Enumerable.Range(0, degree + 1).SelectMany(e => Choices(variables - 1, degree - e).Select(rest => rest.Prepend(e)));
}
