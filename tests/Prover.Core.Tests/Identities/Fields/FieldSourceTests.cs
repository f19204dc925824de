using Prover.Core.Identities.Fields;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Tests.Identities.Fields;

public class FieldSourceTests
{
    private const string Field = "K : Type\ninst✝⁵ : Lean.Grind.Field K\ninst✝⁴ : LE K\ninst✝³ : LT K\ninst✝² : Std.LawfulOrderLT K\ninst✝¹ : Std.IsLinearOrder K\ninst✝ : Lean.Grind.OrderedRing K\n";

    [Theory]
    [InlineData("x y : K\n⊢ 2 * x * y ≤ x ^ 2 + y ^ 2")]
    [InlineData("x : K\nh : x ^ 2 - 5 * x - 4 ≤ 10\n⊢ x ≥ -2 ∧ x ≤ 7")]
    [InlineData("c : K\nf : K → K\nh₀ : ∀ (x : K), f x = 2 * x ^ 2 + 5 * x + c\nh₁ : ∃ x, f x ≤ 0\n⊢ c ≤ 25 / 8")]
    [InlineData("x y : K\nh₀ : 0 < x\nh₁ : 0 < y\nh₂ : x ^ 2 = y ^ 2\n⊢ x = y")]
    [InlineData("x y : K\nh : x ≠ y\n⊢ 2 * x * y < x ^ 2 + y ^ 2")]
    public void An_inequality_gets_a_combination_and_then_the_same_spelt_out(string goal)
    {
        var found = Engine.Certify("ordered-field", Field + goal);
        Assert.Equal(2, found.Count);
        Assert.DoesNotContain("have id", found[0].Candidate.Proof, StringComparison.Ordinal);
        Assert.Contains("have id", found[1].Candidate.Proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x y : K\n⊢ x * y ≤ x ^ 2 + y")]
    [InlineData("x : K\nh : 0 ≤ x\n⊢ x ≤ x ^ 2")]
    [InlineData("x y : K\n⊢ x = y")]
    [InlineData("x y : K\nn : Nat\n⊢ n = 3")]
    public void What_is_false_gets_none(string goal) => Assert.Empty(Engine.Certify("ordered-field", Field + goal));

    [Fact]
    public void Without_an_order_there_are_no_inequalities() =>
        Assert.Empty(Engine.Certify("ordered-field", "ℂ : Type\ninst✝ : Lean.Grind.Field ℂ\nz w : ℂ\nh : z ^ 2 + w ^ 2 = 0\n⊢ z = 0"));

    [Fact]
    public void Premises_that_contradict_each_other_prove_what_is_no_claim_about_the_field() =>
        Assert.NotEmpty(Engine.Certify("ordered-field", Field + "x y : K\nn : Int\nh₀ : x ^ 3 = -45\nh₁ : y ^ 3 = -101\nh₂ : x < ↑n\nh₃ : ↑n < y\n⊢ n = -4"));

    [Fact]
    public void A_polynomial_identity_is_asked_at_numbers()
    {
        var found = Assert.Single(Engine.Certify("instances", Field + "a b : K\nh : ∀ (x : K), x ^ 2 + a * x + b = (x - a) * (x - b)\n⊢ a + b = -1"));
        Assert.Contains("h 0\n", found.Candidate.Proof, StringComparison.Ordinal);
        Assert.Contains("h (-1)\n", found.Candidate.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public void A_multiplicative_equation_is_asked_at_quotients_and_its_premises_are_proved()
    {
        var found = Assert.Single(Engine.Certify("instances", Field + "f : K → K\nh₀ : ∀ (x : K), x > 0 → ∀ (y : K), y > 0 → f (x * y) = f x / y\nh₁ : f 500 = 3\n⊢ f 600 = 5 / 2"));
        Assert.Contains("h₀ 500 (by grind) (600 / 500) (by grind)\n", found.Candidate.Proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("⊢ f 2 = 4", "∀ (x : K), f x = x ^ 2")]
    [InlineData("⊢ f 2 = 4", "∀ (n : Nat), f n = n")]
    public void A_definition_and_what_holds_of_something_else_are_not_asked(string goal, string hypothesis) =>
        Assert.Empty(Engine.Certify("instances", $"{Field}f : K → K\nh : {hypothesis}\n{goal}"));

    [Fact]
    public void Roots_of_what_follows_from_the_equations_are_stated()
    {
        var found = Assert.Single(Engine.Certify("roots", Field + "a b : K\nh₀ : b = a ^ 2 + 4 * a + 6\nh₁ : b = 1 / 2 * a ^ 2 + a + 6\n⊢ a = 0 ∨ a = -6"));
        Assert.Contains("b = (6 : K) ∨ b = (18 : K)", found.Candidate.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public void Irrational_roots_are_not_stated() => Assert.Empty(Engine.Certify("roots", Field + "a : K\nh : a ^ 2 = 2\n⊢ a ^ 4 = 4"));

    [Theory]
    [InlineData("x ^ 2 - 1", "-1, 1")]
    [InlineData("6 * x ^ 2 + x - 1", "-1 / 2, 1 / 3")]
    [InlineData("x ^ 3 - 3 * x + 2", "-2, 1")]
    [InlineData("x ^ 4 - 4 * x ^ 2", "-2, 0, 2")]
    [InlineData("x ^ 2 + 1", null)]
    [InlineData("x ^ 3 - x ^ 2 - 2 * x + 2", null)]
    public void Rational_roots_are_all_of_them_or_none(string text, string? expected)
    {
        var roots = RootSource.RationalRoots(Polynomial.Parse(text, ["x"])!, 0);
        Assert.Equal(expected, roots is null ? null : string.Join(", ", roots));
    }
}
