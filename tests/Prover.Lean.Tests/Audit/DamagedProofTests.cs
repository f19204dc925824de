using CsCheck;
using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Audit;

/// <summary>A real compiled proof, damaged at random before the audit: it is refused, or what is accepted is what was proved.</summary>
public sealed class DamagedProofTests(LeanFixture lean)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private const string Statement = "def twice (n : Nat) : Nat := n + n\ntheorem t (n : Nat) : twice n = 2 * n";

    private const string Proof = Statement + " := by\n  unfold twice\n  omega\n";

    [Fact]
    public async Task A_damaged_proof_is_refused_or_proves_what_it_proved()
    {
        var request = new AuditRequest
        {
            Submission = await CompileAsync(Proof),
            Statement = await CompileAsync(Statement + " := by sorry\n"),
            Theorem = "t",
            Grade = Grade.Audited,
        };
        var whole = Assert.IsType<AuditOutcome.Passed>(await lean.Auditor.AuditAsync(request, Token)).Report;
        var file = request.Submission.Bytes.ToArray();
        var (refused, passed) = (0, 0);

        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte[1, 255], Gen.Int[0, 2]).Sample(
            damage =>
            {
                var (at, value, kind) = damage;
                byte[] damaged = kind == 0 ? file[..at] : [.. file[..at], (byte)(file[at] ^ value), .. file[(at + 1)..]];
                switch (lean.Auditor.AuditAsync(request with { Submission = new CompiledModule(damaged) }, Token).GetAwaiter().GetResult())
                {
                    case AuditOutcome.Refused:
                        refused++;
                        break;
                    case AuditOutcome.Passed { Report: var report }:
                        passed++;
                        Assert.Equal((whole.Theorem, whole.Statement), (report.Theorem, report.Statement));
                        Assert.Equal(whole.Axioms, report.Axioms);
                        Assert.Equal(whole.Constants, report.Constants);
                        break;
                    case AuditOutcome.Undecided { How: var how }:
                        Assert.Fail($"A damaged file is no failure of the machinery: {how}");
                        break;
                }
            },
            iter: 400,
            threads: 1);
        Assert.True(refused > 0 && passed > 0, $"{refused} refused, {passed} passed: the damages do not do what they should.");
    }

    private async Task<CompiledModule> CompileAsync(string text)
    {
        var outcome = await lean.Pool.CheckAsync(new CheckRequest { Text = text, TheoremName = "t", Compile = true, AskKernelAgain = false }, Token);
        return Assert.IsType<CheckOutcome.Completed>(outcome).Compiled!;
    }
}
