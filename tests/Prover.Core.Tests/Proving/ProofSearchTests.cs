using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using Prover.Core.Checking;
using Prover.Core.Memory;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;
using static Prover.Core.Tests.Fakes.ScriptedChecker;

namespace Prover.Core.Tests.Proving;

public class ProofSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_verified_candidate_wins()
    {
        var result = await SearchAsync(text => text.Contains("good", StringComparison.Ordinal) ? Fine(Theorem("t")) : Error(), ["bad", "worse", "good"]);

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Equal("theorem t : True := good\n", result.Proof);
        Assert.Equal("test", result.Origin);
        Assert.Equal(SearchEnd.Won, result.End);
    }

    [Fact]
    public async Task The_steps_of_a_winner_are_its_own_or_its_whole_script()
    {
        ProofStep[] known = [new("⊢ True", "constructor")];
        var checker = Answering(request => request.Text.Contains("good", StringComparison.Ordinal) ? Fine(Theorem("t")) : Hole("t"));

        var whole = await SearchAsync(checker, new ListSampler("by good"));
        var finer = await SearchAsync(checker, new ListSampler(new ProofCandidate("by good", "test") { Steps = known }));

        Assert.Equal([new ProofStep("⊢ True", "good")], whole.Steps);
        Assert.Equal(known, finer.Steps);
    }

    [Fact]
    public async Task A_search_ends_when_its_processor_time_is_spent()
    {
        var trials = 0;
        var checker = Answering(request =>
        {
            trials += request.MaxHeartbeats is null ? 0 : 1;
            return request.Text.Contains("sorry", StringComparison.Ordinal) ? Hole("t") : Error() with { ProcessorTime = TimeSpan.FromSeconds(2) };
        });
        var candidates = Enumerable.Range(0, 10).Select(i => new ProofCandidate($"by bad{i}", "test") { MaxHeartbeats = 100 });

        var result = await SearchAsync(checker, new ListSampler([.. candidates]), new ProveBudget { ProcessorTimeLimit = TimeSpan.FromSeconds(5), Parallelism = 1 });

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Equal(SearchEnd.TimeSpent, result.End);
        Assert.Equal(TimeSpan.FromSeconds(6), result.CheckTime);
        Assert.Equal(3, trials);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(null)]
    public async Task What_a_winner_took_is_known_and_on_the_meter_with_a_trial_or_without(int? heartbeats)
    {
        var checker = Answering(request =>
            request.Text.Contains("good", StringComparison.Ordinal) ? Fine(Theorem("t")) with { ProcessorTime = TimeSpan.FromSeconds(1) }
            : request.Text.Contains("sorry", StringComparison.Ordinal) ? Hole("t")
            : Error() with { ProcessorTime = TimeSpan.FromSeconds(2) });
        var candidates = new[] { "by bad", "by good" }.Select(p => new ProofCandidate(p, "test") { MaxHeartbeats = heartbeats });

        var result = await SearchAsync(checker, new ListSampler([.. candidates]), new ProveBudget { ProcessorTimeLimit = TimeSpan.FromSeconds(5), Parallelism = 1 });

        Assert.Equal(TimeSpan.FromSeconds(1), result.ProofTime);
        Assert.Equal(TimeSpan.FromSeconds(3), result.CheckTime);
    }

    [Fact]
    public async Task A_winner_ends_the_candidates_that_still_run()
    {
        var hanging = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var checker = new ScriptedChecker(async (request, token) =>
        {
            if (request.Text.Contains("hang", StringComparison.Ordinal))
            {
                hanging.SetResult();
                await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => cancelled.SetResult(), TaskScheduler.Default);
                return new CheckOutcome.Cancelled();
            }

            if (request.Text.Contains("good", StringComparison.Ordinal))
            {
                await hanging.Task;
                return Fine(Theorem("t"));
            }

            return Hole("t");
        });

        var result = await SearchAsync(checker, new ListSampler("hang", "good"));

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.True(cancelled.Task.IsCompleted);
    }

    [Fact]
    public async Task Candidates_that_differ_only_in_layout_are_checked_once()
    {
        var checker = Answering(_ => Error());

        var result = await SearchAsync(checker, new ListSampler("by  omega", "by omega ", "by omega", "by\n  omega"));

        Assert.Equal(2, result.Samples);
        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Equal(SearchEnd.Exhausted, result.End);
    }

    [Fact]
    public async Task The_same_text_with_more_heartbeats_is_another_try_and_with_fewer_it_is_none()
    {
        ProofCandidate With(int? heartbeats) => new("by omega", "test") { MaxHeartbeats = heartbeats };
        var checker = Answering(_ => Error());

        var result = await SearchAsync(checker, new ListSampler(With(1_000), With(500), With(1_000), With(2_000), With(null), With(2_000)));

        Assert.Equal(3, result.Samples);
    }

    [Fact]
    public async Task A_sampler_can_ask_how_much_time_is_left()
    {
        var time = new FakeTimeProvider();
        var sampler = new ClockWatcher(time);

        await SearchAsync(Answering(_ => Error()), sampler, new ProveBudget { TimeLimit = TimeSpan.FromSeconds(30) }, time);

        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(18)], sampler.Left);
    }

    [Fact]
    public async Task The_budget_of_samples_is_kept()
    {
        var checker = Answering(_ => Error());

        var result = await SearchAsync(checker, new EndlessSampler(), new ProveBudget { MaxSamples = 7 });

        Assert.Equal(7, result.Samples);
        Assert.Contains("7 samples", result.Verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(SearchEnd.SamplesSpent, result.End);
    }

    [Fact]
    public async Task The_budget_of_time_ends_a_search_that_hangs()
    {
        var time = new FakeTimeProvider();
        var checker = new ScriptedChecker(async (request, token) =>
        {
            if (request.Text.Contains("by sorry", StringComparison.Ordinal))
            {
                return Hole("t");
            }

            if (request.Text.Contains("bad", StringComparison.Ordinal))
            {
                return Error();
            }

            time.Advance(TimeSpan.FromSeconds(61));
            await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => { }, TaskScheduler.Default);
            return new CheckOutcome.Cancelled();
        });

        var result = await SearchAsync(checker, new ListSampler("bad", "hang"), new ProveBudget { Parallelism = 1 }, time);

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Contains("time", result.Verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(SearchEnd.TimeSpent, result.End);
    }

    [Fact]
    public async Task When_only_the_machinery_spoke_nothing_is_called_not_proved()
    {
        var result = await SearchAsync(_ => new CheckOutcome.InfrastructureFailure("no memory"), ["a", "b"]);

        Assert.Equal(VerdictKind.Infrastructure, result.Verdict.Kind);
        Assert.Equal(2, result.Failed);
        Assert.Contains("no memory", result.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_only_the_clock_spoke_the_search_timed_out()
    {
        var result = await SearchAsync(_ => new CheckOutcome.TimedOut(TimeSpan.FromSeconds(1)), ["a", "b"]);

        Assert.Equal(VerdictKind.TimedOut, result.Verdict.Kind);
        Assert.Equal(2, result.TimedOut);
    }

    [Fact]
    public async Task A_cancelled_search_ends_with_that_verdict()
    {
        using var cancel = new CancellationTokenSource();
        var checker = new ScriptedChecker(async (request, token) =>
        {
            if (request.Text.Contains("by sorry", StringComparison.Ordinal))
            {
                return Hole("t");
            }

            await cancel.CancelAsync();
            return new CheckOutcome.Cancelled();
        });

        var events = await Search(checker, new EndlessSampler()).ProveAsync(new ProveRequest { Statement = "theorem t : True" }, cancel.Token).ToListAsync(Token);

        var result = Assert.IsType<ProveEvent.Finished>(events[^1]).Result;
        Assert.Equal(VerdictKind.Cancelled, result.Verdict.Kind);
        Assert.Equal(SearchEnd.Cancelled, result.End);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_while_it_says_how_it_ended_tells_one_story()
    {
        using var cancel = new CancellationTokenSource();
        var sampler = new NamedSampler(() =>
        {
            cancel.Cancel();
            return "cancels when it is named";
        });

        var events = await Search(Answering(_ => Error("no")), sampler).ProveAsync(new ProveRequest { Statement = "theorem t : True" }, cancel.Token).ToListAsync(Token);

        var result = Assert.IsType<ProveEvent.Finished>(events[^1]).Result;
        Assert.True(cancel.IsCancellationRequested);
        Assert.Equal((VerdictKind.NotProved, SearchEnd.Exhausted), (result.Verdict.Kind, result.End));
    }

    [Fact]
    public async Task A_candidate_must_also_pass_without_the_trial_limits()
    {
        var checker = Answering(request => request.MaxHeartbeats is null ? Error("only with the limit") : Fine(Theorem("t")));

        var result = await SearchAsync(checker, new ListSampler(new ProofCandidate("by x", "test") { MaxHeartbeats = 1000 }));

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
    }

    [Fact]
    public async Task A_candidate_that_proves_another_statement_does_not_win()
    {
        var result = await SearchAsync(_ => Fine(Theorem("t", "weaker")), ["cheat"]);

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Null(result.Proof);
    }

    [Fact]
    public async Task A_proof_of_the_negation_refutes_the_statement()
    {
        var checker = new ScriptedChecker(request => request.Text switch
        {
            var text when text.Contains("type_of%", StringComparison.Ordinal) => Hole("t_refuted", "negation", "¬True"),
            var text when text.Contains("by sorry", StringComparison.Ordinal) => Hole("t"),
            var text when text.Contains("¬ (True)", StringComparison.Ordinal) => Fine(Theorem("t_refuted", "negation")),
            _ => Error(),
        });

        var result = await SearchAsync(checker, new ListSampler(new ProofCandidate("by simp", "test") { Refutes = true }));

        Assert.Equal(VerdictKind.Refuted, result.Verdict.Kind);
        Assert.Equal("theorem t_refuted : ¬ (True) := by simp\n", result.Proof);
    }

    [Fact]
    public async Task A_text_that_only_looks_like_the_negation_refutes_nothing()
    {
        var checker = new ScriptedChecker(request => request.Text switch
        {
            var text when text.Contains("type_of%", StringComparison.Ordinal) => Hole("t_refuted", "negation", "¬True"),
            var text when text.Contains("by sorry", StringComparison.Ordinal) => Hole("t"),
            _ => Fine(Theorem("t_refuted", "something else")),
        });

        var result = await SearchAsync(checker, new ListSampler(new ProofCandidate("by simp", "test") { Refutes = true }));

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
    }

    [Fact]
    public async Task What_is_bound_outside_of_the_negation_refutes_nothing()
    {
        var checker = new ScriptedChecker(request => request.Text switch
        {
            var text when text.Contains("type_of%", StringComparison.Ordinal) => Hole("t_refuted", "negation", "∀ [C], ¬True"),
            var text when text.Contains("by sorry", StringComparison.Ordinal) => Hole("t"),
            _ => Fine(Theorem("t_refuted", "negation")),
        });

        var result = await SearchAsync(checker, new ListSampler(new ProofCandidate("by simp", "test") { Refutes = true }));

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
    }

    [Fact]
    public async Task Every_candidate_is_told_of_when_it_starts_and_when_it_ends()
    {
        var events = await Search(Answering(_ => Error()), new ListSampler("a", "b", "c"))
            .ProveAsync(new ProveRequest { Statement = "theorem t : True" }, Token).ToListAsync(Token);

        Assert.IsType<ProveEvent.Started>(events[0]);
        Assert.Equal([1, 2, 3], events.OfType<ProveEvent.CandidateStarted>().Select(e => e.Number).Order());
        Assert.Equal([1, 2, 3], events.OfType<ProveEvent.CandidateFinished>().Select(e => e.Number).Order());
        Assert.IsType<ProveEvent.Finished>(events[^1]);
    }

    [Fact]
    public async Task A_statement_that_does_not_elaborate_is_bad_input()
    {
        var search = Search(new ScriptedChecker(_ => Error("unknown")), new EndlessSampler());

        await Assert.ThrowsAsync<InvalidStatementException>(
            async () => await search.ProveAsync(new ProveRequest { Statement = "theorem t : x" }, Token).ToListAsync(Token));
    }

    public static TheoryData<CheckOutcome> Unclear => new()
    {
        Fine(Theorem("t", "printed otherwise") with { IsStructural = false }),
        new CheckOutcome.Completed([], [], null, default) { Undecided = "a macro may change what is printed", Compiled = Submission },
    };

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task A_cheap_check_that_can_not_tell_drops_no_candidate(CheckOutcome outcome)
    {
        var checker = Answering(_ => outcome);

        var result = await SearchAsync(checker, new ListSampler(new ProofCandidate("by x", "test") { MaxHeartbeats = 1000 }));

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Contains(checker.Requests, request => request is { Compile: true, MaxHeartbeats: null });
    }

    private static ScriptedChecker Answering(Func<CheckRequest, CheckOutcome> answer) =>
        new(request => request.Text.Contains("by sorry", StringComparison.Ordinal) ? Hole("t") : answer(request));

    private static ProofSearch Search(ScriptedChecker checker, IProofSampler sampler, TimeProvider? time = null) =>
        new(checker, new Verifier(checker, new StatementCompiler(checker), ScriptedAuditor.Passing()), sampler, null, time);

    private static Task<ProveResult> SearchAsync(Func<string, CheckOutcome> answer, string[] proofs) =>
        SearchAsync(Answering(request => answer(request.Text)), new ListSampler(proofs));

    private static async Task<ProveResult> SearchAsync(
        ScriptedChecker checker, IProofSampler sampler, ProveBudget? budget = null, TimeProvider? time = null)
    {
        var request = new ProveRequest { Statement = "theorem t : True", Budget = budget ?? new ProveBudget() };
        var events = await Search(checker, sampler, time).ProveAsync(request, Token).ToListAsync(Token);
        return Assert.IsType<ProveEvent.Finished>(events[^1]).Result;
    }

    private sealed class ListSampler(params ProofCandidate[] candidates) : IProofSampler
    {
        public ListSampler(params string[] proofs)
            : this([.. proofs.Select(p => new ProofCandidate(p, "test"))])
        {
        }

        public string Name => "list";

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
            candidates.ToAsyncEnumerable();
    }

    private sealed class NamedSampler(Func<string> name) : IProofSampler
    {
        public string Name => name();

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
            new[] { new ProofCandidate("by x", "test") }.ToAsyncEnumerable();
    }

    private sealed class ClockWatcher(FakeTimeProvider time) : IProofSampler
    {
        public List<TimeSpan?> Left { get; } = [];

        public string Name => "watcher";

        public async IAsyncEnumerable<ProofCandidate> SampleAsync(
            Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            Left.Add(run.TimeLeft());
            time.Advance(TimeSpan.FromSeconds(12));
            Left.Add(run.TimeLeft());
            yield break;
        }
    }

    private sealed class EndlessSampler : IProofSampler
    {
        public string Name => "endless";

        public async IAsyncEnumerable<ProofCandidate> SampleAsync(
            Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var i = 0; !cancellationToken.IsCancellationRequested; i++)
            {
                await Task.Yield();
                yield return new ProofCandidate($"by attempt{i}", "test");
            }
        }
    }
}
