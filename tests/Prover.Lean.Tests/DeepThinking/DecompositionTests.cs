using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;
using Prover.Models.StandIn;
using static Prover.Lean.Tests.DeepThinking.LeanBench;

namespace Prover.Lean.Tests.DeepThinking;

public sealed class DecompositionTests(LeanFixture lean)
{
    [Fact]
    public async Task A_sketch_whose_holes_are_proved_is_joined_and_verified_whole()
    {
        // Holes as terms and as tactics, under binders, with hypotheses, over integers; one of them twice in one place.
        const string sketch =
            """
            theorem t (a b : Int) (n : Nat) (h : a = b + 2 * n) : (a - b) % 2 = 0 ∧ a * a - b * b = 4 * n * (b + n) ∧ n + 0 = n := by
              have key : ∀ k : Int, (b + 2 * k) - b = 2 * k := fun k => sorry
              refine ⟨?_, ?_, ?_⟩
              · rw [h, key]
                sorry
              · cases n with
                | zero => sorry
                | succ m => sorry
              · sorry
            """;
        await using var bench = await StartAsync(lean, request => IsSketch(request) ? Code(sketch) : "I do not know.");
        bench.Wall = TimeSpan.FromMinutes(10);
        bench.Portfolio = new FixedSampler(new Core.Sampling.ProofCandidate("by first | omega | grind | (subst h; grind)", "closing"));

        var result = await bench.ThinkAsync("theorem t (a b : Int) (n : Nat) (h : a = b + 2 * n) : (a - b) % 2 = 0 ∧ a * a - b * b = 4 * n * (b + n) ∧ n + 0 = n");

        Assert.True(result.Verdict.Kind == VerdictKind.Proved || result.Account.Subgoals.Count >= 5, Told(result));
        Assert.True(result.Verdict.Kind == VerdictKind.Proved, Told(result));
        Assert.Equal(Grade.Replayed, result.Verdict.Grade);
        Assert.DoesNotContain("sorry", result.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_false_hole_is_refuted_and_prunes_its_sketch_and_nothing_else()
    {
        var asked = 0;
        string[] sketches =
        [
            "theorem t (n : Nat) : (n * n + n) % 2 = 0 := by\n  have bad : ∀ m : Nat, m * m % 2 = 0 := by sorry\n  have h := bad n\n  sorry",
            "theorem t (n : Nat) : (n * n + n) % 2 = 0 := by\n  have good : ∀ m : Nat, m * m % 2 = m % 2 := by sorry\n  have h := good n\n  omega",
        ];
        await using var bench = await StartAsync(lean, request => IsSketch(request) ? Code(sketches[Math.Min(1, Interlocked.Increment(ref asked) - 1)]) : "I do not know.");
        bench.Wall = TimeSpan.FromMinutes(10);
        bench.Refuter = new PortfolioSampler();
        bench.Portfolio = new FixedSampler(new Core.Sampling.ProofCandidate("by\n  intro m\n  rcases Nat.mod_two_eq_zero_or_one m with h | h <;> simp [Nat.mul_mod, h]", "closing"));

        var result = await bench.ThinkAsync("theorem t (n : Nat) : (n * n + n) % 2 = 0");

        Assert.True(result.Verdict.Kind == VerdictKind.Proved, Told(result));
        Assert.Contains(result.Account.Subgoals, s => s.State == SubgoalState.Refuted && s.Statement.Contains("m * m % (2 : Nat) = (0 : Nat)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_majority_is_wrong_and_Lean_is_right()
    {
        await using var bench = await StartAsync(lean, request =>
            request.Messages[0].Text.Contains("BY COMPUTATION.", StringComparison.Ordinal) ? Code("theorem t (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := by omega")
            : request.Messages[0].Text.Contains("You are one of", StringComparison.Ordinal) ? Code("theorem t (n : Nat) : n % 2 = 0 := by\n  left\n  omega")
            : "I do not know.");

        var result = await bench.ThinkAsync("theorem t (n : Nat) : n % 2 = 0 ∨ n % 2 = 1");

        Assert.True(result.Verdict.Kind == VerdictKind.Proved, Told(result));
        Assert.Equal("council/computation@m", result.Origin);
        Assert.True(result.Account.Council!.Answers.All(a => a.Member == "computation@m" || a.Standing < LeanStanding.Sketch));
    }

    [Fact]
    public async Task A_statement_is_taken_apart_without_a_model()
    {
        await using var bench = await StartAsync(lean, _ => "I do not know.");
        bench.Wall = TimeSpan.FromMinutes(2);
        bench.Portfolio = new FixedSampler(new Core.Sampling.ProofCandidate("by first | omega | exact Nat.mul_comm _ _", "closing"));
        bench.Search = _ => new FixedSampler();

        var result = await bench.ThinkAsync("theorem t (a b : Nat) (h : a < b) : a + 1 ≤ b ∧ a * b = b * a", depth: 1);

        Assert.Contains(result.Account.Subgoals, s => s.State == SubgoalState.Proved);
    }

    internal static string Told(Core.DeepThinking.DeepThinkResult result) =>
        string.Join('\n', result.Account.Branches.Select(b => b.ToString()).Concat(result.Account.Subgoals.Select(s => s.ToString())).Prepend($"{result.Verdict.Kind}: {result.Verdict.Reason}"));

    private static bool IsSketch(StandInRequest request) => request.Messages[0].Text.Contains("You take a theorem", StringComparison.Ordinal);
}
