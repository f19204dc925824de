using Prover.Core.Verification;

namespace Prover.Lean.Tests.RealLean;

/// <summary>The verifier's rules on real Lean: honest proofs pass, and what is no proof of the statement does not.</summary>
public sealed class VerifyTests(LeanFixture lean)
{
    [Theory]
    [InlineData("theorem t (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 3 := by omega")]
    [InlineData("theorem t (p q : Prop) : p ∧ q → q ∧ p := fun ⟨hp, hq⟩ => ⟨hq, hp⟩")]
    [InlineData("theorem t (p : Prop) : p ∨ ¬ p := Classical.em p")]
    [InlineData("theorem t (n : Nat) : 0 + n = n := by\n  induction n with\n  | zero => rfl\n  | succ n ih => rw [← Nat.add_assoc, ih]")]
    [InlineData("open Nat\nset_option maxHeartbeats 400000\ntheorem t : ∀ n : Fin 20, n.val < 20 := by decide")]
    [InlineData("def double (n : Nat) : Nat := n + n\ntheorem helper (n : Nat) : double n = 2 * n := by unfold double; omega\ntheorem t : double 4 = 8 := by rw [helper]")]
    [InlineData("notation \"ℤ\" => Int\ntheorem t (a b : ℤ) : (a + b) * (a + b) = a * a + 2 * a * b + b * b := by grind")]
    [InlineData("namespace Foo\nprivate theorem t : 2 + 2 = 4 := by decide\nend Foo")]
    [InlineData("import Init\ntheorem t : True := by trivial\n#exit\nthis is not read")]
    [InlineData("theorem t : ∃ n : Nat, n * n = 49 := by\n  exact ⟨7, by decide⟩\n\n-- a remark with 'sorry' in it")]
    public async Task Honest_proofs_are_proved(string text)
    {
        var verdict = await VerifyAsync(text);

        Assert.True(verdict.Kind == VerdictKind.Proved, $"{verdict.Reason} {string.Join('\n', verdict.Messages)}");
        Assert.Empty(AllowedAxioms.Forbidden(verdict.Axioms));
    }

