using Prover.Core.Auditing;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Verification;
using Prover.Datasets.Entries;
using Prover.Datasets.Sources;
using Prover.Datasets.Tests.Support;

namespace Prover.Datasets.Tests.Sources;

public sealed class StoreSourceSpecs : IAsyncLifetime
{
    private const string Statement = "theorem t (n : Nat) : n = n";

    private readonly TemporaryFolder _folder = new();
    private readonly LiteDbProofStore _store;

    public StoreSourceSpecs() => _store = new LiteDbProofStore(_folder.Path("proofs.db"));

    private static string ProblemId => ContentKey.Hash(Statement);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_searched_problem_comes_with_its_attempts_and_what_was_verified()
    {
        await ProblemAsync();
        await ProofAsync("k1", Statement, $"{Statement} := by rfl\n", ProblemId);
        await _store.SaveAttemptsAsync(
            [
                Attempt("1", "by omega", VerdictKind.Rejected, 1),
                Attempt("2", "by slow", VerdictKind.TimedOut, 2),
                Attempt("3", "by crash", VerdictKind.Infrastructure, 3),
                Attempt("4", "by rfl", VerdictKind.Proved, 4) with { VerdictKey = "k1", Tokens = 7 },
                Attempt("5", "by old", VerdictKind.Rejected, 5) with { Helpers = null },
            ],
            TemporaryFolder.Token);

        var entry = Assert.Single(await ReadAsync());
        Assert.Equal((ProblemId, "t", Statement), (entry.ProblemId, entry.Name, entry.Statement));
        Assert.Equal(
            [AttemptOutcome.NotProved, AttemptOutcome.TimedOut, AttemptOutcome.Infrastructure, AttemptOutcome.Proved, AttemptOutcome.NotProved], entry.Attempts.Select(a => a.Outcome));
        Assert.Equal(($"{Statement} := by omega\n", "by omega", "first error"), (entry.Attempts[0].Text, entry.Attempts[0].Proof, entry.Attempts[0].FirstError));
        Assert.Equal((Grade.Replayed, 7), (entry.Attempts[3].Grade, entry.Attempts[3].Tokens));
        Assert.Null(entry.Attempts[4].Text);
    }

    [Fact]
    public async Task A_proof_of_the_negation_is_no_proof_of_the_statement()
    {
        await ProblemAsync();
        const string negation = "theorem t_refuted : ¬ (∀ (n : Nat), n = n)";
        await ProofAsync("k1", negation, $"{negation} := by decide\n", ProblemId);
        await _store.SaveAttemptsAsync(
            [
                Attempt("1", "by decide", VerdictKind.Refuted, 1) with { VerdictKey = "k1", Refutes = true },
                Attempt("2", "by omega", VerdictKind.Rejected, 2) with { Refutes = true },
            ],
            TemporaryFolder.Token);

        var entry = Assert.Single(await ReadAsync());
        Assert.Equal([AttemptOutcome.Refuted, AttemptOutcome.Refuted], entry.Attempts.Select(a => a.Outcome));
        Assert.All(entry.Attempts, a => Assert.Null(a.Text));
    }

    [Fact]
    public async Task Proofs_from_no_search_come_under_the_problem_that_their_statement_makes()
    {
        await ProofAsync("k1", Statement, $"{Statement} := by rfl\n", null);
        await ProofAsync("k2", Statement + " := by sorry", $"{Statement} := by omega\n", null);
        await ProofAsync("k3", null, "theorem other : 1 = 1 := rfl\n", null);

        var entry = Assert.Single(await ReadAsync());
        Assert.Equal((ProblemId, Statement), (entry.ProblemId, entry.Statement));
        Assert.Equal(["by omega", "by rfl"], entry.Attempts.Select(a => a.Proof!).Order(StringComparer.Ordinal));

        await ProblemAsync();
        Assert.Equal(2, Assert.Single(await ReadAsync()).Attempts.Count);
    }

    [Fact]
    public async Task Every_problem_comes_once_whatever_the_pages()
    {
        for (var i = 0; i < 600; i++)
        {
            await _store.SaveProblemAsync(new StoredProblem($"{i}", $"t{i}", $"theorem t{i} : {i} = {i}", DateTimeOffset.UnixEpoch), TemporaryFolder.Token);
        }

        Assert.Equal(Enumerable.Range(0, 600).Select(i => $"t{i}").Order(), (await ReadAsync()).Select(e => e.Name).Order());
    }

    private async Task<List<DatasetEntry>> ReadAsync() => await new StoreSource(_store, _store, "proofs.db").ReadAsync(new SourceRequest(), TemporaryFolder.Token).ToListAsync(TemporaryFolder.Token);

    private Task ProblemAsync() => _store.SaveProblemAsync(new StoredProblem(ProblemId, "t", Statement, DateTimeOffset.UnixEpoch), TemporaryFolder.Token);

    private Task ProofAsync(string key, string? asked, string text, string? problem) => _store.SaveVerdictAsync(
        new Submission(text, asked, "portfolio", problem),
        new Verdict
        {
            Kind = VerdictKind.Proved,
            Grade = Grade.Replayed,
            Theorem = "t",
            Statement = "∀ n, n = n",
            Key = key,
            Toolchain = Make.Lean,
            Audit = new AuditReport { Grade = Grade.Replayed, Theorem = "t", Statement = "s", Axioms = [], Imports = [], Constants = ["t"], Definitions = [], CompiledSha256 = "00" },
        },
        TemporaryFolder.Token);

    private static StoredAttempt Attempt(string id, string proof, VerdictKind kind, int second) =>
        new(id, ProblemId, proof, "portfolio/x", kind, kind == VerdictKind.Proved ? null : "first error", null, 1.5, DateTimeOffset.UnixEpoch.AddSeconds(second)) { Helpers = string.Empty };
}
