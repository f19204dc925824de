using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation.Searching;

namespace Prover.Core.Refutation.Writing;

/// <summary>Tells a counterexample for people.</summary>
internal static class CounterexampleText
{
    /// <summary>The counterexample with the values of the statement's parts.</summary>
    public static Counterexample Of(Telescope statement, FoundValues found)
    {
        var values = statement.Variables.Select(v => v.Argument is null
            ? new AssignedValue(v.Name, $"{v.Type}", $"{found.Values[v.Name]}")
            : new AssignedValue(v.Name, $"{v.Argument} → {v.Type}", found.Functions[v.Name].Text));
        var parts = statement.Hypotheses.Select(h => Part("hypothesis", h, found.Values)).Append(Part("conclusion", statement.Conclusion, found.Values));
        return new Counterexample([.. values], [.. parts], found.How, found.IsCertain);
    }

    private static EvaluatedPart Part(string role, Proposition proposition, Valuation values) => new(
        role, ReadableText.Of(proposition), ReadableText.Evaluated(proposition, values), PropositionEvaluator.Evaluate(proposition, values) is not { Value: false });
}
