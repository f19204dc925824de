using System.Numerics;
using CsCheck;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Tests.Formalization.Examination;

public sealed class EvaluationTests
{
    [Fact]
    public void Division_and_remainder_are_those_of_Euclid() => Gen.Select(Gen.Int[-50, 50], Gen.Int[-50, 50]).Sample((a, b) =>
    {
        var (quotient, remainder) = (TermEvaluator.Quotient(a, b), TermEvaluator.Remainder(a, b));
        return (b * quotient) + remainder == a && (b == 0 ? quotient.IsZero : remainder.Sign >= 0 && remainder < BigInteger.Abs(b));
    });

    [Theory]
    [InlineData("(2 : Nat) - (5 : Nat) = (0 : Nat)", true)]
    [InlineData("(2 : Int) - (5 : Int) = (-3 : Int)", true)]
    [InlineData("(7 : Nat) / (0 : Nat) = (0 : Nat)", true)]
    [InlineData("(-7 : Int) % (2 : Int) = (1 : Int)", true)]
    [InlineData("(-7 : Int) / (2 : Int) = (-4 : Int)", true)]
    [InlineData("(0 : Nat) ∣ (0 : Nat)", true)]
    [InlineData("(0 : Nat) ∣ (1 : Nat)", false)]
    [InlineData("Nat.gcd (0 : Nat) (0 : Nat) = (0 : Nat)", true)]
    [InlineData("Nat.lcm (4 : Nat) (6 : Nat) = (12 : Nat)", true)]
    [InlineData("List.sum (List.range (5 : Nat)) = (10 : Nat)", true)]
    [InlineData("∃ (k : Nat), k * k = (49 : Nat)", true)]
    [InlineData("∃ (k : Int), (3 : Int) * k + (5 : Int) = (-4000 : Int)", true)]
    [InlineData("∀ (n : Nat), n < (10 : Nat) → n * n < (100 : Nat)", true)]
    [InlineData("∀ (d : Nat), d ∣ (7 : Nat) → d = (1 : Nat) ∨ d = (7 : Nat)", true)]
    [InlineData("∀ (d : Nat), d ∣ (9 : Nat) → d = (1 : Nat) ∨ d = (9 : Nat)", false)]
    public void What_can_be_computed_is_certain(string printed, bool expected) =>
        Assert.Equal(new Outcome(expected, true), Evaluate(printed));

    [Theory]
    [InlineData("∀ (n : Nat), n < (2 : Nat) ^ n", true)]
    [InlineData("∃ (n : Nat), (2 : Nat) ^ n = (5 : Nat)", false)]
    [InlineData("∃ (m : Nat), ∀ (n : Nat), n < m", false)]
    public void What_was_only_searched_for_is_not_certain(string printed, bool expected) =>
        Assert.Equal(new Outcome(expected, false), Evaluate(printed));

    [Fact]
    public void Numbers_that_grow_too_large_have_no_value() =>
        Assert.Null(Evaluate("(10 : Nat) ^ (10 : Nat) ^ (10 : Nat) = (0 : Nat)"));

    [Theory]
    [InlineData("∀ (a b : Int), a = (3 : Int) * b → a + (10 : Int) = (2 : Int) * (b + (10 : Int)) → b = (10 : Int)", "a = 30, b = 10")]
    [InlineData("∀ (n : Nat), n % (7 : Nat) = (3 : Nat) → n > (8 : Nat) → False", "n = 10")]
    public void Samples_find_values_that_satisfy_the_hypotheses(string printed, string expected)
    {
        var first = Samples.Satisfying(Telescope.Of(PropositionParser.Parse(printed)!)).First();
        Assert.True(first.IsCertain);
        Assert.Equal(expected, string.Join(", ", first.Values.Numbers.OrderBy(n => n.Key).Select(n => $"{n.Key} = {n.Value}")));
    }

    private static Outcome? Evaluate(string printed) => PropositionEvaluator.Evaluate(PropositionParser.Parse(printed)!, new Valuation());
}
