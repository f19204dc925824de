using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>Which numbers of the goal at hand stand where those of the source stood.</summary>
internal sealed class NumeralMatcher(GoalTerms source, GoalTerms target)
{
    private const int WeightOfConclusion = 2;

    /// <summary>For each number of the tactic that stands in the source, those in its places, the most frequent first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Find(IReadOnlyList<string> numerals, LocalAssignment assignment)
    {
        if (numerals.Count == 0)
        {
            return new Dictionary<string, IReadOnlyList<string>>();
        }

        var votes = new List<(string Source, string Target)>();
        for (var i = 0; i < WeightOfConclusion; i++)
        {
            Alignment.Leaves(source.Conclusion, target.Conclusion, Vote);
        }

        foreach (var (one, other) in Hypotheses(assignment))
        {
            Alignment.Leaves(source.Locals[one].Type, target.Locals[other].Type, Vote);
        }

        return votes.Where(v => numerals.Contains(v.Source)).GroupBy(v => v.Source, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            IReadOnlyList<string> (g) => [.. g.GroupBy(v => v.Target, StringComparer.Ordinal).OrderByDescending(t => t.Count()).Select(t => t.Key)],
            StringComparer.Ordinal);

        void Vote(Term one, Term other)
        {
            if (one.Kind == TermKind.Numeral)
            {
                votes.Add((one.Text, other.Text));
            }
        }
    }

    /// <summary>The pairs that are assigned, and the likest of the others.</summary>
    private List<(int Source, int Target)> Hypotheses(LocalAssignment assignment)
    {
        var pairs = assignment.Targets.Where(p => !source.Locals[p.Key].IsData).Select(p => (p.Key, p.Value)).ToList();
        var candidates =
            from one in Enumerable.Range(0, source.Locals.Count)
            where !source.Locals[one].IsData
            from other in Enumerable.Range(0, target.Locals.Count)
            where !target.Locals[other].IsData
            let overlap = Alignment.Overlap(source.Locals[one].Type, target.Locals[other].Type)
            where overlap > 0
            orderby overlap descending
            select (one, other);
        foreach (var pair in candidates.Where(c => !pairs.Exists(p => p.Key == c.one || p.Value == c.other)))
        {
            if (!pairs.Exists(p => p.Key == pair.one || p.Value == pair.other))
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }
}
