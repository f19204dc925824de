using System.Threading.Channels;
using Prover.Core.Repair;
using Prover.Core.Repair.Partial;
using Prover.Core.Repair.Policies;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Repair;

/// <summary>What the loop asks and when, with a test in the place of the search: it says what became of each candidate.</summary>
public class LoopRunTests
{
    private static readonly RepairOptions OneByOne = new() { Parallelism = 1, MaxWaiting = 1 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_proof_nothing_more_is_asked()
    {
        var author = new ScriptedAuthor(n => [$"by good{n}"]);

        var proposed = await RunAsync(author, new FreshOnlyPolicy(), VerdictKind.Proved);

        Assert.Equal(["by good0"], proposed);
    }

    [Fact]
    public async Task When_there_is_no_room_for_a_repair_there_may_be_for_a_fresh_proof()
    {
        var author = new ScriptedAuthor(n => n < 2 ? [$"by bad{n}"] : null, (_, _) => []);

        var proposed = await RunAsync(author, new RepairFirstPolicy(), VerdictKind.Rejected);

        Assert.Equal(["by bad0", "by bad1"], proposed);
        Assert.Single(author.Corrected);
    }

    [Fact]
    public async Task When_nothing_may_wait_a_policy_is_asked_only_once_all_is_known()
    {
        var policy = new Recording();
        var author = new ScriptedAuthor(n => n < 4 ? [$"by\n  bad{n}"] : null);

        await RunAsync(author, policy, VerdictKind.Rejected, new PartialProofFinder(new ScriptedChecker(async (_, _) =>
        {
            await Task.Yield();
            return ScriptedChecker.Hole("t");
        })));

        Assert.All(policy.States, s => Assert.Equal(0, s.Underway));
        Assert.Equal([0, 1, 2, 3, 4], policy.States.Select(s => s.Open).Distinct());
    }

    [Fact]
    public async Task Only_what_gets_further_than_all_before_is_progress()
    {
        var policy = new Recording();
        var author = new ScriptedAuthor(n => n switch
        {
            0 => ["by\n  have a := good\n  sorry"],
            1 => ["by\n  have b := good\n  sorry"],
            2 => ["by\n  have a := good\n  have b := good\n  sorry"],
            _ => null,
        });

        await RunAsync(author, policy, VerdictKind.Rejected, new PartialProofFinder(new ScriptedChecker(_ => ScriptedChecker.Hole("t"))));

        Assert.Equal([0, 1, 1, 2], policy.States.DistinctBy(s => s.Fresh.Requests).Select(s => s.Fresh.Progress));
    }

    /// <summary>Runs the loop; every candidate ends alike, filled ones rejected.</summary>
    private static async Task<List<string>> RunAsync(ScriptedAuthor author, IRepairPolicy policy, VerdictKind verdict, PartialProofFinder? partials = null)
    {
        var finished = Channel.CreateUnbounded<FinishedCandidate>();
        var problem = new Problem { Name = "t", Statement = TheoremStatement.Parse("theorem t : True"), Fingerprint = "f" };
        var proposed = new List<string>();
        var loop = new RepairLoop(author, partials, policy, OneByOne);
        await foreach (var candidate in loop.SampleAsync(problem, new SamplingRun { Finished = finished.Reader }, Token))
        {
            proposed.Add(candidate.Proof);
            finished.Writer.TryWrite(new FinishedCandidate(candidate, new Verdict { Kind = verdict }, problem.Statement.WithProof(candidate.Proof)));
        }

        return proposed;
    }

    /// <summary>Asks for fresh proofs and keeps what it was told.</summary>
    private sealed class Recording : IRepairPolicy
    {
        public List<LoopState> States { get; } = [];

        public string Name => "recording";

        public LoopStep Next(LoopState state)
        {
            States.Add(state);
            return state.CanWrite ? LoopStep.Fresh : LoopStep.Wait;
        }
    }
}
