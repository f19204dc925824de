using Microsoft.Extensions.Time.Testing;
using Prover.Core.Lean;
using Prover.Core.Prompts;
using Prover.Core.Sampling.Chat;
using Prover.Core.Statements;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Tests.Dummy;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Sampling.Chat;

public sealed class ProofExamplesTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("examples").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly LiteDbProofStore _store;
    private int _saved;

    private static LeanLibrary Library => new("4.28.0", false);

    public ProofExamplesTests() => _store = new LiteDbProofStore(Path.Combine(_folder, "proofs.db"), null, _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_that_talk_about_the_same_come_first_and_short_proofs_before_long_ones()
    {
        await SaveAsync("theorem gcd_example (a b : Nat) : Nat.gcd a b ∣ a", "Nat.gcd_dvd_left a b");
        await SaveAsync("theorem list_example (l : List Nat) : l.length = l.reverse.length", "by simp");
        await SaveAsync("theorem gcd_long (a b : Nat) : Nat.gcd a b ∣ b", $"by\n  -- {new string('x', 1_000)}\n  exact Nat.gcd_dvd_right a b");
        var found = await FindAsync("theorem t (m n : Nat) : Nat.gcd m n ∣ m * n");
        Assert.Equal(3, found.Count);
        Assert.Contains("gcd_example", found[0], StringComparison.Ordinal);
        Assert.Contains("gcd_long", found[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1")]
    [InlineData("theorem other (a b : Nat) (h : a ≤ b) : a ≤ b + 1")]
    [InlineData("theorem t (x : Nat) (y : Nat) (hxy : x ≤ y) : x ≤ y + 1")]
    [InlineData("theorem t : ∀ a b : Nat, a ≤ b → a ≤ b + 1")]
    [InlineData("theorem t (a b : Int) (h : a ≤ b) : a ≤ b + 1")]
    public async Task The_statement_itself_is_never_an_example_under_whatever_names(string same)
    {
        await SaveAsync(same, "by omega");
        await SaveAsync("theorem near (a b : Nat) (h : a < b) : a ≤ b + 2", "by omega");
        Assert.Contains("near", Assert.Single(await FindAsync("theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_a_kernel_has_replayed_is_shown_and_nothing_that_needs_more_than_is_there()
    {
        await SaveAsync("theorem one (a b : Nat) : a ≤ a + b", "by omega", Grade.Compiled);
        await SaveAsync("theorem two (a b : Nat) : a ≤ b + a", "by omega", mathlib: true);
        Assert.Empty(await FindAsync("theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1"));
    }

    [Fact]
    public async Task The_store_is_read_again_now_and_then_only()
    {
        using var examples = new ProofExamples(_store, _time);
        Assert.Empty(await examples.FindAsync(ProblemOf("theorem t (a b : Nat) : a ≤ b + a"), Library, 2, Token));
        await SaveAsync("theorem near (a b : Nat) (h : a < b) : a ≤ b + 2", "by omega");
        Assert.Empty(await examples.FindAsync(ProblemOf("theorem t (a b : Nat) : a ≤ b + a"), Library, 2, Token));
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Single(await examples.FindAsync(ProblemOf("theorem t (a b : Nat) : a ≤ b + a"), Library, 2, Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Problem ProblemOf(string head) => new() { Name = "t", Statement = TheoremStatement.Parse(head), Fingerprint = "f" };

    private async Task<IReadOnlyList<string>> FindAsync(string head)
    {
        using var examples = new ProofExamples(_store, _time);
        return await examples.FindAsync(ProblemOf(head), Library, 5, Token);
    }

    private async Task SaveAsync(string head, string proof, Grade grade = Grade.Replayed, bool mathlib = false)
    {
        var statement = TheoremStatement.Parse(head);
        var verdict = SampleProofs.Proved($"key{_saved++}", grade) with { Theorem = statement.LocalName, Toolchain = new ToolchainIdentity("embedded", "4.28.0", "abc", mathlib) };
        await _store.SaveVerdictAsync(new Submission(statement.WithProof(proof), head, "verify"), verdict, Token);
    }
}
