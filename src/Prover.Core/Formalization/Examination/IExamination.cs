namespace Prover.Core.Formalization.Examination;

/// <summary>One kind of evidence about a statement.</summary>
/// <remarks>Stateless, hence thread-safe. What it can't examine is null or <see cref="Finding.Unknown"/>, never an exception.</remarks>
internal interface IExamination
{
    /// <summary>Which kind.</summary>
    EvidenceKind Kind { get; }

    /// <summary>The evidence, or null when there is nothing of the kind to examine.</summary>
    Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken);
}
