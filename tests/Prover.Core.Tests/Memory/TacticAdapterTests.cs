using Prover.Core.Memory.Adaptation;
using Prover.Core.Memory.Terms;

namespace Prover.Core.Tests.Memory;

public class TacticAdapterTests
{
    private static IReadOnlyList<string> Adapt(string source, string tactic, string target) =>
        [.. new TacticAdapter(GoalTerms.Read(target)!).Adapt(tactic, GoalTerms.Read(source)!).Select(a => a.Text)];

    [Theory]
    // Hypotheses by their propositions, wherever they stand.
    [InlineData("x y : ℤ\nh : x ≤ y\n⊢ x ≤ y + 1", "linarith [h]", "a b : ℤ\nk : b < 3\nhab : a ≤ b\n⊢ a ≤ b + 1", "linarith [hab]")]
    [InlineData("p q : Prop\nh : p ∧ q\n⊢ q", "exact h.2", "a b : Prop\nh : a → b\nu : a ∧ b\n⊢ b", "exact u.2")]
    // Which of two like ones follows from the conclusion.
    [InlineData("x y : ℕ\nh : x ≤ y\n⊢ x ≤ y", "exact h", "a b : ℕ\nh1 : b ≤ a\nh2 : a ≤ b\n⊢ a ≤ b", "exact h2")]
    [InlineData("x y : ℕ\nh : x ≤ y\n⊢ x ≤ y", "exact h", "a b : ℕ\nh1 : a ≤ b\nh2 : b ≤ a\n⊢ b ≤ a", "exact h2")]
    // Variables by their types and their places.
    [InlineData("x : ℝ\n⊢ 0 ≤ x ^ 2", "nlinarith [sq_nonneg x]", "n : ℕ\nt : ℝ\n⊢ 0 ≤ t ^ 2", "nlinarith [sq_nonneg t]")]
    [InlineData("a b : ℕ\n⊢ a + b = b + a", "exact Nat.add_comm a b", "n m : ℕ\n⊢ m + n = n + m", "exact Nat.add_comm m n")]
    [InlineData("a b c : ℝ\n⊢ a * b ≤ c", "nlinarith [sq_nonneg (a - b), c]", "c a b : ℝ\n⊢ b * c ≤ a", "nlinarith [sq_nonneg (b - c), a]")]
    // Numbers by their places.
    [InlineData("n : ℕ\nh : n % 7 = 3\n⊢ n * n % 7 = 2", "interval_cases n % 7 <;> omega", "m : ℕ\nh : m % 11 = 3\n⊢ m * m % 11 = 9", "interval_cases m % 11 <;> omega")]
    [InlineData("⊢ ∃ k, 12 = 4 * k", "exact ⟨3, rfl⟩", "⊢ ∃ k, 21 = 7 * k", "exact ⟨3, rfl⟩")]
    // What the tactic brings stays, and is made fresh where it collides.
    [InlineData("n : ℕ\n⊢ n = n + 0", "induction n with\n| zero => rfl\n| succ n ih => simp [ih]", "m : ℕ\n⊢ m = m + 0", "induction m with\n| zero => rfl\n| succ n ih => simp [ih]")]
    [InlineData("n : ℕ\n⊢ n = n + 0", "induction n with\n| zero => rfl\n| succ k ih => simp [ih]", "m k : ℕ\n⊢ m = m + 0", "induction m with\n| zero => rfl\n| succ k' ih => simp [ih]")]
    [InlineData("p : Prop\n⊢ p → p", "intro h\nexact h", "q : Prop\nh : 1 < 2\n⊢ q → q", "intro h'\nexact h'")]
    [InlineData("p q : Prop\nh : p ∧ q\n⊢ q", "obtain ⟨hp, hq⟩ := h\nexact hq", "a b : Prop\nhq : a ∧ b\n⊢ b", "obtain ⟨hp, hq'⟩ := hq\nexact hq'")]
    [InlineData("p q : Prop\nh : p ∨ q\n⊢ q ∨ p", "rcases h with h | h\n· exact Or.inr h\n· exact Or.inl h", "a b : Prop\nk : a ∨ b\n⊢ b ∨ a", "rcases k with h | h\n· exact Or.inr h\n· exact Or.inl h")]
    [InlineData("x : ℤ\nh : 0 < x\n⊢ 0 < x + x", "have h2 : 0 < x + x := by linarith [h]\nexact h2", "h2 : ℤ\np : 0 < h2\n⊢ 0 < h2 + h2", "have h2' : 0 < h2 + h2 := by linarith [p]\nexact h2'")]
    [InlineData("s : ℕ\n⊢ ∃ x, x = s", "exact ⟨s, rfl⟩", "x : ℕ\n⊢ ∃ y, y = x", "exact ⟨x, rfl⟩")]
    [InlineData("f : ℕ → ℕ\n⊢ f = f", "exact congrArg (fun g => g) (rfl : f = f)", "g : ℕ → ℕ\n⊢ g = g", "exact congrArg (fun g' => g') (rfl : g = g)")]
    // Keywords that end a line bring nothing of the next.
    [InlineData("p : Prop\nh : p\n⊢ p", "intros\nexact h", "q : Prop\nk : q\n⊢ q", "intros\nexact k")]
    // Fields and named arguments are no locals.
    [InlineData("n : ℕ\nh : n = 1\n⊢ n = 1", "exact (foo (n := 3)).h h", "m : ℕ\nk : m = 1\n⊢ m = 1", "exact (foo (n := 3)).h k")]
    public void Arguments_become_those_of_the_goal_at_hand(string source, string tactic, string target, string expected) =>
        Assert.Equal(expected, Adapt(source, tactic, target)[0]);

