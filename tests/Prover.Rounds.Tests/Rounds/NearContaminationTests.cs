using Prover.Bench.Data;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Tests.Rounds;

public sealed class NearContaminationTests
{
    private const string HeldOut = "theorem held (a b c : Nat) (h : a + b ≤ c) (k : b * c ≤ 7) (m : c + a = 12) : a * c + b * c + 3 ≤ c * c + 3";

    [Theory]
    [InlineData("theorem t (a b c : Nat) (h : a + b ≤ c)  (k : b * c ≤ 7) (m : c + a = 12) : a * c + b * c + 3 ≤ c * c + 3", "the same statement.")]
    [InlineData("theorem t (x y z : Nat) (u : x + y ≤ z) (v : y * z ≤ 7) (w : z + x = 12) : x * z + y * z + 3 ≤ z * z + 3", "up to names")]
    [InlineData("theorem t (a b c : Nat) (h : a + b ≤ c) (k : b * c ≤ 8) (m : c + a = 12) : a * c + b * c + 3 ≤ c * c + 3", "nearly the same")]
    public async Task What_would_give_a_held_out_problem_away_is_found(string statement, string reason)
    {
        var excluded = Assert.Single(await FindAsync(new TrainingProblem(Problem("t", statement))));

        Assert.Equal(("t", "held"), (excluded.Problem, excluded.HeldOut));
        Assert.Contains(reason, excluded.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_is_found_by_its_parent_and_another_problem_is_not_found()
    {
        const string other = "theorem u (f : Nat → Nat) (h : ∀ n, f (n + 1) = f n + 2) : f 3 = f 0 + 6";
        var excluded = await FindAsync(new TrainingProblem(Problem("u", other)), new TrainingProblem(Problem("v", other)) { Parent = "held" });

        Assert.Equal(["v"], excluded.Select(e => e.Problem));
    }

    private static Task<IReadOnlyList<ExcludedProblem>> FindAsync(params TrainingProblem[] problems) =>
        new NearContamination().FindAsync(problems, [Problem("held", HeldOut)], TestContext.Current.CancellationToken);

    private static BenchProblem Problem(string name, string statement) => new(name, "made", string.Empty, statement);
}
