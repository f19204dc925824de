namespace Prover.Core.Formalization.Examination.Agreement;

internal sealed class AgreementExamination(LeanTrial trial) : IExamination
{
    public EvidenceKind Kind => EvidenceKind.Agreement;

    public Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken) => Task.FromResult<Evidence?>(trial is null ? null : null);
}
