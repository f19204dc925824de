using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Tests.Sampling.Portfolio;

public class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3 ^ 2", "Nat", "19")]
    [InlineData("2 ^ 3 ^ 2", "Nat", "512")]
    [InlineData("3 - 5 + 4", "Nat", "4")]
    [InlineData("3 - 5 + 4", "Int", "2")]
    [InlineData("-7 / 2", "Int", "-4")]
    [InlineData("-7 % 2", "Int", "1")]
    [InlineData("7 / 2", "Nat", "3")]
    [InlineData("7 / 2", "Rat", "7 / 2")]
    [InlineData("-2 ^ 2", "Int", "-4")]
    [InlineData("1 / 0", "Rat", "0")]
    [InlineData("5 % 0", "Int", "5")]
    [InlineData("f (x + 1) + ↑x", "Nat", "9")]
    public void Terms_have_the_value_that_Lean_gives_them(string text, string kind, string value)
    {
        var evaluator = new Evaluator(GoalFeatures.ParseKind(kind)!.Value, new Dictionary<string, Rational> { ["x"] = 2 }, (_, argument) => argument + argument + 1);

        Assert.Equal(value, evaluator.Evaluate(ExpressionParser.Parse(text)!)?.ToString());
    }

    [Theory]
    [InlineData("10 ^ 10 ^ 10")]
    [InlineData("y")]
    [InlineData("2 ^ (1 - 2)")]
    public void What_cannot_be_evaluated_has_no_value(string text) =>
        Assert.Null(new Evaluator(NumberKind.Int, new Dictionary<string, Rational>()).Evaluate(ExpressionParser.Parse(text)!));

    [Theory]
    [InlineData("")]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("1)")]
    [InlineData("x = 1")]
    [InlineData("gcd a b")]
    public void Other_text_is_no_term(string text) => Assert.Null(ExpressionParser.Parse(text));

    [Fact]
    public void Deep_nesting_is_given_up() => Assert.Null(ExpressionParser.Parse(new string('(', 100_000) + "1" + new string(')', 100_000)));

    [Fact]
    public void A_linear_system_is_solved_exactly()
    {
        Polynomial Of(string text) => Polynomial.Parse(text, ["x", "y"])!;

        Assert.Equal([3, new Rational(1, 2)], LinearSystem.Solve([Of("x + y"), Of("2 * x - 4 * y")], Of("4 * x + y"))!);
        Assert.Null(LinearSystem.Solve([Of("x + y")], Of("x - y")));
    }
}
