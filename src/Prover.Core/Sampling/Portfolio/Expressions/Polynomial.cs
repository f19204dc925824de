using System.Numerics;

namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>A polynomial with rational coefficients in a fixed list of variables.</summary>
internal sealed class Polynomial
{
    /// <summary>The greatest exponent that is multiplied out where nothing else is said.</summary>
    private const int MaxExponent = 8;

    private readonly Dictionary<Monomial, Rational> _terms;

    private Polynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial One { get; } = Constant(1);

    public IEnumerable<Monomial> Monomials => _terms.Keys;

    public bool IsZero => _terms.Count == 0;

    public bool IsConstant => Degree == 0;

    /// <summary>How many terms it has.</summary>
    public int Count => _terms.Count;

    /// <summary>Whether all coefficients are integers.</summary>
    public bool IsIntegral => _terms.Values.All(c => c.IsInteger);

    public int Degree => _terms.Count == 0 ? 0 : _terms.Keys.Max(m => m.Degree);

    public Rational this[Monomial monomial] => _terms.TryGetValue(monomial, out var value) ? value : 0;

    public static Polynomial Of(Monomial monomial, Rational coefficient) =>
        new(coefficient.IsZero ? [] : new() { [monomial] = coefficient });

    public static Polynomial Constant(Rational value) => Of(Monomial.One, value);

    public static Polynomial Variable(int index) => Of(Monomial.Of(index), 1);

    public static Polynomial operator +(Polynomial a, Polynomial b)
    {
        var sum = new Dictionary<Monomial, Rational>(a._terms);
        foreach (var (monomial, coefficient) in b._terms)
        {
            var value = a[monomial] + coefficient;
            if (value.IsZero)
            {
                sum.Remove(monomial);
            }
            else
            {
                sum[monomial] = value;
            }
        }

        return new Polynomial(sum);
    }

    public static Polynomial operator -(Polynomial a) => new(a._terms.ToDictionary(t => t.Key, t => -t.Value));

    public static Polynomial operator -(Polynomial a, Polynomial b) => a + -b;

    public static Polynomial operator *(Polynomial a, Polynomial b)
    {
        var product = new Dictionary<Monomial, Rational>();
        foreach (var (m, c) in a._terms)
        {
            foreach (var (n, d) in b._terms)
            {
                var monomial = m * n;
                product[monomial] = product.TryGetValue(monomial, out var value) ? value + (c * d) : c * d;
            }
        }

        return new Polynomial(product.Where(t => !t.Value.IsZero).ToDictionary());
    }

    public static Polynomial operator *(Rational c, Polynomial a) =>
        c.IsZero ? Zero : new(a._terms.ToDictionary(t => t.Key, t => c * t.Value));

    /// <summary>A power.</summary>
    public Polynomial Power(int exponent) => Enumerable.Repeat(this, exponent).Aggregate(One, (product, factor) => product * factor);

    /// <summary>Times a single term.</summary>
    public Polynomial Times(Monomial monomial, Rational coefficient) =>
        coefficient.IsZero ? Zero : new(_terms.ToDictionary(t => t.Key * monomial, t => t.Value * coefficient));

    /// <summary>Puts polynomials in for the variables.</summary>
    public Polynomial Substitute(Func<int, Polynomial> value)
    {
        var cache = new Dictionary<(int, int), Polynomial>();
        return _terms.Aggregate(Zero, (sum, term) => sum + term.Key.Exponents.Select((e, i) => (e, i)).Where(t => t.e > 0).Aggregate(
            Constant(term.Value),
            (product, t) =>
            {
                if (!cache.TryGetValue((t.i, t.e), out var power))
                {
                    cache[(t.i, t.e)] = power = value(t.i).Power(t.e);
                }

                return product * power;
            }));
    }

    /// <summary>The greatest monomial in the order of <see cref="Monomial.CompareTo"/>; there is none in zero.</summary>
    public Monomial Leading => _terms.Keys.Aggregate((a, b) => a.CompareTo(b) >= 0 ? a : b);

    /// <summary>The least common denominator of the coefficients.</summary>
    public BigInteger Denominator => _terms.Values.Aggregate(
        BigInteger.One, (d, c) => d / BigInteger.GreatestCommonDivisor(d, c.Denominator) * c.Denominator);

    /// <summary>The greatest common divisor of the coefficients' numerators; 0 of zero.</summary>
    public BigInteger Content => _terms.Values.Aggregate(BigInteger.Zero, (d, c) => BigInteger.GreatestCommonDivisor(d, c.Numerator));

    /// <summary>Whether the variable occurs.</summary>
    public bool Mentions(int variable) => _terms.Keys.Any(m => m[variable] > 0);

    /// <summary>As Lean reads it, with the variables' texts put in; coefficients must be integers unless the type has division.</summary>
    public string ToLean(Func<int, string> variable)
    {
        if (IsZero)
        {
            return "0";
        }

        var ordered = _terms.OrderByDescending(t => t.Key, Comparer<Monomial>.Create((a, b) => a.CompareTo(b)));
        var text = new System.Text.StringBuilder();
        foreach (var (monomial, coefficient) in ordered)
        {
            var isNegative = coefficient.Numerator.Sign < 0;
            var size = isNegative ? -coefficient : coefficient;
            List<string> factors =
            [
                .. size.Equals((Rational)1) && monomial.Degree > 0 ? [] : new[] { size.IsInteger ? size.ToString() : $"({size})" },
                .. monomial.Exponents.Select((e, i) => (e, i)).Where(t => t.e > 0).Select(t => t.e == 1 ? variable(t.i) : $"{variable(t.i)} ^ {t.e}"),
            ];
            text.Append(text.Length == 0 ? (isNegative ? "-" : string.Empty) : isNegative ? " - " : " + ");
            text.AppendJoin(" * ", factors);
        }

        return text.ToString();
    }

    /// <summary>Reads a polynomial; null when the text is none in these variables.</summary>
    public static Polynomial? Parse(string text, IReadOnlyList<string> variables, int maxExponent = MaxExponent) =>
        ExpressionParser.Parse(text) is { } expression ? From(expression, variables, maxExponent) : null;

    /// <summary>Reads a polynomial; null when the expression is none in these variables.</summary>
    public static Polynomial? From(Expression expression, IReadOnlyList<string> variables, int maxExponent = MaxExponent)
    {
        switch (expression)
        {
            case Expression.Number number:
                return Constant(number.Value);
            case Expression.Variable variable when variables.Contains(variable.Name):
                return Of(new Monomial([.. variables.Select(v => v == variable.Name ? 1 : 0)]), 1);
            case Expression.Negate negation:
                return From(negation.Inner, variables, maxExponent) is { } inner ? -inner : null;
            case Expression.Binary { Operator: '^', Right: Expression.Number { Value: var exponent } } power
                when exponent <= maxExponent && From(power.Left, variables, maxExponent) is { } @base:
                return @base.Power((int)exponent);
            case Expression.Binary binary when From(binary.Left, variables, maxExponent) is { } left && From(binary.Right, variables, maxExponent) is { } right:
                return binary.Operator switch
                {
                    '+' => left + right,
                    '-' => left - right,
                    '*' => left * right,
                    _ => null,
                };
            default:
                return null;
        }
    }
}
