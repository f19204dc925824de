using System.Globalization;
using Prover.Core.Memory;

namespace Prover.Core.Tests.Memory;

public class TacticMemoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static LearnedProof Proof(string id, params (string Goal, string Tactic)[] steps) =>
        new(id, [.. steps.Select(s => new ProofStep(s.Goal, s.Tactic))]);

    [Fact]
    public async Task A_suggestion_says_which_proof_it_comes_from_and_how_it_stood_there()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("sum", ("x y : ℤ\nh : x ≤ y\n⊢ x + 1 ≤ y + 1", "linarith [h]")), Stop);
        await memory.LearnAsync(Proof("product", ("x : ℝ\n⊢ 0 ≤ x * x", "positivity")), Stop);

        var best = memory.Suggest("a b : ℤ\nhab : a ≤ b\n⊢ a + 1 ≤ b + 1", 5)[0];

        Assert.Equal(("linarith [hab]", "sum", "linarith [h]"), (best.Tactic, best.ProofId, best.Original));
        Assert.InRange(best.Score, 0.85, 1);
    }

    [Fact]
    public async Task What_was_learned_is_known_at_once_and_once()
    {
        await using var memory = TacticMemory.InMemory();
        Assert.Empty(memory.Suggest("⊢ 1 + 1 = 2", 5));

        await memory.LearnAsync(Proof("a", ("⊢ 1 + 1 = 2", "rfl")), Stop);
        var once = memory.Suggest("⊢ 1 + 1 = 2", 5);
        await memory.LearnAsync(Proof("a", ("⊢ 1 + 1 = 2", "decide")), Stop);

        Assert.Equal("rfl", Assert.Single(once).Tactic);
        Assert.Equal(once, memory.Suggest("⊢ 1 + 1 = 2", 5));
        Assert.Equal(1, memory.Count);
    }

    [Fact]
    public async Task Of_tactics_for_the_same_goal_that_which_helped_more_often_comes_first()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("a", ("n : ℕ\n⊢ n < n + 1", "simp")), Stop);
        await memory.LearnAsync(Proof("b", ("n : ℕ\n⊢ n < n + 1", "omega")), Stop);
        Assert.Equal(["simp", "omega"], memory.Suggest("m : ℕ\n⊢ m < m + 1", 2).Select(s => s.Tactic));

        for (var i = 0; i < 5; i++)
        {
            await memory.LearnAsync(Proof($"c{i}", ($"p q : Prop\nh : p ∧ q\n⊢ q ∨ {i} = 1", "omega")), Stop);
        }

        Assert.Equal(["omega", "simp"], memory.Suggest("m : ℕ\n⊢ m < m + 1", 2).Select(s => s.Tactic));
    }

    [Fact]
    public async Task Many_distant_goals_do_not_outvote_a_near_one()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("near", ("a b : ℕ\n⊢ Nat.gcd a b ∣ a", "exact Nat.gcd_dvd_left a b")), Stop);
        for (var i = 0; i < 200; i++)
        {
            await memory.LearnAsync(Proof($"far{i}", ($"a b : ℕ\nh : a < {i}\n⊢ a * b ∣ b * a + {i}", "simp")), Stop);
        }

        Assert.Equal("exact Nat.gcd_dvd_left n m", memory.Suggest("m n : ℕ\n⊢ Nat.gcd n m ∣ n", 3)[0].Tactic);
    }

    [Fact]
    public async Task Neighbours_that_agree_after_adaptation_give_one_suggestion_and_a_higher_score()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("one", ("x : ℤ\nh : x = 3\n⊢ x + 2 = 5", "rw [h]")), Stop);
        var before = memory.Suggest("u : ℤ\ne : u = 4\n⊢ u + 2 = 6", 5);
        await memory.LearnAsync(Proof("two", ("y : ℤ\nk : y = 5\n⊢ y + 2 = 7", "rw [k]")), Stop);
        var after = memory.Suggest("u : ℤ\ne : u = 4\n⊢ u + 2 = 6", 5);

        Assert.Equal("rw [e]", Assert.Single(after).Tactic);
        Assert.True(after[0].Score > before[0].Score);
    }

    [Fact]
    public async Task A_snapshot_does_not_change_and_learns_nothing()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("a", ("⊢ 1 + 1 = 2", "rfl")), Stop);
        var snapshot = memory.Snapshot();
        var before = snapshot.Suggest("⊢ 1 + 1 = 2", 5);
        await memory.LearnAsync(Proof("b", ("⊢ 1 + 1 = 2", "decide"), ("⊢ 1 + 1 = 2", "rfl")), Stop);

        Assert.Equal(before, snapshot.Suggest("⊢ 1 + 1 = 2", 5));
        Assert.Equal(before, memory.AsOf(1).Suggest("⊢ 1 + 1 = 2", 5));
        Assert.Empty(memory.AsOf(0).Suggest("⊢ 1 + 1 = 2", 5));
        Assert.Equal(2, memory.Suggest("⊢ 1 + 1 = 2", 5).Count);
        await Assert.ThrowsAsync<NotSupportedException>(() => snapshot.LearnAsync(Proof("c"), Stop));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.AsOf(3));
    }

    [Fact]
    public async Task Proofs_can_be_learned_while_others_ask()
    {
        await using var memory = TacticMemory.InMemory();
        var goals = Enumerable.Range(0, 400).Select(i => SampleGoals.Draw(new Random(i)).Text()).ToList();
        var learning = Parallel.ForEachAsync(Enumerable.Range(0, goals.Count), Stop, async (i, stop) =>
            await memory.LearnAsync(Proof(i.ToString(CultureInfo.InvariantCulture), (goals[i], $"exact lemma{i}")), stop));
        var asking = Task.Run(
            () =>
            {
                do
                {
                    foreach (var suggestion in memory.Suggest(goals[7], 10))
                    {
                        Assert.Equal(suggestion.Original, $"exact lemma{suggestion.ProofId}");
                    }
                }
                while (!learning.IsCompleted);
            },
            Stop);
        await Task.WhenAll(learning, asking);

        Assert.Equal(goals.Count, memory.Count);
        Assert.All(Enumerable.Range(0, goals.Count), i => Assert.Contains(memory.Suggest(goals[i], 10), s => s.Original == $"exact lemma{i}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no goals")]
    [InlineData("x : ℤ")]
    public async Task What_is_no_goal_has_no_suggestions_and_teaches_nothing(string text)
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("a", (text, "simp"), ("⊢ 1 = 1", " ")), Stop);
        await memory.LearnAsync(Proof("b", ("⊢ 1 = 1", "rfl")), Stop);

        Assert.Empty(memory.Suggest(text, 5));
        Assert.Equal(new MemoryStatistics(2, 1, 1, 1), memory.Statistics);
    }
}
