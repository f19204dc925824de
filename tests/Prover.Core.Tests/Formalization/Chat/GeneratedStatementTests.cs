using Prover.Core.Formalization.Chat;

namespace Prover.Core.Tests.Formalization.Chat;

public class GeneratedStatementTests
{
    [Theory]
    [InlineData("theorem foo (n : Nat) : n < n + 1 := by\n  omega", "theorem t (n : Nat) : n < n + 1")]
    [InlineData("lemma foo : True", "lemma t : True")]
    [InlineData("import Mathlib\n\nopen Nat\n\ntheorem foo : 1 = 1 := sorry", "open Nat\n\ntheorem t : 1 = 1")]
    [InlineData("def f (n : Nat) : Nat := n + 1\ntheorem foo (h : f 1 = (2 : Nat)) : f 2 = 3 := by simp [f]", "def f (n : Nat) : Nat := n + 1\ntheorem t (h : f 1 = (2 : Nat)) : f 2 = 3")]
    [InlineData("/-- An axiom of the problem. -/\ntheorem foo : 1 = 1 := by sorry", "/-- An axiom of the problem. -/\ntheorem t : 1 = 1")]
    [InlineData("theorem foo (x : Nat := 3) : x = x := rfl", "theorem t (x : Nat := 3) : x = x")]
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
    public void What_could_change_the_meaning_of_a_theorem_is_refused(string code, string objection)
    {
        var (statement, said) = GeneratedStatement.Read(code, "t");

        Assert.Null(statement);
        Assert.Contains(objection, said, StringComparison.Ordinal);
    }
}
