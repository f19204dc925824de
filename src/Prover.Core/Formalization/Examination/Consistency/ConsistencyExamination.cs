using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Examination.Consistency;

/// <summary>Looks for values at which all hypotheses hold; where there are none among the small ones, tries to prove that there are none.</summary>
internal sealed class ConsistencyExamination(LeanTrial trial, ProofAttempt attempt) : IExamination
{
    private const int MaxWitnesses = 3;
    private const int LargestSmall = 30;

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
            var witness = telescope.Hypotheses.Select(h => $"({PropositionWriter.Of(h, values)})");
            if (await trial.AcceptsAsync(
                subject.Statement.Source, $"{subject.Statement.Source.LocalName}_hypotheses_hold", string.Join(" ∧ ", witness), "first | decide | omega | (simp; done)", cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                return new Evidence(EvidenceKind.Consistency, Finding.Supports, $"All hypotheses hold at {values}; Lean confirms it.") { Detail = values.ToString() };
            }
        }

        return satisfying is [var (some, _), ..]
            ? new Evidence(EvidenceKind.Consistency, Finding.Supports, $"No hypothesis fails for what was tried at {some}.") { Detail = some.ToString() }
            : await RefuteAsync(subject.Statement.Source, telescope, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Evidence> RefuteAsync(TheoremStatement source, Telescope telescope, CancellationToken cancellationToken)
    {
        if (await trial.AcceptsAsync(
            source, $"{source.LocalName}_contradiction", Contradiction.Claim(telescope), Contradiction.Proof(telescope), cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            return Contradict(Contradiction.Proof(telescope));
        }

        var statement = $"theorem contradiction {PropositionWriter.Binders(telescope.Variables)} "
            + $"{string.Join(' ', telescope.Hypotheses.Select((h, i) => $"(h{i} : {PropositionWriter.Of(h)})"))} : False";
        var result = await attempt.RunAsync(statement, cancellationToken).ConfigureAwait(false);
        return result?.Verdict.Kind == VerdictKind.Proved
            ? Contradict(result.Proof ?? string.Empty)
            : IsSmall(telescope)
                ? new Evidence(EvidenceKind.Consistency, Finding.Doubts, "No values were found at which all hypotheses hold, though their numbers are small.")
                : new Evidence(EvidenceKind.Consistency, Finding.Unknown, "No small values were found at which all hypotheses hold, nor a proof that there are none.");
    }

    private static Evidence Contradict(string proof) =>
        new(EvidenceKind.Consistency, Finding.Contradicts, "The hypotheses contradict each other: Lean accepts a proof of False from them.") { Detail = proof };

    /// <summary>Whether honest hypotheses would hold at some of the values that were tried.</summary>
    private static bool IsSmall(Telescope telescope) =>
        telescope.Variables.All(v => v.Argument is null) && telescope.Variables.Count <= 2
        && telescope.Hypotheses.SelectMany(Numerals.In).All(n => BigInteger.Abs(n) <= LargestSmall);
}
