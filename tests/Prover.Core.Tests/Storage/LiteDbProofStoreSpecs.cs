using Microsoft.Extensions.Time.Testing;
using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Storage;
using Prover.Core.Tests.Dummy;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Storage;

public sealed class LiteDbProofStoreSpecs : IDisposable
{
    private readonly TemporaryStore _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task I_can_read_back_a_verdict_with_all_its_fields()
    {
        var verdict = SampleProofs.Proved("k1") with
        {
            Messages =
            [
                new LeanMessage(LeanSeverity.Information, new LeanPosition(1, 0), null, "x : ℕ\n⊢ 𝔸 \0 end"),
                new LeanMessage(LeanSeverity.Warning, new LeanPosition(2, 3), new LeanPosition(4, 5), ""),
                new LeanMessage(LeanSeverity.Error, new LeanPosition(int.MaxValue, 7), new LeanPosition(9, 0), "  spaces  "),
            ],
            Reason = "none",
            Elapsed = TimeSpan.FromTicks(1_234_567),
        };
        await using (var store = _files.Open())
        {
            await store.SaveVerdictAsync(SampleProofs.Submission("k1"), verdict, Stop);
        }

        await using var reopened = _files.Open();
        var found = await reopened.FindVerdictAsync("k1", Stop);

        Assert.Equivalent(verdict with { Cached = true }, found, strict: true);
    }

    [Fact]
    public async Task I_can_read_back_a_rejected_verdict_with_only_what_it_must_have()
    {
        await using var store = _files.Open();
        var verdict = new Verdict { Kind = VerdictKind.Rejected, Key = "no", Reason = "unknown identifier" };

        await store.SaveVerdictAsync(new Submission("bad", null, "verify"), verdict, Stop);

        Assert.Equivalent(verdict with { Cached = true }, await store.FindVerdictAsync("no", Stop), strict: true);
        Assert.Null(await store.GetProofAsync("no", Stop));
    }

    [Fact]
    public async Task I_can_read_back_why_a_text_was_rejected()
    {
        var verdict = new Verdict
        {
            Kind = VerdictKind.Rejected,
            Key = "no",
            Reason = "'t' rests on sorryAx.",
            Refusal = new Refusal(RefusalRule.Axiom, "'t' rests on sorryAx.") { Constant = "sorryAx", Chain = ["t", "helper", "sorryAx"], Expected = "a = b", Found = "b = a" },
            Elaboration = TimeSpan.FromTicks(5),
        };
        await using var store = _files.Open();

        await store.SaveVerdictAsync(new Submission("bad", null, "verify"), verdict, Stop);

        Assert.Equivalent(verdict with { Cached = true }, await store.FindVerdictAsync("no", Stop), strict: true);
    }

    [Fact]
    public async Task Every_rule_is_read_back_as_it_was_kept()
    {
        await using var store = _files.Open();
        foreach (var rule in Enum.GetValues<RefusalRule>())
        {
            var verdict = new Verdict { Kind = VerdictKind.Rejected, Key = rule.ToString(), Refusal = new Refusal(rule, "no") };
            await store.SaveVerdictAsync(new Submission("bad", null, "verify"), verdict, Stop);

            Assert.Equal(rule, (await store.FindVerdictAsync(rule.ToString(), Stop))?.Refusal?.Rule);
        }
    }

