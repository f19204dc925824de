using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Examination.Consistency;

/// <summary>Looks for values at which all hypotheses hold; where there are none among the small ones, tries to prove that there are none.</summary>
internal sealed class ConsistencyExamination(LeanTrial trial, ProofAttempt attempt) : IExamination
{
    private const int MaxWitnesses = 3;

    public EvidenceKind Kind => EvidenceKind.Consistency;

    public async Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken)
    {
        if (subject.Statement.Telescope is not { } telescope)
        {
            return null;
        }

        if (telescope.Hypotheses.Count == 0)
        {
            return new Evidence(EvidenceKind.Consistency, Finding.Supports, "There are no hypotheses that could contradict each other.");
        }

        var satisfying = Samples.Satisfying(telescope).OrderByDescending(s => s.IsCertain).Take(MaxWitnesses).ToList();
        foreach (var (values, _) in satisfying.Where(s => s.IsCertain && telescope.Variables.All(v => v.Argument is null)))
        {
            var witness = telescope.Hypotheses.Select(h => $"({LeanText.Of(h, values)})");
            if (await trial.AcceptsAsync(
                subject.Statement.Source, "hypotheses_hold", string.Join(" ∧ ", witness), "first | decide | omega | (simp; done)", cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                return new Evidence(EvidenceKind.Consistency, Finding.Supports, $"All hypotheses hold at {values}; Lean confirms it.") { Detail = values.ToString() };
            }
        }

        return satisfying is [var (some, _), ..]
            ? new Evidence(EvidenceKind.Consistency, Finding.Supports, $"No hypothesis fails for what was tried at {some}.") { Detail = some.ToString() }
            : await RefuteAsync(telescope, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Evidence> RefuteAsync(Telescope telescope, CancellationToken cancellationToken)
    {
        var statement = $"theorem contradiction {LeanText.Binders(telescope.Variables)} "
            + $"{string.Join(' ', telescope.Hypotheses.Select((h, i) => $"(h{i} : {LeanText.Of(h)})"))} : False";
        var result = await attempt.RunAsync(statement, cancellationToken).ConfigureAwait(false);
        return result?.Verdict.Kind == VerdictKind.Proved
            ? new Evidence(EvidenceKind.Consistency, Finding.Contradicts, "The hypotheses contradict each other: Lean accepts a proof of False from them.")
            {
                Detail = result.Proof ?? string.Empty,
            }
            : new Evidence(EvidenceKind.Consistency, Finding.Unknown, "No small values were found at which all hypotheses hold, nor a proof that there are none.");
    }
}
