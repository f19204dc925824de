using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>A tactic made fit for another goal.</summary>
/// <param name="Text">The tactic.</param>
/// <param name="Quality">From 0 to 1: how sure its arguments are.</param>
internal sealed record AdaptedTactic(string Text, double Quality);

/// <summary>Puts names and numbers of the goal at hand in the place of those that a tactic was written with.</summary>
/// <param name="target">The goal at hand.</param>
internal sealed class TacticAdapter(GoalTerms target)
{
    private const int MaxAssignments = 3;
    private const int MaxAlternatives = 4;
    private const double Discount = 0.85;

    /// <summary>The tactic for the goal at hand, the best first; none when it names a local that has no counterpart.</summary>
    public IReadOnlyList<AdaptedTactic> Adapt(string tactic, GoalTerms source)
    {
        var text = TacticText.Read(tactic, source);
        if (text.Locals.Count == 0 && text.Numerals.Count == 0 && text.Introduced.Count == 0)
        {
            return [new AdaptedTactic(tactic, 1)];
        }

        var found = new List<AdaptedTactic>();
        var matcher = new NumeralMatcher(source, target);
        var assignments = new LocalMatcher(source, target).Find(text.Locals, MaxAssignments);
        foreach (var assignment in assignments)
        {
            Add(text, assignment, matcher.Find(text.Numerals, assignment), 0, found);
        }

        if (assignments.Count > 0)
        {
            // Other readings of the numbers: the second most frequent, and those of the tactic as they are.
            var numbers = matcher.Find(text.Numerals, assignments[0]);
            Add(text, assignments[0], numbers, 1, found);
            Add(text, assignments[0], new Dictionary<string, IReadOnlyList<string>>(), 0, found);
        }

        return found;
    }

    private void Add(
        TacticText tactic, LocalAssignment assignment, IReadOnlyDictionary<string, IReadOnlyList<string>> numbers, int choice, List<AdaptedTactic> found)
    {
        var fresh = FreshNames(tactic, assignment);
        var text = tactic.With(part => part.Kind switch
        {
            TacticPartKind.Local => target.Locals[assignment.Targets[part.Local]].Name + part.Token.Text[part.Token.FirstPart.Length..],
            TacticPartKind.Introduced => fresh.GetValueOrDefault(part.Token.FirstPart, part.Token.FirstPart) + part.Token.Text[part.Token.FirstPart.Length..],
            TacticPartKind.Numeral when numbers.TryGetValue(part.Token.Text, out var choices) => choices[Math.Min(choice, choices.Count - 1)],
            _ => part.Token.Text,
        });
        if (found.Count < MaxAlternatives && !found.Exists(f => f.Text == text))
        {
            found.Add(new AdaptedTactic(text, assignment.Quality * Math.Pow(Discount, found.Count)));
        }
    }

    /// <summary>New names for what the tactic brings and the goal at hand has already; hiding that a source did on purpose stays.</summary>
    private Dictionary<string, string> FreshNames(TacticText tactic, LocalAssignment assignment)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var hidden = assignment.Targets.Values.Select(t => target.Locals[t].Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in tactic.Introduced.Where(n => target.IndexOf(n) >= 0 && !HidesOnPurpose(n)))
        {
            var fresh = name + "'";
            while (target.IndexOf(fresh) >= 0 || tactic.Introduced.Contains(fresh) || hidden.Contains(fresh) || names.ContainsValue(fresh))
            {
                fresh += "'";
            }

            names.Add(name, fresh);
        }

        return names;

        bool HidesOnPurpose(string name) => tactic.Parts.Any(
            p => p.Kind == TacticPartKind.Local && p.Token.FirstPart == name && target.Locals[assignment.Targets[p.Local]].Name == name);
    }
}
