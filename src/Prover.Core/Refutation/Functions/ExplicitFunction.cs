using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Functions;

/// <summary>A function that a hypothesis gives in closed form, <c>∀ n, f n = n ^ 2 + 1</c>.</summary>
internal static class ExplicitFunction
{
    /// <summary>The function; null where no hypothesis gives it.</summary>
    public static ConcreteFunction? Of(Binding variable, Telescope statement) => statement.Hypotheses
        .Select(h => h is Proposition.Quantified
        {
            IsUniversal: true,
            Variable: var index,
            Body: Proposition.Comparison { Relation: '=', Left: Term.Call { Arguments: [Term.Variable argument] } call, Right: var body },
        }
        && call.Function == variable.Name && argument.Name == index.Name && IsClosed(body, index.Name)
            ? new ConcreteFunction($"fun ({index.Name} : {variable.Argument}) => ({PropositionWriter.Of(body)} : {variable.Type})", at => At(body, index.Name, at))
            : null)
        .FirstOrDefault(f => f is not null);

    private static BigInteger? At(Term body, string index, BigInteger value) => TermEvaluator.Evaluate(body, new Valuation { [index] = value });

    private static bool IsClosed(Term term, string index) => term switch
    {
        Term.Variable variable => variable.Name == index,
        Term.Call call => call.Function.Contains('.', StringComparison.Ordinal) && call.Parts.All(p => IsClosed(p, index)),
        Term.RangeSum => false,
        _ => term.Parts.All(p => IsClosed(p, index)),
    };
}
