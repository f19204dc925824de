using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Compares with what others, who did not see the statement, made of the same problem.</summary>
internal sealed class AgreementExamination(LeanTrial trial) : IExamination
{
    public EvidenceKind Kind => EvidenceKind.Agreement;

    /// <summary>The gravest of what the comparisons give; agreement where at least one agrees and none differs.</summary>
    public async Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken)
    {
        var found = new List<Evidence>();
        foreach (var other in subject.Others)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(await CompareAsync(subject.Statement, other, cancellationToken).ConfigureAwait(false));
        }

        return found.Find(e => e.Finding == Finding.Contradicts) ?? found.Find(e => e.Finding == Finding.Doubts)
            ?? found.Find(e => e.Finding == Finding.Supports) ?? found.FirstOrDefault();
    }

    private async Task<Evidence> CompareAsync(ReadStatement statement, ReadStatement other, CancellationToken cancellationToken)
    {
        if (statement.Telescope is not { } mine || other.Telescope is not { } others)
        {
            return Found(Finding.Unknown, $"It could not be compared with the statement by {other.Author}.", other.Printed);
        }

        var difference = StatementComparison.Compare(mine, others);
        switch (difference.Kind)
        {
            case DifferenceKind.Values:
                return Found(Finding.Contradicts, $"It does not say what the statement by {other.Author} says. {difference.Message}", other.Printed);
            case DifferenceKind.Form:
                return Found(Finding.Doubts, $"It seems to say something else than the statement by {other.Author}. {difference.Message}", other.Printed);
            case DifferenceKind.Unknown:
                return Found(Finding.Unknown, $"It could not be compared with the statement by {other.Author}. {difference.Message}", other.Printed);
        }

        var claim = PropositionWriter.Of(other.Meaning!);
        var (to, back) = (EquivalenceProof.From(mine, others), EquivalenceProof.From(others, mine));
        var name = statement.Source.LocalName;
        var isProved = await trial.AcceptsAsync(statement.Source, $"{name}_to", $"(type_of% @{name}) → ({claim})", to, cancellationToken: cancellationToken).ConfigureAwait(false)
            && await trial.AcceptsAsync(statement.Source, $"{name}_from", $"({claim}) → (type_of% @{name})", back, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (isProved)
        {
            var proof = $"{claim}\n\n{to}\n\n{back}";
            return statement.Given.IsIndependentOf(other.Given)
                ? Found(Finding.Supports, $"It says what the statement by {other.Author} says: no values tell them apart, and Lean accepts that each gives the other.", proof)
                : Found(Finding.Unknown, $"It says what the statement by {other.Author} says, but one model wrote both: that is no independent agreement.", proof);
        }

        return Found(Finding.Unknown, $"No values tell it from the statement by {other.Author}, but Lean could not be brought to accept that they are equivalent.", other.Printed);
    }

    private static Evidence Found(Finding finding, string message, string detail) => new(EvidenceKind.Agreement, finding, message) { Detail = detail };
}
