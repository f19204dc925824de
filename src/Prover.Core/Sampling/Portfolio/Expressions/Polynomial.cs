using System.Numerics;

namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>A polynomial with rational coefficients in a fixed list of variables.</summary>
internal sealed class Polynomial
{
    private const int MaxExponent = 8;

    private readonly Dictionary<Monomial, Rational> _terms;

    private Polynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    public IEnumerable<Monomial> Monomials => _terms.Keys;

    public int Degree => _terms.Count == 0 ? 0 : _terms.Keys.Max(m => m.Degree);

    public Rational this[Monomial monomial] => _terms.TryGetValue(monomial, out var value) ? value : 0;

    public static Polynomial Of(Monomial monomial, Rational coefficient) =>
        new(coefficient.IsZero ? [] : new() { [monomial] = coefficient });

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

    public static Polynomial operator *(Polynomial a, Polynomial b) => a._terms.Aggregate(
        new Polynomial([]),
        (sum, t) => sum + new Polynomial(b._terms.ToDictionary(u => t.Key * u.Key, u => t.Value * u.Value)));

    /// <summary>Reads a polynomial; null when the text is none in these variables.</summary>
    public static Polynomial? Parse(string text, IReadOnlyList<string> variables) =>
        ExpressionParser.Parse(text) is { } expression ? From(expression, variables) : null;

    private static Polynomial? From(Expression expression, IReadOnlyList<string> variables)
    {
        switch (expression)
        {
            case Expression.Number number:
                return Of(new Monomial(new int[variables.Count]), number.Value);
            case Expression.Variable variable when variables.Contains(variable.Name):
                return Of(new Monomial([.. variables.Select(v => v == variable.Name ? 1 : 0)]), 1);
            case Expression.Negate negation:
                return From(negation.Inner, variables) is { } inner ? -inner : null;
            case Expression.Binary { Operator: '^', Right: Expression.Number { Value: var exponent } } power
                when exponent <= MaxExponent && From(power.Left, variables) is { } @base:
                var one = Of(new Monomial(new int[variables.Count]), BigInteger.One);
                return Enumerable.Repeat(@base, (int)exponent).Aggregate(one, (product, factor) => product * factor);
            case Expression.Binary binary when From(binary.Left, variables) is { } left && From(binary.Right, variables) is { } right:
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
