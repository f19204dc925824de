using CsCheck;
using Prover.Core.Memory.Features;
using Prover.Core.Memory.Terms;

namespace Prover.Core.Tests.Memory;

public class GoalFingerprintTests
{
    private static readonly string[] Names = ["a", "n'", "ε", "m₁", "u_2", "q", "t✝", "xs", "S", "φ", "b", "c", "hx", "this"];

    private static int[] Features(string goal) => GoalFingerprint.Of(GoalTerms.Read(goal)!);

    [Fact]
    public void Renaming_variables_hypotheses_and_bound_variables_changes_nothing() =>
        Gen.Select(Gen.Int, Gen.Shuffle(Names)).Sample((seed, names) =>
        {
            var goal = SampleGoals.Draw(new Random(seed));
            var renamed = goal.Text(names[..4], names[4..8], names[8]);
            Assert.Equal(Features(goal.Text()), Features(renamed));
        }, iter: 500);

    [Fact]
    public void The_order_of_hypotheses_changes_nothing() =>
        Gen.Int.Sample(seed =>
        {
            var goal = SampleGoals.Draw(new Random(seed));
            Assert.Equal(Features(goal.Text()), Features(goal.Text(["x", "y", "z", "w"], ["h₀", "h₁", "h₂", "h₃"], "k", reversed: true)));
        }, iter: 500);

    [Theory]
    [InlineData("x : ℤ\n⊢ x = 0", "x : ℤ\n⊢ x ≤ 0")]
    [InlineData("x : ℤ\n⊢ x = 0", "x : ℕ\n⊢ x = 0")]
    [InlineData("x : ℤ\n⊢ x = 0", "x : ℤ\n⊢ x = 1")]
    [InlineData("x : ℤ\n⊢ x = 17", "x : ℤ\n⊢ x = 19")]
    [InlineData("x y : ℤ\n⊢ x * x = y", "x y : ℤ\n⊢ x * y = x")]
    [InlineData("x y : ℤ\nh : x < y\n⊢ x = y", "x y : ℤ\nh : x = y\n⊢ x < y")]
    [InlineData("x y z : ℤ\nh : x < y\n⊢ x < y", "x y z : ℤ\nh : x < z\n⊢ x < y")]
    [InlineData("x y : ℤ\n⊢ x - y = 3", "x y : ℤ\n⊢ 3 = x - y")]
    [InlineData("x : ℤ\n⊢ x + x = 3", "x : ℤ\n⊢ x + x + x = 3")]
    [InlineData("p : Prop\nh : p\n⊢ p", "p : Prop\n⊢ p")]
    public void Goals_that_differ_in_more_than_names_have_other_features(string one, string other) =>
        Assert.NotEqual(Features(one), Features(other));

    [Fact]
    public void A_symbol_of_the_conclusion_is_another_feature_than_that_of_a_hypothesis()
    {
        var shared = Features("x : ℤ\nh : Int.gcd x 2 = 1\n⊢ False").Intersect(Features("x : ℤ\nh : False\n⊢ Int.gcd x 2 = 1"));
        var same = Features("x : ℤ\nh : Int.gcd x 2 = 1\n⊢ False").Intersect(Features("x : ℤ\nh : Int.gcd x 2 = 1\n⊢ True"));
        Assert.True(shared.Count() < same.Count() / 2);
    }

    [Fact]
    public void Notation_and_name_of_a_type_are_one() => Assert.Equal(Features("x : ℤ\n⊢ x = 0"), Features("x : Int\n⊢ x = 0"));

    [Fact]
    public void They_are_the_same_in_every_process() =>
        Assert.Equal("34 features, first 65109, last 1041389", Described(Features("x y : Int\nh : x ≤ y\n⊢ x + 1 ≤ y + 1")));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("2", "2")]
    [InlineData("7", "small odd")]
    [InlineData("12", "small even")]
    [InlineData("64", "power of two")]
    [InlineData("97", "prime")]
    [InlineData("91", "odd")]
    [InlineData("100", "even")]
    [InlineData("123456789012345678901234567890", "large")]
    [InlineData("0.5", "other")]
    public void Numbers_have_classes(string numeral, string expected) => Assert.Equal(expected, NumberClass.Of(numeral));

    [Fact]
    public void Any_text_at_all_is_read_without_failing() =>
        Gen.String[Gen.Char["abx∀∃λ∑(){}[]⟨⟩,.:=≤+-*^¬|‖↑ 019✝\n«»\"'/\ud835\udc9c"], 0, 60].Sample(text =>
        {
            _ = Features("x : " + text.ReplaceLineEndings(" ") + "\n⊢ " + text.ReplaceLineEndings(" ") + "1");
        }, iter: 3000);

    [Theory]
    [InlineData("(")]
    [InlineData("∀ x, ")]
    [InlineData("1 + ")]
    [InlineData("¬")]
    [InlineData("↑")]
    [InlineData("p → ")]
    [InlineData("f ")]
    [InlineData("{x | ")]
    public void Deep_nesting_is_read_without_failing(string part) =>
        Assert.NotEmpty(Features("⊢ " + string.Concat(Enumerable.Repeat(part, 19_000 / part.Length)) + "1"));

    private static string Described(int[] features) => $"{features.Length} features, first {features[0]}, last {features[^1]}";
}
