using Prover.Core.Auditing;
using Prover.Core.Verification;
using Prover.Lean.Audit;
using Prover.Lean.Replay;

namespace Prover.Lean.Tests.Audit;

/// <summary>Audits forged texts against the forged library; no Lean is asked.</summary>
public abstract class AuditBench : IDisposable
{
    private protected ForgedLibrary Library { get; } = new();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected Task<AuditOutcome> AuditAsync(CompiledModule submission, CompiledModule? statement = null, string theorem = "t") =>
        new ProofAuditor(Library, []).AuditAsync(
            new AuditRequest { Submission = submission, Statement = statement, Theorem = theorem, Grade = Grade.Audited }, Token);

    private protected Task<AuditOutcome> AuditAsync(Action<ForgedText> submission, Action<ForgedText>? statement = null, string theorem = "t") =>
        AuditAsync(ForgedText.Of(submission), statement is null ? null : ForgedText.Of(statement), theorem);

    private protected Task<AuditOutcome> ReplayAsync(Action<ForgedText> submission, params IReadOnlyList<IKernel> kernels) =>
        new ProofAuditor(Library, kernels).AuditAsync(
            new AuditRequest { Submission = ForgedText.Of(submission), Theorem = "t" }, Token);

    private protected static AuditReport Passed(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Passed { Report: var report } => report,
        AuditOutcome.Refused { Refusal.Message: var message } => throw new Xunit.Sdk.XunitException($"Refused: {message}"),
        _ => throw new Xunit.Sdk.XunitException($"Undecided: {outcome}"),
    };

    private protected static Refusal Refused(RefusalRule rule, AuditOutcome outcome)
    {
        var refusal = Assert.IsType<AuditOutcome.Refused>(outcome).Refusal;
        Assert.Equal((rule, refusal.Message), (refusal.Rule, refusal.Message));
        return refusal;
    }

    public void Dispose()
    {
        Library.Dispose();
        GC.SuppressFinalize(this);
    }
}
