using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;

namespace Prover.Core.Tests.Sampling.Portfolio;

public class PortfolioSamplerTests
{
    public static TheoryData<string?> AnyGoal => [.. Goals.All];

    [Theory]
    [MemberData(nameof(AnyGoal))]
    public async Task Every_goal_gets_a_finite_stream_without_repetitions(string? goal)
    {
        var candidates = await Goals.Sample(goal);

        Assert.InRange(candidates.Count, 3, 60);
        Assert.Equal(candidates.Count, candidates.Select(c => (c.Refutes, c.Proof)).Distinct().Count());
        Assert.All(candidates, c =>
        {
            Assert.StartsWith("by\n  ", c.Proof, StringComparison.Ordinal);
            Assert.StartsWith("portfolio/", c.Origin, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', c.Proof);
            Assert.All(c.Proof.Split('\n').Skip(1), line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
            Assert.True(c.MaxHeartbeats is null or (> 0 and < 200_000));
        });
    }

    [Theory]
    [MemberData(nameof(AnyGoal))]
    public async Task The_same_problem_gives_the_same_stream(string? goal) => Assert.Equal(await Goals.Sample(goal), await Goals.Sample(goal));

    [Fact]
    public async Task Very_long_goals_get_what_needs_no_features()
    {
        var goal = "x : ℤ\n⊢ " + string.Concat(Enumerable.Repeat("x * ", 100_000)) + "x = 0";

        Assert.Equal((await Goals.Sample(null)).Select(c => c.Proof), (await Goals.Sample(goal)).Select(c => c.Proof));
    }

    [Fact]
    public async Task Cheap_ideas_come_before_costly_ones()
    {
        var origins = (await Goals.Sample("x y : ℤ\nh₀ : 0 < y\nh₂ : x * y + y = 80\n⊢ x = 26")).Select(c => c.Origin).Distinct();

        Assert.Equal(
            ["portfolio/quick", "portfolio/grind", "portfolio/refute-search", "portfolio/bounded-decide", "portfolio/grind-long", "portfolio/split-goal"],
            origins);
    }

    [Fact]
    public async Task Shadowed_and_introduced_names_are_named_first()
    {
        var candidates = await Goals.Sample("a✝ : Nat\n⊢ ∀ (b : Nat), a✝ ≤ b → a✝ < b + 1");

        Assert.All(candidates.Where(c => !c.Refutes), c =>
            Assert.StartsWith("by\n  first\n  | (\n      rename_i hx0\n      intro b hi1\n", c.Proof, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_users_definitions_are_unfolded()
    {
        var candidates = await Goals.Sample("n : Nat\n⊢ double n = n + n", "def double (n : Nat) := 2 * n\ntheorem t (n : Nat) : double n = n + n");

        Assert.Contains(candidates, c => c.Proof.Contains("grind [double]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_users_types_get_their_induction()
    {
        var candidates = await Goals.Sample("t : T\n⊢ t.mir.mir = t", "inductive T | leaf\ndef T.mir (t : T) : T := t\ntheorem t (t : T) : t.mir.mir = t");

        Assert.Contains(candidates, c => c.Proof.Contains("induction t <;>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancellation_ends_the_stream()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var candidate in new PortfolioSampler().SampleAsync(Goals.Problem(null), new SamplingRun(), stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }
}
