using System.Globalization;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Makers.Variants;

/// <summary>Claims that follow from a claim at once.</summary>
internal static class WeakerClaims
{
    private const int MaxModulus = 10_000;

    public static IEnumerable<Expression> Of(Expression claim) => claim switch
    {
        Expression.Bound { Kind: "∀" } all => Of(all.Body).Select(body => all with { Body = body }),
        Expression.Binary { Operator: "→" } implication => Of(implication.Right).Select(right => implication with { Right = right }),
        Expression.Binary { Operator: "∧" } both => new[] { both.Left, both.Right }.Concat(Of(both.Left)).Concat(Of(both.Right)),
        Expression.Binary { Operator: "↔" } equivalence => [equivalence with { Operator = "→" }, new Expression.Binary("→", equivalence.Right, equivalence.Left)],
        Expression.Binary { Operator: "<" } less => [less with { Operator = "≤" }],
        Expression.Binary { Operator: ">" } greater => [greater with { Operator = "≥" }],
        Expression.Binary { Operator: "∣", Left: Expression.Word divisor } divides => Divisors(divisor).Select(d => divides with { Left = Numeral(d) }),
        Expression.Binary { Operator: "=", Left: Expression.Binary { Operator: "%", Right: Expression.Word modulus } remainder, Right: Expression.Word residue } equation
            when Number(residue) is { } r => Divisors(modulus).Select(d => new Expression.Binary("=", remainder with { Right = Numeral(d) }, Numeral(r % d))),
        Expression.Binary { Operator: "=" } equation => [equation with { Operator = "≤" }, new Expression.Binary("≤", equation.Right, equation.Left)],
        _ => [],
    };

    private static IEnumerable<int> Divisors(Expression.Word word) => Number(word) is { } number and > 3 and < MaxModulus
        ? Enumerable.Range(2, number / 2).Where(d => d < number && number % d == 0)
        : [];

    private static int? Number(Expression.Word word) => int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Expression.Word Numeral(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
