using Prover.Core.Memory;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;
using Prover.Core.TacticSearch;

namespace Prover.Core.Tests.TacticSearch;

public class GuidedSamplerTests
{
    private const string Goal = "n : Nat\n⊢ (n ^ 2 + n) % 2 = 0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Problem Parity { get; } =
        new() { Name = "parity", Statement = TheoremStatement.Parse("theorem parity (n : Nat) : (n ^ 2 + n) % 2 = 0"), Goal = Goal, Fingerprint = "f" };

    [Fact]
    public async Task Without_anything_like_it_in_memory_nothing_changes()
    {
        await using var memory = TacticMemory.InMemory();

        Assert.Equal(await OriginsAsync(new PortfolioSampler()), (await OriginsAsync(Guided(memory))).SkipLast(1));
    }

    [Fact]
    public async Task The_script_and_the_method_that_proved_such_a_goal_come_first_and_none_is_lost()
    {
        await using var memory = TacticMemory.InMemory();
        var usual = await OriginsAsync(new PortfolioSampler());
        Assert.NotEqual("portfolio/residue", usual[0]);
        await memory.LearnAsync(new LearnedProof("a", [new ProofStep("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", "omega")]) { Method = "portfolio/residue" }, Stop);

        var guided = await OriginsAsync(Guided(memory));

        Assert.Equal(["memory/a", "portfolio/residue"], guided.Take(2));
        Assert.Equal(usual, guided.Skip(guided.Count - 1 - usual.Count).SkipLast(1));
        Assert.Equal("search", guided[^1]);
    }

    [Theory]
    [InlineData("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", 0.3, "portfolio/residue")]
    [InlineData("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", 0.5, null)] // Its proof took longer than advice may.
    [InlineData("a b : Int\nh : a < b\n⊢ ∃ c, a * c < b * c", 0.3, null)] // That goal is nothing like this one.
    public async Task A_method_comes_first_where_it_proved_such_a_goal_quickly(string goal, double seconds, string? first)
    {
        await using var memory = TacticMemory.InMemory();
        var usual = await OriginsAsync(new PortfolioSampler());
        await memory.LearnAsync(new LearnedProof("a", [new ProofStep(goal, "omega")]) { Method = "portfolio/residue", Seconds = seconds }, Stop);

        var guided = (await OriginsAsync(Guided(memory))).Where(o => !o.StartsWith("memory/", StringComparison.Ordinal));

        Assert.Equal(first ?? usual[0], guided.First());
    }

    [Theory]
    [InlineData(0.8, true)] // The engine waits for half a second of the portfolio's checks without advice.
    [InlineData(1.2, false)]
    public async Task What_comes_beside_the_portfolio_may_take_longer_where_goals_are_near(double seconds, bool comesFirst)
    {
        await using var memory = TacticMemory.InMemory();
        var usual = await OriginsAsync(new PortfolioSampler());
        await memory.LearnAsync(new LearnedProof("a", [new ProofStep("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", "omega")]) { Method = "engine", Seconds = seconds }, Stop);

        var first = (await OriginsAsync(Guided(memory))).First(o => !o.StartsWith("memory/", StringComparison.Ordinal));

        Assert.Equal(comesFirst, first.StartsWith("engine/", StringComparison.Ordinal));
        Assert.True(comesFirst || first == usual[0]);
    }

    [Fact]
    public async Task Where_what_comes_first_anyway_helped_most_there_is_no_advice()
    {
        await using var memory = TacticMemory.InMemory();
        var usual = await OriginsAsync(new PortfolioSampler());
        await memory.LearnAsync(new LearnedProof("a", [new ProofStep("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", "omega")]) { Method = usual[0] }, Stop);

        Assert.Equal([.. usual, "search"], await OriginsAsync(Guided(memory)));
    }

    [Fact]
    public async Task What_comes_first_anyway_is_not_tried_with_fewer_heartbeats_before()
    {
        await using var memory = TacticMemory.InMemory();
        var usual = await OriginsAsync(new PortfolioSampler());
        await memory.LearnAsync(new LearnedProof("a", [new ProofStep("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", "omega")]) { Method = "portfolio/residue" }, Stop);
        await memory.LearnAsync(new LearnedProof("b", [new ProofStep("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", "decide")]) { Method = usual[0] }, Stop);

        var guided = (await OriginsAsync(Guided(memory))).Where(o => !o.StartsWith("memory/", StringComparison.Ordinal));

        Assert.Equal(["portfolio/residue", .. usual, "search"], guided);
    }

    [Fact]
    public async Task Of_what_a_search_found_the_script_comes_first()
    {
        await using var memory = TacticMemory.InMemory();
        await memory.LearnAsync(new LearnedProof("a", [new ProofStep("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", "cases k <;> omega")]) { Method = "search" }, Stop);

        await using var candidates = Guided(memory).SampleAsync(Parity, new SamplingRun(), Stop).GetAsyncEnumerator(Stop);
        Assert.True(await candidates.MoveNextAsync());

        Assert.Equal("memory/a", candidates.Current.Origin);
        Assert.Contains("cases n <;> omega", candidates.Current.Proof, StringComparison.Ordinal);
        Assert.Equal("cases n <;> omega", Assert.Single(candidates.Current.Steps).Tactic);
    }

    [Fact]
    public async Task Of_scripts_that_differ_in_numbers_alone_two_are_tried()
    {
        await using var memory = TacticMemory.InMemory();
        for (var i = 0; i < 6; i++)
        {
            await memory.LearnAsync(new LearnedProof($"alike{i}", [new ProofStep("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", $"exact fact_{i} {i * 7}")]), Stop);
        }

        await memory.LearnAsync(new LearnedProof("other", [new ProofStep("k : Nat\n⊢ (k ^ 2 + k) % 2 = 0", "cases k <;> omega")]), Stop);

        var origins = await OriginsAsync(new RememberedSampler(memory));

        Assert.Equal(3, origins.Count);
        Assert.Contains("memory/other", origins);
    }

    private static GuidedSampler Guided(TacticMemory memory) => new(memory, new PortfolioSampler(), new Last());

    private static async Task<List<string>> OriginsAsync(IProofSampler sampler) =>
        await sampler.SampleAsync(Parity, new SamplingRun(), Stop).Select(c => c.Origin).ToListAsync(Stop);

    private sealed class Last : IProofSampler
    {
        public string Name => "search";

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
            new[] { new ProofCandidate("by omega", "search") }.ToAsyncEnumerable();
    }
}
