using System.Globalization;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Wording;

/// <summary>Compares what the text mentions with what occurs in the statement: numbers, kinds of numbers, quantifiers. Doubts at most.</summary>
internal sealed class WordingExamination : IExamination
{
    public EvidenceKind Kind => EvidenceKind.Wording;

    public Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken) =>
        Task.FromResult(subject.Statement.Meaning is { } meaning ? Examine(subject.Problem.Text, meaning, Telescope.Of(meaning)) : null);

    private static Evidence Examine(string text, Proposition meaning, Telescope telescope)
    {
        var doubt = NumbersMissing(text, meaning) ?? QuantifierWords.Doubt(text, telescope) ?? KindWords.Doubt(text, telescope) ?? RelationWords.Doubt(text, meaning);
        return doubt is null
            ? new Evidence(EvidenceKind.Wording, Finding.Supports, "What the text names, its numbers, kinds of numbers, relations and quantifiers, occurs in the statement.")
            : new Evidence(EvidenceKind.Wording, Finding.Doubts, doubt);
    }

    private static string? NumbersMissing(string text, Proposition meaning)
    {
        var present = StatementNumbers.In(meaning).ToHashSet();
        var missing = TextNumbers.In(text).Where(n => !present.Contains(n)).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        return missing.Count == 0 ? null : $"The text speaks of {string.Join(", ", missing)}, the statement does not.";
    }
}
