using System.Collections.Concurrent;
using Prover.Core.Verification;
using Prover.Datasets.Entries;
using Prover.Datasets.Files;
using Prover.Datasets.Formats;
using Prover.Datasets.Tests.Support;
using Prover.Datasets.Verification;

namespace Prover.Datasets.Tests.Verification;

public sealed class DatasetVerifierSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DatasetFormat.Proofs, 20)]
    [InlineData(DatasetFormat.Sft, 20)]
    [InlineData(DatasetFormat.Preference, 10)]
    [InlineData(DatasetFormat.Grpo, 20)]
    public async Task Everything_that_is_said_to_be_proved_is_judged_and_nothing_else(DatasetFormat format, int proofs)
    {
        var judge = new Judging(_ => VerdictKind.Proved);
        var report = await VerifyAsync(format, judge);

        Assert.Equal((proofs, proofs, true), (report.Checked, report.Verified, report.IsGood));
        Assert.Equal(proofs, judge.Asked.Count);
        Assert.All(judge.Asked, r => Assert.True(r is { UseStore: false, Statement: { } s, Grade: Grade.Replayed } && r.Text.StartsWith(s, StringComparison.Ordinal) && !r.Text.Contains("by simp", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(VerdictKind.Rejected, ProofCheckKind.Failed)]
    [InlineData(VerdictKind.TimedOut, ProofCheckKind.TimedOut)]
    [InlineData(VerdictKind.Infrastructure, ProofCheckKind.Infrastructure)]
    public async Task What_is_not_known_is_told_apart_from_what_fails(VerdictKind kind, ProofCheckKind expected)
    {
        var report = await VerifyAsync(DatasetFormat.Proofs, new Judging(r => r.Text.Contains("t3 ", StringComparison.Ordinal) ? kind : VerdictKind.Proved));

        Assert.False(report.IsGood);
        Assert.Equal(2, report.Problems.Count);
        Assert.All(report.Problems, p => Assert.Equal((expected, "t3"), (p.Kind, p.Proof.Name)));
    }

    [Fact]
    public async Task A_sample_is_drawn_by_its_seed()
    {
        var (one, again, other) = (await DrawnAsync("a", 1), await DrawnAsync("b", 1), await DrawnAsync("c", 2));
        Assert.Equal(5, one.Length);
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task Axioms_that_the_same_Lean_does_not_find_are_a_false_claim()
    {
        var report = await VerifyAsync(DatasetFormat.Proofs, new Judging(_ => VerdictKind.Proved) { Axioms = ["propext"] });
        Assert.Equal(20, report.Failed);
        Assert.Contains("claims the axioms", report.Problems[0].Reason, StringComparison.Ordinal);
    }

    private async Task<string[]> DrawnAsync(string name, int seed)
    {
        var judge = new Judging(_ => VerdictKind.Proved);
        await VerifyAsync(DatasetFormat.Proofs, judge, new DatasetVerificationOptions { Sample = 5, Seed = seed }, name);
        return [.. judge.Asked.Select(r => r.Text).Order(StringComparer.Ordinal)];
    }

    private async Task<VerificationReport> VerifyAsync(DatasetFormat format, Judging judge, DatasetVerificationOptions? options = null, string name = "out")
    {
        DatasetEntry[] entries = [.. Enumerable.Range(0, 10).Select(i => Make.Problem(i, Make.Proved("by omega"), Make.Proved("by grind"), Make.Ended(AttemptOutcome.NotProved)))];
        await TemporaryFolder.ExportAsync(_folder.Options(format) with { Target = _folder.Path(name) }, entries);
        var dataset = await DatasetFolder.OpenAsync(_folder.Path(name), TemporaryFolder.Token);
        return await new DatasetVerifier(judge, 2).VerifyAsync(dataset, options ?? new(), cancellationToken: TemporaryFolder.Token);
    }

    private sealed class Judging(Func<VerifyRequest, VerdictKind> kind) : IVerifier
    {
        public ConcurrentBag<VerifyRequest> Asked { get; } = [];

        public IReadOnlyList<string> Axioms { get; init; } = ["Quot.sound", "propext"];

        public Task<Verdict> VerifyAsync(VerifyRequest request, CancellationToken cancellationToken = default)
        {
            Asked.Add(request);
            return Task.FromResult(new Verdict { Kind = kind(request), Reason = "because", Axioms = Axioms, Toolchain = Make.Lean });
        }
    }
}
