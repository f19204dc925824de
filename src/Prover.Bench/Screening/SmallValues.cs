using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Bench.Screening;

/// <summary>What evaluating a statement at small values tells. Only a hint of what to ask Lean, and of what not to.</summary>
/// <param name="Satisfied">Whether values were found at which all hypotheses hold: true for certain, false only as far as could be told; null
/// when none were found.</param>
/// <param name="Counterexamples">Values at which the hypotheses hold and the conclusion fails, the surest first.</param>
internal sealed record SmallValues(bool? Satisfied, IReadOnlyList<Valuation> Counterexamples)
{
    private const int MaxTried = 4_000;
    private const int MaxCounterexamples = 3;
    private const int Reach = 3_000;

    /// <summary>Nothing is known.</summary>
    public static SmallValues None { get; } = new(null, []);

    /// <summary>Evaluates the statement.</summary>
    public static SmallValues Of(Telescope statement, CancellationToken cancellationToken)
    {
        bool? satisfied = null;
        var (sure, unsure) = (new List<Valuation>(), new List<Valuation>());
        foreach (var values in Samples.Of(statement).Take(MaxTried).Concat(Determined(statement)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Samples.Hypotheses(statement, values) is not { Value: true } hold)
            {
                continue;
            }

            satisfied = satisfied == true || hold.IsCertain;
            if (PropositionEvaluator.Evaluate(statement.Conclusion, values) is { Value: false } fails)
            {
                (hold.IsCertain && fails.IsCertain ? sure : unsure).Add(values);
                if (sure.Count >= MaxCounterexamples)
                {
                    break;
                }
            }
        }

        return new SmallValues(satisfied, [.. sure.Concat(unsure).Take(MaxCounterexamples)]);
    }

    /// <summary>Values further away, of one number or of one that determines the other by a linear equation: that is where problems with a large
    /// answer fail.</summary>
    private static IEnumerable<Valuation> Determined(Telescope statement)
    {
        if (statement.Variables.Count is 0 or > 2 || statement.Variables.Any(v => v.Argument is not null))
        {
            yield break;
        }

        foreach (var free in statement.Variables)
        {
            var other = statement.Variables.FirstOrDefault(v => v != free);
            foreach (var value in Numbers(free))
            {
                var values = new Valuation { [free.Name] = value };
                if (other is null)
                {
                    yield return values;
                    continue;
                }

                foreach (var root in statement.Hypotheses.SelectMany(h => VariableBound.Roots(other.Name, h, values)).Where(r => IsA(other, r)).Distinct().ToList())
                {
                    yield return new Valuation(values.Numbers) { [other.Name] = root };
                }
            }
        }
    }

    private static IEnumerable<BigInteger> Numbers(Binding variable) =>
        Enumerable.Range(0, Reach).SelectMany(i => new BigInteger[] { i, -i }).Where(v => IsA(variable, v));

    private static bool IsA(Binding variable, BigInteger value) => variable.Type == NumberType.Int || value.Sign >= 0;
}
