using Prover.Core.Memory;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Proving;

public class LearningSearchTests
{
    private const string Goal = "n : Nat\n⊢ n < n + 1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ProofCandidate Omega { get; } = new("by\n  omega", "portfolio/quick") { Steps = [new ProofStep(Goal, "omega")] };

    [Fact]
    public async Task A_proof_is_known_when_the_search_says_that_it_has_one()
    {
        await using var memory = TacticMemory.InMemory();
        var known = -1;

        await foreach (var happened in Search(memory, VerdictKind.Proved, Omega).ProveAsync(new ProveRequest { Statement = "theorem t (n : Nat) : n < n + 1" }, Stop))
        {
            known = happened is ProveEvent.Finished ? memory.Count : known;
        }

        Assert.Equal(1, known);
        Assert.Equal("omega", Assert.Single(memory.Suggest(Goal, 5)).Tactic);
        Assert.Equal("portfolio/quick", Assert.Single(memory.SuggestMethods(Goal, 5)).Method);
    }

    [Fact]
    public async Task Finer_steps_are_learned_where_they_are_known()
    {
        await using var memory = TacticMemory.InMemory();
        var found = Omega with { Origin = "search/2 goals", Steps = [new ProofStep(Goal, "exact Nat.lt_succ_self n")] };

        await Search(memory, VerdictKind.Proved, found).ProveAsync(new ProveRequest { Statement = "theorem t : True" }, Stop).ToListAsync(Stop);

        Assert.Equal("exact Nat.lt_succ_self n", Assert.Single(memory.Suggest(Goal, 5)).Tactic);
        Assert.Equal("search", Assert.Single(memory.SuggestMethods(Goal, 5)).Method);
    }

    [Theory]
    [InlineData(VerdictKind.NotProved)]
    [InlineData(VerdictKind.Refuted)]
    [InlineData(VerdictKind.TimedOut)]
    [InlineData(VerdictKind.Infrastructure)]
    public async Task Nothing_is_learned_from_any_other_end(VerdictKind end)
    {
        await using var memory = TacticMemory.InMemory();

        await Search(memory, end, Omega).ProveAsync(new ProveRequest { Statement = "theorem t : True" }, Stop).ToListAsync(Stop);

        Assert.Equal(0, memory.Count);
    }

    [Fact]
    public async Task Nor_from_a_proof_that_was_kept_from_before()
    {
        await using var memory = TacticMemory.InMemory();

        var events = await Search(memory, VerdictKind.Proved, null).ProveAsync(new ProveRequest { Statement = "theorem t : True" }, Stop).ToListAsync(Stop);

        Assert.IsType<ProveEvent.Finished>(events[^1]);
        Assert.Equal(0, memory.Count);
    }

    private static LearningSearch Search(TacticMemory memory, VerdictKind end, ProofCandidate? candidate) => new(new Scripted(end, candidate), memory);

    private sealed class Scripted(VerdictKind end, ProofCandidate? candidate) : IProofSearch
    {
        private const string Statement = "theorem t : True";

        public IAsyncEnumerable<ProveEvent> ProveAsync(ProveRequest request, CancellationToken cancellationToken = default) => Events().ToAsyncEnumerable();

        private IEnumerable<ProveEvent> Events()
        {
            var verdict = new Verdict { Kind = end };
            yield return new ProveEvent.Started("t", Statement, Goal);
            if (candidate is not null)
            {
                yield return new ProveEvent.CandidateFinished(1, candidate, verdict);
            }

            yield return new ProveEvent.Finished(new ProveResult { Verdict = verdict, Proof = candidate?.Proof ?? "by trivial", Origin = candidate?.Origin, Steps = candidate?.Steps ?? [] });
        }
    }
}
