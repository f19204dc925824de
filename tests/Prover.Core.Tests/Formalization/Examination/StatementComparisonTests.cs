using Prover.Core.Formalization.Examination.Agreement;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Tests.Formalization.Examination;

public sealed class StatementComparisonTests
{
    [Theory]
    [InlineData("∀ (n : Nat), (2 : Nat) ∣ n ^ (2 : Nat) + n", "∀ (m : Nat), (m * m + m) % (2 : Nat) = (0 : Nat)")]
    [InlineData("∀ (n : Nat), (2 : Nat) ∣ n ^ (2 : Nat) + n", "∀ (n : Nat), ∃ (k : Nat), n ^ (2 : Nat) + n = (2 : Nat) * k")]
    [InlineData("∀ (a b : Nat), a > (0 : Nat) → b ≠ (0 : Nat) → a + b ≥ (2 : Nat)", "∀ (x y : Int), (1 : Int) ≤ x ∧ (0 : Int) < y → (2 : Int) ≤ y + x")]
    [InlineData("∀ (a b : Nat), b ≤ a → a ^ (2 : Nat) - b ^ (2 : Nat) = (a - b) * (a + b)", "∀ (a b : Nat), b ≤ a → (↑a : Int) ^ (2 : Nat) - (↑b : Int) ^ (2 : Nat) = ((↑a : Int) - (↑b : Int)) * ((↑a : Int) + (↑b : Int))")]
    [InlineData("¬∃ (n : Int), n ^ (2 : Nat) % (3 : Int) = (2 : Int)", "∀ (n : Int), n ^ (2 : Nat) % (3 : Int) ≠ (2 : Int)")]
    [InlineData("∀ (b a d : Nat), d ∣ a → d ∣ b → d ∣ a + b", "∀ (d a b : Nat), d ∣ a ∧ d ∣ b → d ∣ b + a")]
    [InlineData("∀ (n : Nat), n < (2 : Nat) ^ n", "∀ (n : Nat), n + (1 : Nat) ≤ (2 : Nat) ^ n")]
    [InlineData("∀ (n : Nat), (7 : Nat) ∣ (3 : Nat) ^ ((2 : Nat) * n + (1 : Nat))", "∀ (n : Nat), (7 : Nat) ∣ (3 : Nat) * (9 : Nat) ^ n")]
    [InlineData("∀ (n m : Nat), m = n + (1 : Nat) → (2 : Nat) ∣ n * m", "∀ (n : Nat), (2 : Nat) ∣ n * (n + (1 : Nat))")]
    [InlineData("∀ (n : Nat), ∃ (m : Nat), m > n", "∀ (k : Nat), ∃ (j : Nat), k < j")]
    [InlineData("∀ (a b : Int), (3 : Int) * a = (3 : Int) * b → a = b", "∀ (a b : Int), a ≠ b → (3 : Int) * a ≠ (3 : Int) * b")] // The contrapositive.
    public void Two_ways_to_say_the_same_are_not_told_apart(string first, string second)
    {
        Assert.Equal(DifferenceKind.None, Compare(first, second).Kind);
        Assert.Equal(DifferenceKind.None, Compare(second, first).Kind);
    }

    [Theory]
    [InlineData("∀ (n : Int), (6 : Int) ∣ n ^ (3 : Nat) - n", "∀ (n : Int), (2 : Int) ∣ n ^ (3 : Nat) - n")] // Both hold.
    [InlineData("∀ (x : Int), x + (1 : Int) = (3 : Int) → x = (2 : Int)", "∀ (x : Int), x = (2 : Int) → x + (1 : Int) = (3 : Int)")] // The converse, which holds too.
    [InlineData("∀ (n : Nat), ∃ (m : Nat), m > n", "∃ (m : Nat), ∀ (n : Nat), m > n")]
    [InlineData("∀ (n : Nat), ∃ (m : Nat), m > n", "∀ (n : Nat), ∃ (m : Nat), m ≥ n")]
    [InlineData("∀ (n : Nat), (2 : Nat) ∣ n * (n + (1 : Nat))", "∃ (n : Nat), (2 : Nat) ∣ n * (n + (1 : Nat))")]
    [InlineData("∀ (n : Int), n ^ (2 : Nat) ≥ (0 : Int)", "∀ (n : Nat), n ^ (2 : Nat) ≥ (0 : Nat)")]
    [InlineData("∀ (n : Nat), n ≥ (4 : Nat) → (2 : Nat) ^ n ≥ n ^ (2 : Nat)", "∀ (n : Nat), n ≥ (5 : Nat) → (2 : Nat) ^ n ≥ n ^ (2 : Nat)")]
    [InlineData("∀ (x y : Int), x * y = (0 : Int) → x = (0 : Int) ∨ y = (0 : Int)", "∀ (x y : Int), x * y = (0 : Int) → x = (0 : Int) ∧ y = (0 : Int)")]
    [InlineData("∀ (a b : Int), (a + b) ^ (2 : Nat) = a ^ (2 : Nat) + (2 : Int) * a * b + b ^ (2 : Nat)", "∀ (a b : Int), (a - b) ^ (2 : Nat) = a ^ (2 : Nat) - (2 : Int) * a * b + b ^ (2 : Nat)")]
    [InlineData("∀ (n : Nat), (2 : Nat) * (n / (2 : Nat)) ≤ n", "∀ (n : Nat), n % (2 : Nat) = (0 : Nat) → (2 : Nat) * (n / (2 : Nat)) = n")]
    public void Statements_that_differ_are_told_apart(string first, string second)
    {
        Assert.True(Compare(first, second).Kind >= DifferenceKind.Form, Compare(first, second).Message);
        Assert.True(Compare(second, first).Kind >= DifferenceKind.Form, Compare(second, first).Message);
    }

    [Fact]
    public void Values_at_which_one_hypothesis_holds_and_the_other_does_not_are_told()
    {
        var difference = Compare("∀ (n : Nat), n ≥ (4 : Nat) → n > (0 : Nat)", "∀ (n : Nat), n ≥ (5 : Nat) → n > (0 : Nat)");
        Assert.Equal((DifferenceKind.Values, "n = 4"), (difference.Kind, difference.Where));
    }

    private static Difference Compare(string first, string second) => StatementComparison.Compare(Read(first), Read(second));

    private static Telescope Read(string printed) => Telescope.Of(PropositionParser.Parse(printed)!);
}
