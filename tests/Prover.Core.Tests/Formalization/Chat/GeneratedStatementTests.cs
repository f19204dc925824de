using Prover.Core.Formalization.Chat;

namespace Prover.Core.Tests.Formalization.Chat;

public class GeneratedStatementTests
{
    [Theory]
    [InlineData("theorem foo (n : Nat) : n < n + 1 := by\n  omega", "theorem t (n : Nat) : n < n + 1")]
    [InlineData("lemma foo : True", "lemma t : True")]
    [InlineData("import Mathlib\n\nopen Nat\n\ntheorem foo : 1 = 1 := sorry", "open Nat\n\ntheorem t : 1 = 1")]
    [InlineData("def f (n : Nat) : Nat := n + 1\ntheorem foo (h : f 1 = (2 : Nat)) : f 2 = 3 := by simp [f]", "def f (n : Nat) : Nat := n + 1\ntheorem t (h : f 1 = (2 : Nat)) : f 2 = 3")]
    [InlineData("/-- An axiom of the problem. -/\ntheorem foo : 1 = 1 := by sorry", "theorem t : 1 = 1")]
    [InlineData("theorem foo (x : Nat := 3) : x = x := rfl", "theorem t (x : Nat := 3) : x = x")]
    [InlineData("open scoped BigOperators\nopen Nat Real\ntheorem foo : 1 = 1 := rfl", "open scoped BigOperators\nopen Nat Real\ntheorem t : 1 = 1")]
    [InlineData(
        "def f : Nat → Nat\n  | 0 => 1\n  | n + 1 => 2 * f n\ntermination_by n => n\n\ntheorem foo (n : Nat) : f n % 2 = 0 ∨ n = 0 := by\n  exact \"x\"",
        "def f : Nat → Nat\n  | 0 => 1\n  | n + 1 => 2 * f n\ntermination_by n => n\n\ntheorem t (n : Nat) : f n % 2 = 0 ∨ n = 0")]
    [InlineData("noncomputable def a' (x : ℝ) : ℝ := x⁻¹\ntheorem foo (x : ℝ) (hx : x ≠ 0) : |a' x * x| ≤ 1 := sorry", "noncomputable def a' (x : ℝ) : ℝ := x⁻¹\ntheorem t (x : ℝ) (hx : x ≠ 0) : |a' x * x| ≤ 1")]
    [InlineData("theorem foo (n : ℕ) (h : n ≡ 3 [MOD 7]) : ∑ i ∈ Finset.range n, i = n.choose 2 := sorry", "theorem t (n : ℕ) (h : n ≡ 3 [MOD 7]) : ∑ i ∈ Finset.range n, i = n.choose 2")]
    public void A_plain_theorem_is_taken_under_our_name(string code, string expected)
    {
        Assert.Equal((expected, null), GeneratedStatement.Read(code, "t"));
    }

    [Theory]
    [InlineData("axiom cheat : False\ntheorem foo : 1 = 2", "axiom")]
    [InlineData("notation \"2\" => 1\ntheorem foo : 1 = 2", "notation")]
    [InlineData("local infix:65 \" + \" => Nat.mul\ntheorem foo : 1 + 1 = 1", "local")]
    [InlineData("instance : Add Nat := ⟨fun _ _ => 0⟩\ntheorem foo : 1 + 1 = 0", "instance")]
    [InlineData("@[reducible] def x := 1\ntheorem foo : x = 1", "@[")]
    [InlineData("#eval 1\ntheorem foo : 1 = 1", "#eval")]
    [InlineData("macro \"x\" : term => `(1)\ntheorem foo : x = 1", "macro")]
    [InlineData("set_option maxRecDepth 1 in\ntheorem foo : 1 = 1", "set_option")]
    [InlineData("def f := 1", "no theorem")]
    [InlineData("theorem a : 1 = 1 := rfl\ntheorem b : 2 = 2 := rfl", "2 theorems")]
    [InlineData("theorem a := rfl", "states nothing")]
    [InlineData("", "no theorem")]

    // What runs where the trusted statement is compiled, or hides what stands in it.
    [InlineData("theorem foo : (by exact 1 : Nat) = 1", "'by'")]
    [InlineData("theorem foo : 0 < (⟨2, by run_tac pure ()⟩ : Fin 3)", "'by'")]
    [InlineData("def f (n : Nat) : Nat := f (n / 2)\ndecreasing_by all_goals omega\ntheorem foo : f 1 = 1", "decreasing_by")]
    [InlineData("theorem foo : letI : Add Nat := ⟨fun _ _ => 0⟩; 1 + 1 = 0", "letI")]
    [InlineData("theorem foo : @HAdd.hAdd Nat Nat Nat ⟨fun _ _ => 0⟩ 1 1 = 0", "'@'")]
    [InlineData("theorem foo : HAdd.hAdd (self := ⟨fun _ _ => 0⟩) 1 1 = 0", "self")]
    [InlineData("def f : Nat := sorry\ntheorem foo : f = f", "sorry")]
    [InlineData("theorem foo : type_of% 1 = Nat", "type_of%")]

    // Opening that gives things other names.
    [InlineData("open Nat renaming mul → add\ntheorem foo : add 1 1 = 1", "'open'")]
    [InlineData("open Nat\n  renaming mul → add\ntheorem foo : add 1 1 = 1", "'open'")]
    [InlineData("open Nat hiding add\ntheorem foo : 1 = 1", "'open'")]
    [InlineData("open Nat (add)\ntheorem foo : 1 = 1", "'open'")]
    [InlineData("open Nat in\ntheorem foo : 1 = 1", "'open'")]
    [InlineData("open Nat\nin theorem foo : 1 = 1", "'open'")]

    // Names that others have.
    [InlineData("def Nat.Prime (n : Nat) : Prop := True\ntheorem foo : Nat.Prime 4", "'Nat.Prime'")]
    [InlineData("abbrev ℕ := Int\ntheorem foo (n : ℕ) : 0 ≤ n", "'ℕ'")]
    [InlineData("def t_refuted := 0\ntheorem foo : 1 = 2", "'t_refuted'")]
    [InlineData("def t := 0\ntheorem foo : 1 = 2", "'t'")]

    // Signs that are not what they look like.
    [InlineData("theorem foo (n : Nat) (ο : Nat) : ο = n", "U+03BF")]
    [InlineData("theorem foo (n : Nat) : n = n \u202e+ 1", "U+202E")]
    [InlineData("theorem foo («n = 1» : Nat) : «n = 1» = 1", "U+00AB")]
    [InlineData("theorem foo : \"theorem x : A := B\" = \"\"", "U+0022")]
    [InlineData("theorem foo : '\"' = 'a'", "literal")]
    [InlineData("def а := 1\ntheorem foo : а = 1", "U+0430")]
    public void What_could_change_the_meaning_of_a_theorem_is_refused(string code, string objection)
    {
        var (statement, said) = GeneratedStatement.Read(code, "t");

        Assert.Null(statement);
        Assert.Contains(objection, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-- for all n > 0\ntheorem foo (n : Nat) : n = n -- trivially\n  ∧ True := sorry", "theorem t (n : Nat) : n = n\n  ∧ True")]
    [InlineData("theorem foo (n : Nat) : n /- with n > 0, /- really -/ -/ = n := sorry", "theorem t (n : Nat) : n   = n")]
    [InlineData("/- \" -/ theorem foo : 1 = 1 := sorry /- \" -/", "theorem t : 1 = 1")]
    public void Comments_are_no_part_of_a_statement(string code, string expected)
    {
        Assert.Equal((expected, null), GeneratedStatement.Read(code, "t"));
    }
}
