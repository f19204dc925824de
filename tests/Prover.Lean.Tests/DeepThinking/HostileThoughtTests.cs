using Prover.Core.DeepThinking;
using Prover.Core.Sampling;
using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;
using static Prover.Lean.Tests.DeepThinking.LeanBench;

namespace Prover.Lean.Tests.DeepThinking;

/// <summary>The attack suite's texts as what escalation itself puts out: members' answers, the chairman's sketch, proofs of holes.</summary>
public sealed class HostileThoughtTests(LeanFixture lean)
{
    [Theory]
    [InlineData("kernel/skip-in-a-helper")]
    [InlineData("notation/macro-notation-eq")]
    [InlineData("unsafe/theorem")]
    public async Task An_attack_as_answer_sketch_and_chairmans_word_proves_nothing(string attack)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Attacks", "refused", attack);
        var text = await File.ReadAllTextAsync(Path.Combine(folder, "submission.lean"), TestContext.Current.CancellationToken);
        var statement = await File.ReadAllTextAsync(Path.Combine(folder, "statement.lean"), TestContext.Current.CancellationToken);
        await using var bench = await StartAsync(lean, _ => Code(text));

        var result = await bench.ThinkAsync(statement);

        Assert.NotEqual(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Null(result.Proof);
        Assert.DoesNotContain(bench.Events, e => e is DeepThinkEvent.Certified);
    }

    [Theory]
    [InlineData("by sorry", "")]
    [InlineData("cheat.elim", "axiom cheat : False")]
    [InlineData("trust _", "opaque trust (p : Prop) : p := lcProof")]
    public async Task A_hostile_proof_of_a_hole_proves_neither_the_hole_nor_the_whole(string proof, string helpers)
    {
        await using var bench = await StartAsync(
            lean, request => request.Messages[0].Text.Contains("You take a theorem", StringComparison.Ordinal)
                ? Code("theorem t : (1 : Nat) = 2 := by\n  have a : (3 : Nat) = 4 := by sorry\n  omega")
                : "I do not know.");
        bench.Portfolio = new FixedSampler(new ProofCandidate(proof, "hostile") { Helpers = helpers });

        var result = await bench.ThinkAsync("theorem t : (1 : Nat) = 2");

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Empty(result.Account.Proved);
        Assert.Contains(result.Account.Remaining, s => s.Statement.Contains("(3 : Nat) = (4 : Nat)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("theorem t : (1 : Nat) = 1 := rfl", "states another theorem")]
    [InlineData("axiom cheat : (1 : Nat) = 2\ntheorem t : (1 : Nat) = 2 := cheat", "cheat")]
    [InlineData("axiom cheat : (1 : Nat) = 2\ntheorem t : (1 : Nat) = 2 := by\n  have a : True := by sorry\n  exact cheat", "cheat")]
    [InlineData("theorem t : (1 : Nat) = 1 := by\n  have a : True := by sorry\n  rfl", "states another theorem")]
    public async Task A_chairman_that_cheats_is_caught(string text, string how)
    {
        await using var bench = await StartAsync(
            lean, request => request.Messages[0].Text.Contains("You are the chairman", StringComparison.Ordinal) ? Code(text) : "I do not know.");
        bench.Portfolio = new FixedSampler(new ProofCandidate("by trivial", "true"));

        var result = await bench.ThinkAsync("theorem t : (1 : Nat) = 2");

        Assert.NotEqual(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Contains(result.Account.Caught, c => c.Who == "chairman" && c.How.Contains(how, StringComparison.Ordinal));
    }
}
