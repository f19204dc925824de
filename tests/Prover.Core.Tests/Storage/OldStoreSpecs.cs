using Prover.Core.Auditing;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Tests.Dummy;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;
using static Prover.Core.Tests.Fakes.ScriptedChecker;

namespace Prover.Core.Tests.Storage;

/// <summary>Files of the first version, which knew no audits, and of versions to come.</summary>
public sealed class OldStoreSpecs : IDisposable
{
    private readonly TemporaryStore _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Verdicts_without_audits_are_read()
    {
        StoreSchema.Create(_files.Path, [OldDocuments.Verdict("yes", VerdictKind.Proved), OldDocuments.Verdict("no", VerdictKind.Rejected)]);
        await using var store = _files.Open();

        var proved = await store.FindVerdictAsync("yes", Stop);
        var rejected = await store.FindVerdictAsync("no", Stop);

        Assert.Equal((VerdictKind.Proved, Grade.Compiled, "T.yes"), (proved!.Kind, proved.Grade!.Value, proved.Theorem));
        Assert.Null(proved.Audit);
        Assert.Equal(TimeSpan.Zero, proved.Elaboration);
        Assert.Equal((VerdictKind.Rejected, "no"), (rejected!.Kind, rejected.Reason));
        Assert.Null(rejected.Refusal);
    }

    [Fact]
    public async Task A_proof_without_an_audit_is_shown_with_its_grade()
    {
        StoreSchema.Create(_files.Path, [OldDocuments.Proof("a", Grade.Compiled)]);
        await using var store = _files.Open();

        var proof = await store.GetProofAsync("a", Stop);

        Assert.Equal((Grade.Compiled, "T.a"), (proof!.Grade, proof.Theorem));
        Assert.Null(proof.Audit);
        Assert.Null(proof.AskedStatement);
    }

    [Fact]
    public async Task New_proofs_are_kept_beside_old_ones()
    {
        StoreSchema.Create(_files.Path, [OldDocuments.Proof("a", Grade.Compiled)]);
        await using var store = _files.Open();

        await store.SaveVerdictAsync(SampleProofs.Submission("b"), SampleProofs.Proved("b"), Stop);

        Assert.Equal(["b"], (await store.ListProofsAsync(new ProofQuery(), Stop)).Proofs.Select(p => p.Id));
        Assert.Equal(new StoreStatistics(0, 0, 1, 2), await store.GetStatisticsAsync(Stop));
    }

    [Fact]
    public async Task A_rule_of_a_version_to_come_keeps_its_words()
    {
        StoreSchema.Create(_files.Path, [OldDocuments.NewerVerdict("k")]);
        await using var store = _files.Open();

        var verdict = await store.FindVerdictAsync("k", Stop);

        Assert.Equal((VerdictKind.Rejected, RefusalRule.Other, "It is impolite."), (verdict!.Kind, verdict.Refusal!.Rule, verdict.Refusal.Message));
    }

    [Fact]
    public async Task An_old_proof_is_verified_anew_when_its_statement_is_asked_for_and_kept_at_the_grade_that_it_reaches()
    {
        const string Statement = "theorem T.a : 1 = 1";
        StoreSchema.Create(_files.Path, [OldDocuments.Proof("a", Grade.Compiled, problem: ContentKey.Hash(Statement))]);
        await using var store = _files.Open();
        var checker = new ScriptedChecker(request => request.Text.Contains("sorry", StringComparison.Ordinal) ? Hole("T.a") : Fine(Theorem("T.a")));
        var auditor = ScriptedAuditor.Passing();
        var search = new ProofSearch(checker, new Verifier(checker, new StatementCompiler(checker), auditor, store), new NoSampler(), store);

        var events = await search.ProveAsync(new ProveRequest { Statement = Statement }, Stop).ToListAsync(Stop);

        var result = Assert.IsType<ProveEvent.Finished>(events[^1]).Result;
        Assert.Equal((VerdictKind.Proved, Grade.Replayed), (result.Verdict.Kind, result.Verdict.Grade!.Value));
        Assert.Single(auditor.Requests);
        var kept = Assert.Single((await store.ListProofsAsync(new ProofQuery(), Stop)).Proofs);
        Assert.Equal((Grade.Replayed, Statement, "theorem T.a : 1 = 1 := rfl"), (kept.Grade, kept.AskedStatement, kept.Text));
        Assert.Equal(Grade.Replayed, kept.Audit?.Grade);
    }

    private sealed class NoSampler : IProofSampler
    {
        public string Name => "none";

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Empty<ProofCandidate>();
    }
}
