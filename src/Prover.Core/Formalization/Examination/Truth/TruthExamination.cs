using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Verification;

namespace Prover.Core.Formalization.Examination.Truth;

/// <summary>Looks for a counterexample among small values; speaks against the statement only where Lean accepts the refutation.</summary>
internal sealed class TruthExamination(LeanTrial trial, ProofAttempt attempt) : IExamination
{
    private const int MaxCounterexamples = 2;

    public EvidenceKind Kind => EvidenceKind.Truth;

    public async Task<Evidence?> ExamineAsync(Subject subject, CancellationToken cancellationToken)
    {
        if (subject.Statement.Telescope is not { } telescope)
        {
            return null;
        }

        var (tried, suspects) = (0, new List<(Valuation Values, bool IsCertain)>());
        foreach (var (values, isCertain) in Samples.Satisfying(telescope))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PropositionEvaluator.Evaluate(telescope.Conclusion, values) is { } outcome)
            {
                tried++;
                if (!outcome.Value)
                {
                    suspects.Add((values, isCertain && outcome.IsCertain));
                    if (suspects.Count > 20)
                    {
                        break;
                    }
                }
            }
        }

        if (suspects.Count > 0)
        {
            return await RefuteAsync(subject.Statement, telescope, suspects, cancellationToken).ConfigureAwait(false);
        }

        return tried == 0
            ? new Evidence(EvidenceKind.Truth, Finding.Unknown, "It could not be evaluated at small values.")
            : new Evidence(EvidenceKind.Truth, Finding.Supports, $"No counterexample among {tried} small values.");
    }

    private async Task<Evidence> RefuteAsync(
        ReadStatement statement, Telescope telescope, List<(Valuation Values, bool IsCertain)> suspects, CancellationToken cancellationToken)
    {
        var name = statement.Source.LocalName;
        foreach (var (values, isCertain) in suspects.OrderByDescending(s => s.IsCertain).Take(MaxCounterexamples))
        {
            var proof = Refutation.At(telescope, values);
            if (await trial.AcceptsAsync(
                statement.Source, $"{name}_refuted", $"¬ (type_of% @{name})", proof, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                var where = values.ToString();
                return new Evidence(
                    EvidenceKind.Truth, Finding.Contradicts, $"It is false{(where.Length > 0 ? " at " + where : string.Empty)}; Lean accepts the refutation.")
                {
                    Detail = proof,
                };
            }
        }

        var result = await attempt.RunAsync(statement.Source.Head, cancellationToken).ConfigureAwait(false);
        return result?.Verdict.Kind switch
        {
            VerdictKind.Refuted => new Evidence(EvidenceKind.Truth, Finding.Contradicts, "It is false; Lean accepts the refutation.") { Detail = result.Proof ?? string.Empty },
            VerdictKind.Proved => new Evidence(EvidenceKind.Truth, Finding.Supports, "Lean accepts a proof of it.") { Detail = result.Proof ?? string.Empty },
            _ => suspects.Exists(s => s.IsCertain)
                ? new Evidence(EvidenceKind.Truth, Finding.Doubts, $"It seems to be false at {suspects.Find(s => s.IsCertain).Values}; Lean has not confirmed it.")
                : new Evidence(EvidenceKind.Truth, Finding.Unknown, $"No small value was found to make it true at {suspects[0].Values}; it was neither proved nor refuted."),
        };
    }
}
