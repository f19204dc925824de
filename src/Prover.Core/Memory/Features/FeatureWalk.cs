using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Features;

/// <summary>Collects a goal's features; see <see cref="GoalFingerprint"/>.</summary>
internal sealed class FeatureWalk(List<ulong> found)
{
    private const int MaxOccurrences = 3;
    private const int MaxHypotheses = 6;

    /// <summary>Where a feature was found and what it is of.</summary>
    private enum Kind : ulong
    {
        Symbol = 1,
        Edge,
        Path,
        Number,
        EqualArguments,
        Head,
        Whole,
        Variable,
        Occurrences,
        Shared,
        Assumed,
        Hypotheses,
    }

    private enum Side : ulong
    {
        Conclusion = 101,
        Hypothesis = 202,
    }

    /// <summary>All features of a goal.</summary>
    public void Goal(GoalTerms goal)
    {
        var inConclusion = new int[goal.Locals.Count];
        var inHypotheses = new int[goal.Locals.Count];
        Proposition(goal.Conclusion, Side.Conclusion);
        Count(goal.Conclusion, inConclusion);
        var hypotheses = 0;
        foreach (var local in goal.Locals.Where(l => !l.IsData && !IsInstance(l)))
        {
            hypotheses++;
            Proposition(local.Type, Side.Hypothesis);
            Count(local.Type, inHypotheses);
            if (Mentions(local.Type, inConclusion))
            {
                Add(Kind.Shared, local.Type.Label, goal.Conclusion.Label);
            }

            if (local.Type.Exact == goal.Conclusion.Exact)
            {
                Add(Kind.Assumed);
            }
        }

        Add(Kind.Hypotheses, (ulong)Math.Min(hypotheses, MaxHypotheses));
        for (var i = 0; i < goal.Locals.Count; i++)
        {
            if (goal.Locals[i] is { IsData: true, Type: var type })
            {
                Add(Kind.Variable, type.Shape);
                Add(Kind.Occurrences, type.Label, (ulong)Math.Min(inConclusion[i], MaxOccurrences), (ulong)Math.Min(inHypotheses[i], MaxOccurrences));
            }
        }
    }

    private void Proposition(Term term, Side side)
    {
        var head = Fingerprint.Join((ulong)side, term.Label);
        foreach (var child in term.Children)
        {
            head = Fingerprint.Join(head, child.Label);
        }

        Add(Kind.Head, head);
        Add(Kind.Whole, (ulong)side, term.Shape);
        Node(term, (ulong)side, 0);
    }

    private void Node(Term term, ulong side, ulong parent)
    {
        Add(Kind.Symbol, side, term.Label);
        if (term.Kind == TermKind.Numeral)
        {
            Add(Kind.Number, side, Fingerprint.Of(term.Text));
        }

        if (term.Children is [var left, var right] && left.Exact == right.Exact)
        {
            Add(Kind.EqualArguments, side, term.Label);
        }

        for (var i = 0; i < term.Children.Count; i++)
        {
            var child = term.Children[i];
            var place = Fingerprint.Join(term.Label, (ulong)Math.Min(i, MaxOccurrences));
            Add(Kind.Edge, side, place, child.Label);
            if (parent != 0)
            {
                Add(Kind.Path, Fingerprint.Join(side, parent), term.Label, child.Label);
            }

            Node(child, side, term.Label);
        }
    }

    private static void Count(Term term, int[] occurrences)
    {
        if (term.Index >= 0)
        {
            occurrences[term.Index]++;
        }

        foreach (var child in term.Children)
        {
            Count(child, occurrences);
        }
    }

    // Of an algebraic structure every goal about it has the same instances: they would crowd out what tells one from the other.
    private static bool IsInstance(LocalTerm local) => local.Name.StartsWith("inst✝", StringComparison.Ordinal);

    private static bool Mentions(Term term, int[] occurrences) =>
        (term.Index >= 0 && occurrences[term.Index] > 0) || term.Children.Any(child => Mentions(child, occurrences));

    private void Add(Kind kind, ulong first = 0, ulong second = 0, ulong third = 0) =>
        found.Add(Fingerprint.Join(Fingerprint.Join(Fingerprint.Join((ulong)kind, first), second), third));
}
