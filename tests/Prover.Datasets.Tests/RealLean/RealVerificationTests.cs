using Prover.Core.Verification;
using Prover.Datasets.Entries;
using Prover.Datasets.Files;
using Prover.Datasets.Formats;
using Prover.Datasets.Tests.Support;
using Prover.Datasets.Verification;

namespace Prover.Datasets.Tests.RealLean;

/// <summary>Datasets verified with real Lean.</summary>
public sealed class RealVerificationTests(LeanFixture lean) : IDisposable
{
    private const string Sum = "theorem t1 (a b : Nat) (h : a ≤ b) : a ≤ b + 1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Proofs_hold_and_what_was_tampered_with_fails()
    {
        var good = Make.Problem(1, Sum, Proof("by omega"));
        var otherStatement = Make.Problem(2, "theorem t2 (a : Nat) : a = a", Proof("by rfl")) with { Statement = "theorem t2 (a : Nat) : a < a" };
        var otherProof = Make.Problem(3, "theorem t3 (a : Nat) : a < a", Proof("by omega"));
        var sorried = Make.Problem(4, "theorem t4 (a : Nat) : a < a", Proof("by sorry"));
        var nonsense = Make.Problem(5, "theorem t5 (a : Nat.NoSuchType) : a = a", Proof("by rfl"));
        var report = await VerifyAsync(DatasetFormat.Proofs, good, otherStatement, otherProof, sorried, nonsense);

        Assert.Equal((1, 4, 0, 0), (report.Verified, report.Failed, report.TimedOut, report.Infrastructure));
        Assert.Equal(["t2", "t3", "t4", "t5"], report.Problems.Select(p => p.Proof.Name).Order());
    }

    [Fact]
    public async Task Completions_for_training_hold_as_they_stand()
    {
        var entry = Make.Problem(1, $"open Nat\n\ndef twice (n : Nat) := n + n\n\n{Sum.Replace("a ≤ b + 1", "a ≤ b + twice 1", StringComparison.Ordinal)}", Proof("by\n  unfold twice\n  omega"), Proof("by unfold twice; omega"), Make.Ended(AttemptOutcome.NotProved));
        foreach (var format in new[] { DatasetFormat.Sft, DatasetFormat.Preference, DatasetFormat.Grpo })
        {
            var report = await VerifyAsync(format, entry);
            Assert.True(report.IsGood && report.Checked > 0, string.Join('\n', report.Problems.Select(r => r.Reason)));
        }
    }

    private static DatasetAttempt Proof(string proof) => Make.Proved(proof) with { Toolchain = null };

    private async Task<VerificationReport> VerifyAsync(DatasetFormat format, params DatasetEntry[] entries)
    {
        var name = $"{format}";
        await TemporaryFolder.ExportAsync(_folder.Options(format) with { Target = _folder.Path(name) }, entries);
        var dataset = await DatasetFolder.OpenAsync(_folder.Path(name), TemporaryFolder.Token);
        return await new DatasetVerifier(lean.Verifier, 1).VerifyAsync(dataset, new DatasetVerificationOptions { Grade = Verifier.StrongestGrade }, cancellationToken: TemporaryFolder.Token);
    }
}
