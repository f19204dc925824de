using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>Small values for the variables of a statement, near zero, near the statement's own numbers, and solving its equations.</summary>
internal static class Samples
{
    private const int MaxSamples = 2_000;

    /// <summary>Values at which all hypotheses hold as far as can be told.</summary>
    public static IEnumerable<(Valuation Values, bool IsCertain)> Satisfying(Telescope statement) =>
        Of(statement).Select(v => (Values: v, Holds: Hypotheses(statement, v))).Where(s => s.Holds is { Value: true }).Select(s => (s.Values, s.Holds!.Value.IsCertain));

    /// <summary>Whether all hypotheses hold; null where that can't be told.</summary>
    public static Outcome? Hypotheses(Telescope statement, Valuation values)
    {
        Outcome? all = new Outcome(true, true);
        foreach (var hypothesis in statement.Hypotheses)
        {
            if (PropositionEvaluator.Evaluate(hypothesis, values) is not { } outcome)
            {
                all = null;
            }
            else if (outcome is { Value: false, IsCertain: true })
            {
                return outcome;
            }
            else
            {
                all = all is { } sofar ? Outcome.And(sofar, outcome) : null;
            }
        }

        return all;
    }

    /// <summary>Values without regard to the hypotheses, but for the solutions of equations in them.</summary>
    public static IEnumerable<Valuation> Of(Telescope statement)
    {
        var numbers = statement.Variables.Where(v => v.Argument is null).ToList();
        var pool = Pool(statement, numbers.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var orders = numbers.Count > 1 ? new[] { numbers, Enumerable.Reverse(numbers).ToList() } : [numbers];
        var starts = statement.Variables.Count > numbers.Count ? new[] { 0, 1, 2 } : [0];
        foreach (var start in starts)
        {
            foreach (var order in orders)
            {
                foreach (var values in Extend(statement, order, 0, new Valuation(), pool).Take(MaxSamples))
                {
                    if (seen.Add($"{start} {string.Join(' ', numbers.Select(n => values[n.Name]))}"))
                    {
                        var copy = new Valuation(values.Numbers);
                        Recurrences.Define(statement, copy, start);
                        yield return copy;
                    }
                }
            }
        }
    }

    private static IEnumerable<Valuation> Extend(
        Telescope statement, List<Binding> order, int next, Valuation values, IReadOnlyList<BigInteger> pool)
    {
        if (next == order.Count)
        {
            yield return values;
            yield break;
        }

        var variable = order[next];
        var roots = next == order.Count - 1 ? statement.Hypotheses.Append(statement.Conclusion).SelectMany(h => VariableBound.Roots(variable.Name, h, values)) : [];
        foreach (var value in roots.Concat(pool).Where(v => variable.Type == NumberType.Int || v.Sign >= 0).Distinct().ToList())
        {
            values[variable.Name] = value;
            foreach (var extended in Extend(statement, order, next + 1, values, pool))
            {
                yield return extended;
            }
        }

        values[variable.Name] = null;
    }

    private static List<BigInteger> Pool(Telescope statement, int variables)
    {
        var reach = variables switch { 0 or 1 => 60, 2 => 14, 3 => 5, _ => 2 };
        var pool = Enumerable.Range(0, reach + 1).SelectMany(i => i == 0 ? [0] : new BigInteger[] { i, -i });
        if (variables <= 2)
        {
            pool = pool.Concat(Numerals.In(statement).Where(n => BigInteger.Abs(n) < 10_000).SelectMany(n => new[] { n, n + 1, n - 1, -n }));
        }

        return [.. pool.Distinct().OrderBy(BigInteger.Abs).ThenByDescending(v => v.Sign)];
    }
}