    [Theory]
    [InlineData("x : ℤ\nh : 0 < x\n⊢ 0 ≤ x", "linarith [h]", "x : ℤ\n⊢ 0 ≤ x")]
    [InlineData("x y : ℤ\nh : x = 3\n⊢ x ≤ y", "simp [h, x, y]", "x : ℤ\nh : x = 3\n⊢ x ≤ 3")]
    [InlineData("x : ℤ\nh : 0 < x\n⊢ 0 ≤ x", "linarith [h]", "x : ℤ\nh✝ : 0 < x\n⊢ 0 ≤ x")]
    [InlineData("s : Finset ℕ\n⊢ s = s", "simp [s]", "x : ℕ\n⊢ x = x")]
    public void A_tactic_that_names_what_has_no_counterpart_is_dropped(string source, string tactic, string target) =>
        Assert.Empty(Adapt(source, tactic, target));

    [Fact]
    public void Two_locals_never_become_one()
    {
        var adapted = Adapt("a b : ℕ\nh₁ : a < 3\nh₂ : b < 3\n⊢ a + b < 6", "omega_with h₁ h₂ a b", "x y : ℕ\nu : x < 3\nv : y < 3\n⊢ x + y < 6");

        Assert.Equal("omega_with u v x y", adapted[0]);
        Assert.All(adapted, t => Assert.Equal(4, t.Split(' ').Skip(1).Distinct().Count()));
    }

    [Fact]
    public void What_is_ambiguous_gives_alternatives_but_few()
    {
        var adapted = Adapt("x : ℕ\nh : 0 < x\n⊢ False", "exact absurd h (by decide)", "a b c d e : ℕ\nh1 : 0 < a\nh2 : 0 < b\nh3 : 0 < c\nh4 : 0 < d\nh5 : 0 < e\n⊢ False");

        Assert.Equal(["exact absurd h1 (by decide)", "exact absurd h2 (by decide)", "exact absurd h3 (by decide)"], adapted);
    }

    [Fact]
    public void Numbers_as_they_were_are_the_second_choice() => Assert.Equal(
        ["exact ⟨5, rfl⟩", "exact ⟨3, rfl⟩"], Adapt("⊢ ∃ k, k = 3", "exact ⟨3, rfl⟩", "⊢ ∃ k, k = 5"));

    [Fact]
    public void A_tactic_for_its_own_goal_stays_as_it_is()
    {
        const string goal = "x y : ℤ\nh₀ : x + 2 * y = 7\nh₁ : x - y = 1\n⊢ x = 3 ∧ y = 2";
        const string tactic = "constructor\n· linarith [h₀, h₁] -- x\n· have h := h₁\n  nlinarith [sq_nonneg (x - 3), h]";

        Assert.Equal(tactic, Adapt(goal, tactic, goal)[0]);
    }

    [Theory]
    [InlineData("exact h", "exact k", true)]
    [InlineData("exact  h", "exact k", true)]
    [InlineData("exact h.1", "exact h.2", false)]
    [InlineData("intro a\nexact a", "intro b\nexact b", true)]
    [InlineData("exact h", "apply h", false)]
    public void Tactics_are_counted_by_kind_whatever_the_names_of_locals(string one, string other, bool same)
    {
        var goal = GoalTerms.Read("p q : Prop\nh : p ∧ q\nk : p ∧ q\n⊢ p")!;

        Assert.Equal(same, TacticText.Read(one, goal).Kind == TacticText.Read(other, goal).Kind);
    }
}
