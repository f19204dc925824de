using System.Numerics;
using System.Text;

namespace Prover.Rounds.Makers.Polynomials;

/// <summary>A polynomial with whole coefficients in up to eight variables, each to a power below 256.</summary>
internal sealed class Polynomial
{
    private const int MaxVariables = 8;

    // A monomial is its exponents, a byte each, the first variable's on top.
    private readonly Dictionary<ulong, BigInteger> _terms;

    private Polynomial(Dictionary<ulong, BigInteger> terms) => _terms = terms;

    public bool IsZero => _terms.Count == 0;

    public BigInteger ConstantTerm => _terms.GetValueOrDefault(0UL);

    public int Terms => _terms.Count;

    /// <summary>The terms with positive coefficients.</summary>
    public Polynomial Positive => new(_terms.Where(t => t.Value.Sign > 0).ToDictionary());

    /// <summary>The terms with negative coefficients, turned positive.</summary>
    public Polynomial Negative => -new Polynomial(_terms.Where(t => t.Value.Sign < 0).ToDictionary());

    public static Polynomial Variable(int index) => index is >= 0 and < MaxVariables
        ? new(new Dictionary<ulong, BigInteger> { [1UL << (8 * (MaxVariables - 1 - index))] = 1 })
        : throw new ArgumentOutOfRangeException(nameof(index), index, "There are eight variables.");

    public static implicit operator Polynomial(BigInteger number) => new(number.IsZero ? [] : new Dictionary<ulong, BigInteger> { [0] = number });

    public static implicit operator Polynomial(int number) => (BigInteger)number;

    public static Polynomial operator +(Polynomial a, Polynomial b)
    {
        var terms = new Dictionary<ulong, BigInteger>(a._terms);
        foreach (var (monomial, coefficient) in b._terms)
        {
            Add(terms, monomial, coefficient);
        }

        return new Polynomial(terms);
    }

    public static Polynomial operator -(Polynomial a) => new(a._terms.ToDictionary(t => t.Key, t => -t.Value));

    public static Polynomial operator -(Polynomial a, Polynomial b) => a + -b;

    public static Polynomial operator *(Polynomial a, Polynomial b)
    {
        var terms = new Dictionary<ulong, BigInteger>();
        foreach (var x in a._terms)
        {
            foreach (var y in b._terms)
            {
                Add(terms, x.Key + y.Key, x.Value * y.Value);
            }
        }

        return new Polynomial(terms);
    }

    public Polynomial Pow(int exponent) => Enumerable.Repeat(this, exponent).Aggregate((Polynomial)1, (product, factor) => product * factor);

    /// <summary>The coefficients with what divides all of them taken out.</summary>
    public Polynomial Divide(BigInteger divisor) => new(_terms.ToDictionary(t => t.Key, t => t.Value / divisor));

    /// <summary>The largest number that divides all coefficients.</summary>
    public BigInteger Content() => _terms.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);

    public BigInteger At(params ReadOnlySpan<BigInteger> values)
    {
        var sum = BigInteger.Zero;
        foreach (var (monomial, coefficient) in _terms)
        {
            var product = coefficient;
            for (var i = 0; i < MaxVariables; i++)
            {
                product *= Exponent(monomial, i) is > 0 and var exponent ? BigInteger.Pow(values[i], exponent) : 1;
            }

            sum += product;
        }

        return sum;
    }

    /// <summary>As Lean text, the highest degree first.</summary>
    public string Text(params IReadOnlyList<string> names)
    {
        var text = new StringBuilder();
        foreach (var (monomial, coefficient) in _terms.OrderByDescending(t => Degree(t.Key)).ThenByDescending(t => t.Key))
        {
            text.Append((text.Length, coefficient.Sign) switch { (0, < 0) => "-", (0, _) => string.Empty, (_, < 0) => " - ", _ => " + " });
            var factors = Enumerable.Range(0, MaxVariables).Where(i => Exponent(monomial, i) > 0)
                .Select(i => Exponent(monomial, i) == 1 ? names[i] : $"{names[i]}^{Exponent(monomial, i)}").ToList();
            var size = BigInteger.Abs(coefficient);
            text.AppendJoin('*', size.IsOne && factors.Count > 0 ? factors : factors.Prepend($"{size}"));
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    /// <summary>As Lean text in brackets where it is more than a variable or a number.</summary>
    public string Factor(params IReadOnlyList<string> names) => Text(names) is var text && text.AsSpan().ContainsAny(" -*^") ? $"({text})" : text;

    private static void Add(Dictionary<ulong, BigInteger> terms, ulong monomial, BigInteger coefficient)
    {
        var sum = terms.GetValueOrDefault(monomial) + coefficient;
        if (sum.IsZero)
        {
            terms.Remove(monomial);
        }
        else
        {
            terms[monomial] = sum;
        }
    }

    private static int Exponent(ulong monomial, int index) => (int)((monomial >> (8 * (MaxVariables - 1 - index))) & 255);

    private static int Degree(ulong monomial) => Enumerable.Range(0, MaxVariables).Sum(i => Exponent(monomial, i));
}