    [Theory]
    [InlineData(Grade.Compiled)]
    [InlineData(Grade.Audited)]
    public async Task What_was_not_replayed_is_kept_as_a_verdict_and_not_as_a_proof(Grade grade)
    {
        await using var store = _files.Open();
        var verdict = SampleProofs.Proved("k", grade);

        await store.SaveVerdictAsync(SampleProofs.Submission("k"), verdict, Stop);

        Assert.Equivalent(verdict with { Cached = true }, await store.FindVerdictAsync("k", Stop), strict: true);
        Assert.Null(await store.GetProofAsync("k", Stop));
        Assert.Empty((await store.ListProofsAsync(new ProofQuery { MinimumGrade = Grade.Compiled }, Stop)).Proofs);
        Assert.Equal(new StoreStatistics(0, 0, 1, 0), await store.GetStatisticsAsync(Stop));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Grade.Audited)]
    public async Task A_grade_that_no_audit_reached_is_refused(Grade? audited)
    {
        await using var store = _files.Open();
        var verdict = SampleProofs.Proved("k");
        verdict = verdict with { Audit = audited is { } grade ? verdict.Audit! with { Grade = grade } : null };

        await Assert.ThrowsAsync<ArgumentException>(() => store.SaveVerdictAsync(SampleProofs.Submission("k"), verdict, Stop));

        Assert.Equal(0, (await store.GetStatisticsAsync(Stop)).Verdicts);
    }

    [Fact]
    public async Task I_get_the_proof_that_a_proved_verdict_stands_for()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero).AddTicks(7));
        await using var store = _files.Open(time);
        var verdict = SampleProofs.Proved("k");
        var submission = SampleProofs.Submission("k") with { Origin = "script:simp", ProblemId = "p", Statement = "theorem T.k : 1 + 1 = 2" };

        await store.SaveVerdictAsync(submission, verdict, Stop);

        var proof = await store.GetProofAsync("k", Stop);
        var expected = new StoredProof(
            "k", "T.k", "1 + 1 = 2", submission.Text, Grade.Replayed, verdict.Axioms, verdict.Toolchain!, "script:simp", "p", 12.5, time.GetUtcNow())
        {
            Audit = verdict.Audit,
            AskedStatement = "theorem T.k : 1 + 1 = 2",
        };
        Assert.Equivalent(expected, proof, strict: true);
    }

    [Theory]
    [InlineData(VerdictKind.NotProved)]
    [InlineData(VerdictKind.Refuted)]
    [InlineData(VerdictKind.TimedOut)]
    [InlineData(VerdictKind.Cancelled)]
    [InlineData(VerdictKind.Infrastructure)]
    public async Task A_verdict_that_asking_again_can_change_is_not_kept(VerdictKind kind)
    {
        await using var store = _files.Open();

        await store.SaveVerdictAsync(SampleProofs.Submission("k"), new Verdict { Kind = kind, Key = "k" }, Stop);

        Assert.Null(await store.FindVerdictAsync("k", Stop));
    }

    [Fact]
    public async Task Saving_again_changes_nothing()
    {
        await using var store = _files.Open();
        var attempt = Attempt("a", "p", 1);
        for (var round = 0; round < 2; round++)
        {
            await store.SaveVerdictAsync(SampleProofs.Submission("k"), SampleProofs.Proved("k") with { Elapsed = TimeSpan.FromSeconds(round) }, Stop);
            await store.SaveProblemAsync(new StoredProblem("p", "P", "theorem P : True", DateTimeOffset.UnixEpoch), Stop);
            await store.SaveAttemptsAsync([attempt, attempt], Stop);
        }

        Assert.Equal(new StoreStatistics(1, 1, 1, 1), await store.GetStatisticsAsync(Stop));
        Assert.Equal(TimeSpan.Zero, (await store.FindVerdictAsync("k", Stop))!.Elapsed);
    }

    [Fact]
    public async Task Ids_that_differ_in_case_are_different_ids()
    {
        await using var store = _files.Open();
        await store.SaveVerdictAsync(SampleProofs.Submission("k"), SampleProofs.Proved("k"), Stop);

        Assert.Null(await store.FindVerdictAsync("K", Stop));
    }

    [Fact]
    public async Task I_get_attempts_at_one_problem_oldest_first()
    {
        await using var store = _files.Open();
        StoredAttempt[] attempts = [Attempt("c", "p", 3), Attempt("a", "p", 1), Attempt("x", "other", 2), Attempt("b", "p", 1)];
        attempts[1] = attempts[1] with { Kind = VerdictKind.TimedOut, Reason = "60 s", VerdictKey = "v" };

        await store.SaveAttemptsAsync(attempts, Stop);

        Assert.Equal([attempts[1], attempts[3], attempts[0]], await store.ListAttemptsAsync("p", Stop));
    }

    [Fact]
    public async Task A_proved_verdict_without_what_a_proof_is_kept_with_is_refused()
    {
        await using var store = _files.Open();
        var verdict = SampleProofs.Proved("k") with { Toolchain = null };

        await Assert.ThrowsAsync<ArgumentException>(() => store.SaveVerdictAsync(SampleProofs.Submission("k"), verdict, Stop));

        Assert.Equal(0, (await store.GetStatisticsAsync(Stop)).Verdicts);
    }

    [Fact]
    public async Task A_text_too_large_for_a_document_is_refused_and_the_store_goes_on()
    {
        await using var store = _files.Open();
        var submission = SampleProofs.Submission("k") with { Text = new string('x', 17_000_000) };

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.SaveVerdictAsync(submission, SampleProofs.Proved("k"), Stop));

        Assert.Contains("shorter", refusal.Message, StringComparison.Ordinal);
        await store.SaveVerdictAsync(submission with { Text = new string('x', 3_000_000) }, SampleProofs.Proved("k"), Stop);
        Assert.Equal(3_000_000, (await store.GetProofAsync("k", Stop))!.Text.Length);
    }

    [Fact]
    public async Task A_cancelled_call_does_no_work()
    {
        await using var store = _files.Open();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.SaveVerdictAsync(SampleProofs.Submission("k"), SampleProofs.Proved("k"), cancelled.Token));

        Assert.Null(await store.FindVerdictAsync("k", Stop));
    }

    [Fact]
    public async Task Many_tasks_can_save_and_read_at_once()
    {
        await using var store = _files.Open();

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Stop }, async (i, stop) =>
        {
            var key = $"k{i}";
            await store.SaveVerdictAsync(SampleProofs.Submission(key), SampleProofs.Proved(key), stop);
            Assert.Equal("T." + key, (await store.FindVerdictAsync(key, stop))?.Theorem);
            Assert.NotEmpty((await store.ListProofsAsync(new ProofQuery { PageSize = 3 }, stop)).Proofs);
        });

        Assert.Equal(new StoreStatistics(0, 0, 500, 500), await store.GetStatisticsAsync(Stop));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = _files.Open();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.FindVerdictAsync("k", Stop));
    }

    private static StoredAttempt Attempt(string id, string problem, int second) => new(
        id, problem, "by simp", "script:simp", VerdictKind.Rejected, null, null, 1.5, DateTimeOffset.UnixEpoch.AddSeconds(second));
}
