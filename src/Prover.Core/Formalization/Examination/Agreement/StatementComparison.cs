using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Compares two statements part by part, hypotheses with hypotheses and conclusion with conclusion: as propositions any two
/// theorems are equivalent, and that would say nothing.</summary>
internal static class StatementComparison
{
    private const int MaxMatchings = 26;

    /// <summary>What tells them apart.</summary>
    public static Difference Compare(Telescope first, Telescope second)
    {
        var (a, b) = (NormalForm.Of(first), NormalForm.Of(second));
        (a, b) = (Definitions.Eliminate(a, b.Variables.Count), Definitions.Eliminate(b, a.Variables.Count));
        if (a.Variables.Count != b.Variables.Count)
        {
            return new Difference(DifferenceKind.Form, $"It is about all {Names(a)}, the other about all {Names(b)}.");
        }

        Difference? least = null;
        foreach (var names in Matching.Of(a.Variables, b.Variables).Take(MaxMatchings))
        {
            var difference = PartByPart(a, Renamed(b, names));
            if (difference.Kind == DifferenceKind.None)
            {
                return difference;
            }

            least ??= difference;
        }

        return least ?? new Difference(DifferenceKind.Form, "Their variables are of different kinds.");
    }

    private static Difference PartByPart(Telescope a, Telescope b)
    {
        b = Contrapositive.Turned(a, b, new ComparisonPoints(a, b).Reader);
        var points = new ComparisonPoints(a, b);
        if (Converse.Of(a, b, points.Reader) is { } converse)
        {
            return converse;
        }

        var (plainA, quantifiedA) = Divide(a.Hypotheses);
        var (plainB, quantifiedB) = Divide(b.Hypotheses);
        return points.Compare(plainA, plainB, "hypotheses", a, b, isHypotheses: true)
            ?? Pair(quantifiedA, quantifiedB, points)
            ?? Conclusions(a, b, points)
            ?? Difference.None;
    }

    private static (Proposition Plain, List<Proposition> Quantified) Divide(IEnumerable<Proposition> hypotheses)
    {
        var all = hypotheses.ToList();
        var plain = all.Where(h => !h.All.Any(p => p is Proposition.Quantified));
        return (plain.Aggregate(Proposition.True, (sofar, h) => new Proposition.Binary('∧', sofar, h)), [.. all.Where(h => h.All.Any(p => p is Proposition.Quantified))]);
    }

    /// <summary>Hypotheses with quantifiers: each must have its like.</summary>
    private static Difference? Pair(List<Proposition> first, List<Proposition> second, ComparisonPoints points)
    {
        var left = second.ToList();
        foreach (var hypothesis in first)
        {
            var like = left.Find(other => Quantified(hypothesis, other, points, "hypotheses") is null);
            if (like is null)
            {
                return new Difference(DifferenceKind.Form, $"The other has no hypothesis like '{PropositionWriter.Of(hypothesis)}'.");
            }

            left.Remove(like);
        }

        return left is [var more, ..] ? new Difference(DifferenceKind.Form, $"The other supposes also '{PropositionWriter.Of(more)}'.") : null;
    }

    private static Difference? Conclusions(Telescope a, Telescope b, ComparisonPoints points) => Quantified(a.Conclusion, b.Conclusion, points, "conclusions");

    private static Difference? Quantified(Proposition first, Proposition second, ComparisonPoints points, string what)
    {
        var (a, b) = (Prefix.Of(first), Prefix.Of(second));
        if (!a.HasShapeOf(b))
        {
            return new Difference(DifferenceKind.Form, $"The quantifiers of the {what} differ: {a} and {b}.");
        }

        Difference? least = null;
        foreach (var names in Combined(a, b).Take(MaxMatchings))
        {
            var matrix = Renaming.Rename(b.Matrix, names);
            var inner = points.With(a.Variables);
            var difference = a.Matrix.All.Concat(matrix.All).Any(p => p is Proposition.Quantified)
                ? a.Matrix == matrix ? null : new Difference(DifferenceKind.Unknown, $"The {what} have quantifiers inside and could not be compared.")
                : inner.Compare(a.Matrix, matrix, what, null, null, isHypotheses: false);
            if (difference is null)
            {
                return null;
            }

            least ??= difference;
        }

        return least;
    }

    /// <summary>Names for the second prefix's variables, block by block.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string>> Combined(Prefix a, Prefix b) => a.Blocks.Zip(b.Blocks).Aggregate(
        (IEnumerable<IReadOnlyDictionary<string, string>>)[new Dictionary<string, string>(StringComparer.Ordinal)],
        (sofar, block) => sofar.SelectMany(names => Matching.Of(block.First.Variables, block.Second.Variables)
            .Select(more => (IReadOnlyDictionary<string, string>)names.Concat(more).ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal))));

    private static Telescope Renamed(Telescope statement, IReadOnlyDictionary<string, string> names) => new(
        [.. statement.Variables.Select(v => v with { Name = names[v.Name] })],
        [.. statement.Hypotheses.Select(h => Renaming.Rename(h, names))],
        Renaming.Rename(statement.Conclusion, names),
        []);

    private static string Names(Telescope statement) =>
        statement.Variables.Count == 0 ? "nothing" : string.Join(", ", statement.Variables.Select(v => $"{v.Name} : {v.Type}"));
}
