using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Statements;

public class TheoremStatementTests
{
    [Theory]
    [InlineData("theorem t (a : Nat) : a = a")]
    [InlineData("theorem t (a : Nat) : a = a :=")]
    [InlineData("theorem t (a : Nat) : a = a := by\n")]
    [InlineData("theorem t (a : Nat) : a = a := by sorry")]
    [InlineData("theorem t (a : Nat) : a = a := sorry\n\n")]
    public void The_hole_for_the_proof_is_taken_off(string text)
    {
        var statement = TheoremStatement.Parse(text);

        Assert.Equal("theorem t (a : Nat) : a = a", statement.Head);
        Assert.Equal("t", statement.LocalName);
        Assert.Equal("theorem t (a : Nat) : a = a := by sorry\n", statement.WithSorry);
    }

    [Theory]
    [InlineData("theorem t : a -- why")]
    [InlineData("theorem t : \"--\" = s")]
    [InlineData("theorem t : a -- := by sorry")]
    public void A_comment_at_the_end_does_not_swallow_the_proof(string text)
    {
        var statement = TheoremStatement.Parse(text);

        Assert.StartsWith(statement.Head + "\n  := by simp", statement.WithProof("by simp"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theorem t : ∀ r : String, r ≠ \"a\" → r = r\"\\\"")]
    [InlineData("theorem t (c : Char) (h : c = '\"') : c.toNat = 34")]
    [InlineData("theorem t («--» : Nat) : «--» = «--»")]
    [InlineData("theorem t : s = r#\"a \" := by sorry\"#")]
    [InlineData("theorem t (h' : a') : a' = '\\''")]
    public void Nothing_that_is_stated_is_cut_off(string text) =>
        Assert.Equal(text, TheoremStatement.Parse(text).Head);

    [Theory]
    [InlineData("theorem t (c : Char) (h : c = ':') : c.toNat = 58", "theorem t_refuted : ¬ (∀ (c : Char) (h : c = ':'), c.toNat = 58)")]
    [InlineData("theorem t («a:b» : Nat) : «a:b» = 0", "theorem t_refuted : ¬ (∀ («a:b» : Nat), «a:b» = 0)")]
    public void Literals_do_not_mislead_the_negation(string text, string negation) =>
        Assert.Equal(negation, TheoremStatement.Parse(text).Negation()?.Head);

    [Theory]
    [InlineData("class C : Prop where no : False\nvariable [C]\ntheorem t : 1 = 1")]
    [InlineData("variable {K : Type} [Add K]\ntheorem t (x : K) : x = x")]
    [InlineData("variable (n m : Nat)\n  (k : Nat)\ntheorem t : k = k")]
    [InlineData("variable (a : Nat) in\ntheorem t : a = a")]
    public void Of_what_may_take_variables_there_is_no_negation_in_text(string text) => Assert.Null(TheoremStatement.Parse(text).Negation());

    [Fact]
    public void Variables_that_a_theorem_does_not_mention_are_not_its_own() => Assert.Equal(
        "variable {K : Type} [Add K] [LE K]\nvariable (n : Nat)\ntheorem t_refuted : ¬ (∀ (m : Nat), m = m)",
        TheoremStatement.Parse("variable {K : Type} [Add K] [LE K]\nvariable (n : Nat)\ntheorem t (m : Nat) : m = m").Negation()?.Head);

    [Fact]
    public void A_quoted_name_is_read_whole() =>
        Assert.Equal("Foo.«a : b».c", TheoremStatement.Parse("theorem Foo.«a : b».c : True").LocalName);

    [Fact]
    public void Opening_commands_stay_in_front()
    {
        var statement = TheoremStatement.Parse("notation \"ℕ\" => Nat\nlemma Foo.t' (n : ℕ) : n = n := by");

        Assert.Equal("Foo.t'", statement.LocalName);
        Assert.StartsWith("notation", statement.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("example : True")]
    [InlineData("-- theorem t : True")]
    [InlineData("def theorem_like : Nat := 3")]
    public void Without_a_theorem_the_error_says_what_to_write(string text)
    {
        var error = Assert.Throws<InvalidStatementException>(() => TheoremStatement.Parse(text));

        Assert.Contains("theorem t", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theorem t : 1 = 2", "theorem t_refuted : ¬ (1 = 2)")]
    [InlineData("theorem t (a b : Nat) {c : Nat} (h : a ≤ b) : a < b", "theorem t_refuted : ¬ (∀ (a b : Nat) {c : Nat} (h : a ≤ b), a < b)")]
    [InlineData("open Nat\ntheorem t (f : Nat → Nat := fun x => x) : f 1 = 2 := by", "open Nat\ntheorem t_refuted : ¬ (∀ (f : Nat → Nat := fun x => x), f 1 = 2)")]
    [InlineData("theorem t (s : \"a:b\" = \"\") : True", "theorem t_refuted : ¬ (∀ (s : \"a:b\" = \"\"), True)")]
    public void The_negation_is_a_statement_of_its_own(string text, string negation) =>
        Assert.Equal(negation, TheoremStatement.Parse(text).Negation()?.Head);

    [Fact]
    public void A_theorem_with_universes_has_no_negation_in_text() =>
        Assert.Null(TheoremStatement.Parse("theorem t.{u} (α : Type u) : Nonempty α").Negation());
}
