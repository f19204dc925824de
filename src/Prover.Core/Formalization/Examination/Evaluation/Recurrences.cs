using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>Sequences that hypotheses define: <c>a 0 = 1</c> and <c>∀ n, a (n + 1) = 2 * a n</c>.</summary>
internal static class Recurrences
{
    private const int MaxIndex = 60;

    /// <summary>Gives every function among the variables the values that the hypotheses determine; others are zero, or one where that is tried.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="values">Gets the functions.</param>
    /// <param name="start">Value where no hypothesis gives one.</param>
    public static void Define(Telescope statement, Valuation values, int start)
    {
        foreach (var function in statement.Variables.Where(v => v.Argument is not null))
        {
            var bases = BasesOf(statement, function.Name);
            var step = StepOf(statement, function.Name);
            var known = new Dictionary<BigInteger, BigInteger?>();
            values.Define(function.Name, index => Value(index));

            BigInteger? Value(BigInteger index)
            {
                if (index > MaxIndex || known.TryGetValue(index, out var value))
                {
                    return known.GetValueOrDefault(index);
                }

                if (bases.TryGetValue(index, out var first))
                {
                    value = TermEvaluator.Evaluate(first, values);
                }
                else if (step is { } rule && index >= rule.Offset)
                {
                    value = TermEvaluator.Evaluate(rule.Body, AtIndex(values, rule.Index, index - rule.Offset, function.Name, Value));
                }
                else
                {
                    value = start;
                }

                return known[index] = value;
            }
        }
    }

    /// <summary>The values that hypotheses give to single arguments, as terms; the first one where several do.</summary>
    public static IReadOnlyDictionary<BigInteger, Term> BasesOf(Telescope statement, string function) => statement.Hypotheses.OfType<Proposition.Comparison>()
        .Where(c => c.Relation == '=' && c.Left is Term.Call { Arguments: [Term.Number] } call && call.Function == function)
        .DistinctBy(c => ((Term.Number)((Term.Call)c.Left).Arguments[0]).Value)
        .ToDictionary(c => ((Term.Number)((Term.Call)c.Left).Arguments[0]).Value, c => c.Right);

    /// <summary>How a hypothesis gives the value at <c>Index + Offset</c>; null where none does.</summary>
    public static (string Index, BigInteger Offset, Term Body)? StepOf(Telescope statement, string function) =>
        statement.Hypotheses.Select(h => Step(h, function)).FirstOrDefault(s => s is not null);

    private static Valuation AtIndex(Valuation values, string index, BigInteger at, string function, Func<BigInteger, BigInteger?> self)
    {
        var inner = new Valuation(values.Numbers) { [index] = at };
        inner.Define(function, self);
        return inner;
    }

    private static (string Index, BigInteger Offset, Term Body)? Step(Proposition hypothesis, string function) => hypothesis switch
    {
        Proposition.Quantified
        {
            IsUniversal: true,
            Body: Proposition.Comparison
            {
                Relation: '=',
                Left: Term.Call { Arguments: [Term.Binary { Operator: '+', Left: Term.Variable index, Right: Term.Number offset }] } call,
                Right: var body,
            },
        } when call.Function == function && offset.Value > 0 => (index.Name, offset.Value, body),
        _ => null,
    };
}
