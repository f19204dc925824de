using Prover.Core.Identities.Fields;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Tests.Identities.Fields;

public class FieldTermsTests
{
    private const string Field = "K : Type\ninst✝⁵ : Lean.Grind.Field K\ninst✝⁴ : LE K\ninst✝³ : LT K\ninst✝² : Std.LawfulOrderLT K\ninst✝¹ : Std.IsLinearOrder K\ninst✝ : Lean.Grind.OrderedRing K\n";

    [Theory]
    [InlineData("x ^ 2 / 3 - y", "(1 / 3) * x ^ 2 - y")]
    [InlineData("-x ^ 2", "0 - x ^ 2")]
    [InlineData("-x - y", "0 - (x + y)")]
    [InlineData("f (y + 1)", "y ^ 2 + 2 * y + 1")]
    [InlineData("f (f y)", "y ^ 4")]
    [InlineData("g 2 * x", "x * (g (2))")]
    [InlineData("6 / (2 * x)", "3 * (x)⁻¹")]
    [InlineData("x⁻¹ * y", "y * (x)⁻¹")]
    [InlineData("1 / (x + y)", "(x + y)⁻¹")]
    [InlineData("x / 0", "0")]
    [InlineData("↑n + x", "x + (n : K)")]
    public void A_term_is_read_as_a_polynomial_in_atoms(string text, string expected)
    {
        var terms = Terms("x y : K\nn : Int\nf g : K → K\nh : ∀ (z : K), f z = z ^ 2\n⊢ x = y");
        Assert.Equal(expected, terms.Text(terms.Read(text)!));
    }

    [Theory]
    [InlineData("n + 1")]
    [InlineData("x ^ n")]
    [InlineData("h x")]
    [InlineData("x ^ 1000")]
    [InlineData("x + ")]
    public void What_is_no_polynomial_over_the_field_is_not_read(string text) =>
        Assert.Null(Terms("x y : K\nn : Nat\nh : K → Nat\n⊢ x = y").Read(text));

    [Fact]
    public void A_function_that_is_given_by_itself_is_not_unfolded()
    {
        var terms = Terms("x : K\nf : K → K\nh : ∀ (z : K), f z = f (z + 1)\n⊢ f x = x");
        Assert.False(terms.IsDefinition("∀ (z : K), f z = f (z + 1)"));
        Assert.Equal("(f (x))", terms.Text(terms.Read("f x")!));
    }

    [Fact]
    public void Inverses_are_remembered_with_what_they_are_inverse_to()
    {
        var terms = Terms("x y : K\n⊢ x = y");
        terms.Read("1 / (x + y) + 1 / x");
        Assert.Equal(["x + y", "x"], terms.Inverses.Values.Select(terms.Text));
    }

    [Fact]
    public void Only_as_many_atoms_as_can_be_worked_with_are_read()
    {
        var terms = Terms("x : K\ng : K → K\n⊢ x = x");
        Assert.Null(terms.Read(string.Join(" + ", Enumerable.Range(0, 40).Select(i => $"g {i}"))));
    }

    [Theory]
    [InlineData("x y : Rat\n⊢ x = y", "Rat", true)]
    [InlineData("x y : ℚ\n⊢ x = y", "ℚ", true)]
    [InlineData(Field + "x : K\n⊢ x = x", "K", true)]
    [InlineData("ℂ : Type\ninst✝¹ : Lean.Grind.Field ℂ\ninst✝ : Lean.Grind.IsCharP ℂ 0\nz : ℂ\n⊢ z = z", "ℂ", false)]
    public void A_field_is_known_by_its_instances(string goal, string type, bool isOrdered)
    {
        var setting = Assert.Single(FieldSetting.Of(new GoalFeatures(GoalReader.Read(goal))));
        Assert.Equal((type, isOrdered), (setting.Type, setting.IsOrdered));
        Assert.Empty(setting.Hypotheses);
    }

    [Fact]
    public void Integers_are_no_field() => Assert.Empty(FieldSetting.Of(new GoalFeatures(GoalReader.Read("x y : Int\nh : x = y\n⊢ y = x"))));

    private static FieldTerms Terms(string goal) => new(FieldSetting.Of(new GoalFeatures(GoalReader.Read(Field + goal))).Single());
}
