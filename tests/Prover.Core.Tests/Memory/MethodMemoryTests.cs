using Prover.Core.Memory;

namespace Prover.Core.Tests.Memory;

public sealed class MethodMemoryTests : IDisposable
{
    private const string Sum = "x y : ℤ\nh : x ≤ y\n⊢ x + 1 ≤ y + 1";
    private const string SumToo = "a b : ℤ\nhab : a ≤ b\n⊢ a + 1 ≤ b + 1";
    private const string Power = "n : ℕ\n⊢ (2 ^ n) % 3 = 1 ∨ (2 ^ n) % 3 = 2";
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-memory-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static LearnedProof Proof(string id, string goal, string? method) => new(id, [new ProofStep(goal, "skip"), new ProofStep("⊢ True", "trivial")]) { Method = method };

    [Fact]
    public async Task A_method_is_remembered_for_the_goal_of_the_whole_proof()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("sum", Sum, "portfolio/linear"), Stop);
        await memory.LearnAsync(Proof("power", Power, "search"), Stop);

        var best = memory.SuggestMethods(SumToo, 5);

        Assert.Equal(("portfolio/linear", "sum"), (best[0].Method, best[0].ProofId));
        Assert.InRange(best[0].Score, 0.85, 1);
        Assert.True(best.Skip(1).All(m => m.Score < 0.1));

        // The goal of an inner step says nothing about who finds proofs of it.
        Assert.True(memory.SuggestMethods("⊢ True", 5).All(m => m.Score < 0.5));
    }

    [Fact]
    public async Task Of_methods_for_alike_goals_that_which_found_more_proofs_comes_first()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("a", Sum, "portfolio/grind"), Stop);
        Assert.Equal(["portfolio/grind"], memory.SuggestMethods(SumToo, 5).Select(m => m.Method));

        await memory.LearnAsync(Proof("b", "u v : ℤ\nh : u ≤ v\n⊢ u + 2 ≤ v + 2", "portfolio/linear"), Stop);
        await memory.LearnAsync(Proof("c", "u v : ℤ\nk : u ≤ v\n⊢ u + 1 ≤ v + 1", "portfolio/linear"), Stop);

        Assert.Equal(["portfolio/linear", "portfolio/grind"], memory.SuggestMethods(SumToo, 5).Select(m => m.Method));
        Assert.Single(memory.SuggestMethods(SumToo, 1));
        Assert.Empty(memory.SuggestMethods(SumToo, 0));
    }

    [Fact]
    public async Task Proofs_without_a_method_suggest_none()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(Proof("a", Sum, null), Stop);

        Assert.Empty(memory.SuggestMethods(Sum, 5));
        Assert.NotEmpty(memory.Suggest(Sum, 5));
    }

    [Fact]
    public async Task Methods_are_known_after_a_restart_and_as_of_then()
    {
        var path = Path.Combine(_folder, "tactics");
        await using (var first = await TacticMemory.OpenAsync(path, Stop))
        {
            await first.LearnAsync(Proof("a", Sum, "portfolio/grind") with { Seconds = 0.25 }, Stop);
            await first.LearnAsync(Proof("none", Power, null), Stop);
        }

        await using var memory = await TacticMemory.OpenAsync(path, Stop);
        var then = memory.Snapshot();
        await memory.LearnAsync(Proof("b", SumToo, "portfolio/linear"), Stop);
        await memory.LearnAsync(Proof("c", SumToo, "portfolio/linear"), Stop);

        Assert.Equal(["portfolio/grind"], then.SuggestMethods(SumToo, 5).Select(m => m.Method));
        Assert.Equal(["portfolio/linear", "portfolio/grind"], memory.SuggestMethods(SumToo, 5).Select(m => m.Method));
        Assert.Equal([null, 0.25], memory.SuggestMethods(SumToo, 5).Select(m => m.Seconds));
        Assert.Equal(1, memory.SuggestMethods(Sum, 5).Max(m => m.Similarity), 6);
        Assert.Equal(["portfolio/grind"], memory.AsOf(2).SuggestMethods(SumToo, 5).Select(m => m.Method));
    }

    [Theory]
    [InlineData("portfolio/residue", "portfolio/residue")]
    [InlineData("search+memory/12 goals", "search")]
    [InlineData("memory/0a1b", "memory")]
    [InlineData("chat/goedel/prove.v1@12", "chat")]
    [InlineData(null, null)]
    public void The_method_of_an_origin_is_what_would_be_asked_again(string? origin, string? method) => Assert.Equal(method, LearnedProof.MethodOf(origin));
}