    [Theory]
    [InlineData("theorem t (a b : Nat) : a < b := by omega", "error")]
    [InlineData("theorem t : 1 = 2 := by sorry", "sorry")]
    [InlineData("theorem helper : 1 = 2 := sorry\ntheorem t : 1 = 2 := helper", "sorry")]
    [InlineData("theorem unused : 1 = 2 := sorry\ntheorem t : 1 = 1 := rfl", "sorry")]
    [InlineData("axiom cheat : 1 = 2\ntheorem t : 1 = 2 := cheat", "cheat")]
    [InlineData("axiom hidden : 1 = 2\nopaque box : PLift (1 = 2) := ⟨hidden⟩\ntheorem t : 1 = 2 := box.down", "hidden")]
    [InlineData("theorem t : 1 = 2 := sorryAx _ false", "sorry")]
    [InlineData("theorem t : 1 = 2 := by exact (sorryAx _ true)", "sorry")]
    [InlineData("def t : Nat := 3", "no theorem")]
    [InlineData("axiom t : 1 = 2", "no theorem")]
    [InlineData("example : 1 = 1 := rfl", "no theorem")]
    [InlineData("theorem t : 10 < 11 := by native_decide", "")]
    [InlineData("theorem t : 1 = 1 := rfl\n/- the comment never ends", "error")]
    [InlineData("import Mathlib\ntheorem t : 1 = 1 := rfl", "error")]
    public async Task What_is_no_proof_is_rejected(string text, string reason)
    {
        var verdict = await VerifyAsync(text);

        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theorem t (n : Nat) : n = n := rfl", "theorem t (n : Nat) : n = n")]
    [InlineData("theorem t (m : Nat) : m = m := rfl", "theorem t (n : Nat) : n = n := by sorry")]
    [InlineData("theorem helper : True := trivial\ntheorem t : 1 + 1 = 2 := rfl", "theorem t : 1 + 1 = 2")]
    [InlineData("theorem t : 1 + 1 = 2 := rfl\ntheorem later : True := trivial", "theorem t : 1 + 1 = 2")]
    [InlineData("def f (n : Nat) := n + 1\ntheorem t : f 1 = 2 := rfl", "def f (n : Nat) := n + 1\ntheorem t : f 1 = 2")]
    [InlineData("namespace A\ntheorem t : 1 + 1 = 2 := rfl\nend A", "theorem A.t : 1 + 1 = 2")]
    [InlineData("notation \"ℕ\" => Nat\ntheorem t (n : ℕ) : n = n := rfl", "theorem t (n : Nat) : n = n")]
    [InlineData("theorem t.{u} (α : Type u) (a : α) : a = a := rfl", "theorem t.{u} (α : Type u) (a : α) : a = a")]
    public async Task A_proof_of_the_asked_statement_is_proved(string text, string statement)
    {
        var verdict = await VerifyAsync(text, statement);

        Assert.True(verdict.Kind == VerdictKind.Proved, $"{verdict.Reason} {string.Join('\n', verdict.Messages)}");
    }

    [Theory]
    [InlineData("theorem t : 1 = 1 := rfl", "theorem t : 1 = 2")]
    [InlineData("theorem t (n : Nat) (h : n < 0) : n = 5 := by omega", "theorem t (n : Nat) : n = 5")]
    [InlineData("theorem other : 1 = 1 := rfl", "theorem t : 1 = 1")]
    [InlineData("theorem t (n : Int) : n = n := rfl", "theorem t (n : Nat) : n = n")]
    [InlineData("notation \"Nat'\" => Unit\ntheorem t (a b : Unit) : a = b := rfl", "theorem t (a b : Nat) : a = b")]
    [InlineData("def f (n : Nat) := n + 2\ntheorem t : f 1 = 3 := rfl", "def f (n : Nat) := n + 1\ntheorem t : f 1 = 3")]
    [InlineData("local instance : HAdd Nat Nat Nat := ⟨fun _ _ => 5⟩\ntheorem t : 2 + 2 = 5 := rfl", "theorem t : 2 + 2 = 5")]
    [InlineData("local macro_rules | `($a = $b) => `(True)\ntheorem t : 2 + 2 = 5 := trivial", "theorem t : 2 + 2 = 5")]
    [InlineData("infixl:65 (priority := high) \" + \" => Nat.mul\ntheorem t : 3 + 3 = 9 := rfl", "theorem t : 3 + 3 = 9")]
    [InlineData("namespace A\ntheorem t : 1 = 1 := rfl\nend A", "theorem t : 1 = 1")]
    [InlineData("theorem t.{u} (α : Type u) (a : α) : a = a := rfl", "theorem t (α : Type) (a : α) : a = a")]
    [InlineData("variable (h : False)\ntheorem t : 1 = 2 := by\n  exact h.elim", "theorem t : 1 = 2")]
    [InlineData("def t : 1 = 1 := rfl", "theorem t : 1 = 1")]
    public async Task A_proof_of_another_statement_is_rejected(string text, string statement)
    {
        var verdict = await VerifyAsync(text, statement);

        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
    }

    [Fact]
    public async Task Positions_count_lines_from_one_and_code_points_from_zero_in_the_text_as_given()
    {
        var verdict = await VerifyAsync("open Nat\n\nnotation \"ℕ\" => Nat\n\ntheorem t (𝔸 : ℕ) : 𝔸 = 𝔸 + 1 := by\n  omega");

        var error = Assert.Single(verdict.Messages);
        Assert.Equal((6, 2), (error.Start.Line, error.Start.Column));

        var term = Assert.Single((await VerifyAsync("theorem t (𝔸 : Nat) : 𝔸 = 𝔸 := foo")).Messages);
        Assert.Equal((1, 31), (term.Start.Line, term.Start.Column));
    }

    private Task<Verdict> VerifyAsync(string text, string? statement = null) =>
        lean.Verifier.VerifyAsync(new VerifyRequest { Text = text, Statement = statement }, TestContext.Current.CancellationToken);
}
