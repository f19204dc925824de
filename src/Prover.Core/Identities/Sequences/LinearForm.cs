using System.Numerics;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sequences;

/// <summary>A sum of multiples of natural variables and a constant, none of them negative: what stands in exponents and indices.</summary>
internal sealed record LinearForm(SortedDictionary<string, int> Coefficients, int Constant)
{
    private const int MaxValue = 2_000;

    public int this[string variable] => Coefficients.GetValueOrDefault(variable);

    /// <summary>Reads one; null when the expression is anything else.</summary>
    public static LinearForm? From(Expression expression) => expression switch
    {
        Expression.Number { Value: var value } when value <= MaxValue => new([], (int)value),
        Expression.Variable { Name: var name } => new(new(StringComparer.Ordinal) { [name] = 1 }, 0),
        Expression.Binary { Operator: '+' } sum when From(sum.Left) is { } left && From(sum.Right) is { } right => left.Plus(right),
        Expression.Binary { Operator: '*' } product when From(product.Left) is { } left && From(product.Right) is { } right =>
            left.Coefficients.Count == 0 ? right.Times(left.Constant) : right.Coefficients.Count == 0 ? left.Times(right.Constant) : null,
        _ => null,
    };

    public LinearForm Plus(LinearForm other)
    {
        var sum = new SortedDictionary<string, int>(Coefficients, StringComparer.Ordinal);
        foreach (var (name, value) in other.Coefficients)
        {
            sum[name] = sum.GetValueOrDefault(name) + value;
        }

        return new LinearForm(sum, Constant + other.Constant);
    }

    public LinearForm Plus(int constant) => this with { Constant = Constant + constant };

    public LinearForm Times(int factor) =>
        new(new(Coefficients.Where(_ => factor != 0).ToDictionary(c => c.Key, c => c.Value * factor), StringComparer.Ordinal), Constant * factor);

    /// <summary>Without a variable.</summary>
    public LinearForm Without(string variable) =>
        this with { Coefficients = new(Coefficients.Where(c => c.Key != variable).ToDictionary(), StringComparer.Ordinal) };

    /// <summary>As Lean reads it.</summary>
    /// <param name="first">The variable that is written first.</param>
    /// <param name="value">What is written in its place.</param>
    public string ToLean(string first, string value)
    {
        List<string> terms =
        [
            .. Coefficients.OrderBy(c => c.Key != first).Where(c => c.Value != 0)
                .Select(c => (c.Value, Text: c.Key == first ? value : c.Key))
                .Select(c => c.Value == 1 ? c.Text : $"{c.Value} * {c.Text}"),
        ];
        if (Constant > 0 || terms.Count == 0)
        {
            terms.Add(new BigInteger(Constant).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return string.Join(" + ", terms);
    }
}
