using System.Runtime.CompilerServices;
using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Bench.Tests.Provers;

/// <summary>What a search's end counts as. The searches are played: each outcome is asked for by name.</summary>
public sealed class SearchProverTests
{
    private static readonly BenchProblem Problem = new("amc12_2000_p1", "valid", string.Empty, "theorem t : True := by\n");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(VerdictKind.Proved, SearchEnd.Won, 3, 1, SampleOutcome.Proved)]
    [InlineData(VerdictKind.Refuted, SearchEnd.Won, 0, 0, SampleOutcome.Refuted)]
    [InlineData(VerdictKind.NotProved, SearchEnd.Exhausted, 0, 0, SampleOutcome.NotProved)]
    [InlineData(VerdictKind.NotProved, SearchEnd.SamplesSpent, 0, 0, SampleOutcome.NotProved)]
    [InlineData(VerdictKind.NotProved, SearchEnd.TokensSpent, 0, 0, SampleOutcome.NotProved)]
    [InlineData(VerdictKind.NotProved, SearchEnd.TimeSpent, 0, 0, SampleOutcome.TimedOut)]
    [InlineData(VerdictKind.NotProved, SearchEnd.Exhausted, 1, 0, SampleOutcome.TimedOut)]
    [InlineData(VerdictKind.NotProved, SearchEnd.Exhausted, 0, 1, SampleOutcome.Infrastructure)]
    [InlineData(VerdictKind.NotProved, SearchEnd.TimeSpent, 1, 1, SampleOutcome.Infrastructure)]
    [InlineData(VerdictKind.TimedOut, SearchEnd.Exhausted, 2, 0, SampleOutcome.TimedOut)]
    [InlineData(VerdictKind.TimedOut, SearchEnd.Unknown, 0, 0, SampleOutcome.TimedOut)]
    [InlineData(VerdictKind.Infrastructure, SearchEnd.Exhausted, 0, 2, SampleOutcome.Infrastructure)]
    [InlineData(VerdictKind.Cancelled, SearchEnd.Cancelled, 0, 0, SampleOutcome.Infrastructure)]
    public async Task Only_what_Lean_turned_down_is_not_proved(VerdictKind verdict, SearchEnd end, int timedOut, int failed, SampleOutcome outcome)
    {
        var attempt = await AttemptAsync(Finished(verdict, end) with { Samples = 5, TimedOut = timedOut, Failed = failed });

        Assert.Equal(outcome, attempt.Outcome);
        Assert.Equal((5, timedOut, failed), (attempt.Candidates, attempt.CandidatesTimedOut, attempt.Failures));
    }

    [Fact]
    public async Task A_proof_comes_with_its_text_grade_axioms_and_cost()
    {
        var attempt = await AttemptAsync(Finished(VerdictKind.Proved, SearchEnd.Won) with { Usage = new ModelUsage(2, 100, 50, 0.5m) });

        Assert.Equal(("the proof", "me", Grade.Replayed), (attempt.Proof, attempt.Origin, attempt.Grade));
        Assert.Equal(["propext"], attempt.Axioms);
        Assert.Equal((100, 50, 0.5m), (attempt.InputTokens, attempt.OutputTokens, attempt.Cost));
        Assert.Null(attempt.Reason);
    }

    [Fact]
    public async Task A_model_that_failed_leaves_the_sample_open()
    {
        var attempt = await AttemptAsync(
            Finished(VerdictKind.NotProved, SearchEnd.Exhausted), new ProveEvent.Model(new ModelEvent.Failed("m", "prove", "the server is down")));

        Assert.Equal(SampleOutcome.Infrastructure, attempt.Outcome);
        Assert.Contains("the server is down", attempt.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_proof_is_not_proved()
    {
        var attempt = await AttemptAsync(
            Finished(VerdictKind.NotProved, SearchEnd.Exhausted), new ProveEvent.Model(new ModelEvent.Unusable("m", "prove", "no code")));

        Assert.Equal(SampleOutcome.NotProved, attempt.Outcome);
    }

    [Fact]
    public async Task Each_attempt_has_its_own_seed_one_candidate_at_a_time_and_no_store()
    {
        var search = new Search([], Finished(VerdictKind.Proved, SearchEnd.Won));
        await Prover(search).AttemptAsync(Problem, "theorem t : True", 41, Stop);

        var asked = Assert.Single(search.Asked);
        Assert.Equal(("theorem t : True", 41, 1, false), (asked.Statement, asked.Sampling.Seed, asked.Budget.Parallelism, asked.UseStore));
        Assert.Equal(9, asked.Budget.MaxSamples);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Machinery_that_throws_is_a_failure_and_no_verdict(Exception thrown)
    {
        var attempt = await Prover(new Search([], null, thrown)).AttemptAsync(Problem, "theorem t : True", 1, Stop);

        Assert.Equal(SampleOutcome.Infrastructure, attempt.Outcome);
        Assert.Equal("gone", attempt.Reason);
    }

    public static TheoryData<Exception> Broken => [new ModelException("gone"), new ToolchainException("gone"), new InvalidStatementException("gone")];

    [Fact]
    public async Task A_cancelled_attempt_is_no_sample()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Prover(new Search([], Finished(VerdictKind.Cancelled, SearchEnd.Cancelled))).AttemptAsync(Problem, "theorem t : True", 1, cancel.Token));
    }

    private static ProveResult Finished(VerdictKind kind, SearchEnd end) => new()
    {
        Verdict = new Verdict
        {
            Kind = kind,
            Grade = kind == VerdictKind.Proved ? Grade.Replayed : null,
            Axioms = ["propext"],
            Reason = kind == VerdictKind.Proved ? null : "so it ended",
        },
        End = end,
        Proof = kind is VerdictKind.Proved or VerdictKind.Refuted ? "the proof" : null,
        Origin = "me",
    };

    private static Task<Attempt> AttemptAsync(ProveResult result, params ProveEvent[] before) =>
        Prover(new Search(before, result)).AttemptAsync(Problem, "theorem t : True", 1, Stop);

    private static SearchProver Prover(IProofSearch search) =>
        new(new ProverSettings("played"), search, new SamplingOptions(), new ProveBudget { MaxSamples = 9, Parallelism = 4 }, Grade.Replayed);

    private sealed class Search(ProveEvent[] before, ProveResult? result, Exception? thrown = null) : IProofSearch
    {
        public List<ProveRequest> Asked { get; } = [];

        public async IAsyncEnumerable<ProveEvent> ProveAsync(ProveRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Asked.Add(request);
            await Task.Yield();
            foreach (var happened in before)
            {
                yield return happened;
            }

            yield return thrown is null ? new ProveEvent.Finished(result!) : throw thrown;
        }
    }
}
