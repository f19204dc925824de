using System.Numerics;
using Prover.Core.Formalization.English.Elaboration;
using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Finds what the dots in <c>1 + 3 + … + (2n - 1)</c> stand for.</summary>
internal static class Progression
{
    /// <summary>The sum; null where the first terms do not fit the last, or not clearly.</summary>
    /// <param name="index">A name for the index.</param>
    /// <param name="first">Terms before the dots, at least two.</param>
    /// <param name="last">Terms after them, at least one.</param>
    public static Term? Sum(string index, IReadOnlyList<Term> first, IReadOnlyList<Term> last)
    {
        var values = first.Select(t => Arithmetic.Value(t, _ => null)).OfType<BigInteger>().ToArray();
        if (values.Length != first.Count || values.Length < 2)
        {
            return null;
        }

        return Build.Variables(last[^1]).Distinct().ToArray() switch
        {
            [] => Numbers(index, values, [.. last.Select(t => Arithmetic.Value(t, _ => null)).OfType<BigInteger>()]),
            [var name] when last.Count == 1 => General(index, values, last[0], name),
            _ => null,
        };
    }

    private static Term.Series? General(string index, BigInteger[] values, Term last, string name)
    {
        var starts = Enumerable.Range(0, 2)
            .Where(start => values.Index().All(v => Arithmetic.Value(last, _ => start + v.Index) == v.Item))
            .ToArray();
        return starts is [var only]
            ? new Term.Series(index, Build.Number(only), new Term.Variable(name), Rewrite.Substitute(last, n => n == name ? new Term.Variable(index) : null))
            : null;
    }

    private static Term.Series? Numbers(string index, BigInteger[] first, BigInteger[] last)
    {
        var step = first[1] - first[0];
        bool Even(IEnumerable<BigInteger> terms) => terms.Zip(terms.Skip(1)).All(p => p.Second - p.First == step);
        if (step.Sign <= 0 || first[0].Sign < 0 || last.Length == 0 || (!step.IsOne && first.Length < 3) || !Even(first) || !Even(last)
            || last[0] <= first[^1] || !((last[^1] - first[0]) % step).IsZero)
        {
            return null;
        }

        Term k = new Term.Variable(index);
        var body = new Term.Binary(Operator.Add, step.IsOne ? k : Build.Multiply(new Term.Number(step), k), new Term.Number(first[0]));
        return new Term.Series(index, Build.Zero, new Term.Number((last[^1] - first[0]) / step), body);
    }
}
