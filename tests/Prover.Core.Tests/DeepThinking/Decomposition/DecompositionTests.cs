using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.Tests.DeepThinking.Support;
using Prover.Core.Verification;
using static Prover.Core.Tests.DeepThinking.Support.CouncilScript;

namespace Prover.Core.Tests.DeepThinking.Decomposition;

public sealed class DecompositionTests
{
    [Fact]
    public async Task A_sketch_with_a_false_hole_is_pruned_and_the_next_is_told()
    {
        var told = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var bench = await ThinkBench.StartAsync(request =>
        {
            if (!request.Messages[0].Text.Contains("You take a theorem", StringComparison.Ordinal))
            {
                return global::Prover.Models.StandIn.Answer.Text("I do not know.");
            }

            told.Enqueue(request.LastUser);
            return global::Prover.Models.StandIn.Answer.Text(Code(told.Count == 1
                ? "theorem t : Goal := by\n  have a : Key := by sorry\n  have b : Nonsense := by sorry\n  conclude"
                : "theorem t : Goal := by\n  have a : Key := by sorry\n  have b : Lock := by sorry\n  conclude"));
        });
        bench.Lean.True.UnionWith(["Key", "Lock"]);
        bench.Lean.False.Add("Nonsense");

        var result = await bench.ThinkAsync(bench.Request());

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.DoesNotContain(": Nonsense", told.First(), StringComparison.Ordinal);
        Assert.Contains(": Nonsense", told.Last(), StringComparison.Ordinal);
        Assert.Contains(bench.Events.OfType<DeepThinkEvent.BranchProgressed>(), p => p.What.Contains("is refuted", StringComparison.Ordinal));
        var refuted = Assert.Single(result.Account.Subgoals, s => s.State == SubgoalState.Refuted);
        Assert.Contains("_refuted : ¬ (Nonsense)", refuted.Proof, StringComparison.Ordinal);
        Assert.True(result.Proof!.IndexOf(": Key", StringComparison.Ordinal) < result.Proof.IndexOf("theorem t :", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_hole_stays_in_the_account_beside_what_stands_proved()
    {
        await using var bench = await ThinkBench.StartAsync(new CouncilScript { Sketch = Code("theorem t : Goal := by\n  have a : Key := by sorry\n  have b : Riddle := by sorry\n  conclude") }.Answer);
        bench.Lean.True.Add("Key");

        var result = await bench.ThinkAsync(bench.Request());

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.EndsWith(": Key", Assert.Single(result.Account.Proved).Statement, StringComparison.Ordinal);
        var open = Assert.Single(result.Account.Remaining);
        Assert.EndsWith(": Riddle", open.Statement, StringComparison.Ordinal);
        Assert.Contains("No proof among", open.Reason, StringComparison.Ordinal);
        Assert.Contains("1 subgoals stand proved, 1 remain", result.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_refuted_for_sure_prunes_nothing()
    {
        // The refuter's proposals are turned down: the hole stays open, and the other hole is worked on all the same.
        await using var bench = await ThinkBench.StartAsync(new CouncilScript { Sketch = Code("theorem t : Goal := by\n  have b : Riddle := by sorry\n  have a : Key := by sorry\n  conclude") }.Answer);
        bench.Lean.True.Add("Key");

        var result = await bench.ThinkAsync(bench.Request());

        Assert.DoesNotContain(result.Account.Subgoals, s => s.State == SubgoalState.Refuted);
        Assert.Single(result.Account.Proved);
    }

    [Fact]
    public async Task A_statement_that_is_false_is_refuted_before_anything_else()
    {
        await using var bench = await ThinkBench.StartAsync(_ => global::Prover.Models.StandIn.Answer.Error(500));
        bench.Lean.False.Add("Goal");

        var result = await bench.ThinkAsync(bench.Request());

        Assert.Equal(VerdictKind.Refuted, result.Verdict.Kind);
        Assert.Equal("refutation", Assert.Single(result.Account.Branches).Id);
        Assert.Equal(0, bench.Ledger.Requests);
        Assert.True(bench.Events.OfType<DeepThinkEvent.Certified>().Single().Refutes);
    }
}
