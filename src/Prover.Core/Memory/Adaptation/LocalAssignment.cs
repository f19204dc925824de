using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>Which locals of the goal at hand stand for those that a tactic named.</summary>
/// <param name="Targets">For each local of the source that is named, the one at hand; no two the same.</param>
/// <param name="Quality">From 0 to 1: how well types agree and how consistent it is over the whole goal.</param>
internal sealed record LocalAssignment(IReadOnlyDictionary<int, int> Targets, double Quality);

/// <summary>Finds the best assignments by a beam search: hypotheses first, by their propositions; then variables, by their types and by where they
/// stand in the conclusions and in the hypotheses that were chosen.</summary>
internal sealed class LocalMatcher(GoalTerms source, GoalTerms target)
{
    private const int Width = 32;
    private const int MaxChoices = 6;
    private const double LeastLikeness = 0.15;
    private const double LeastShareOfBest = 0.6;

    /// <summary>The best assignments of the named locals, at most that many; none when one of them has no counterpart.</summary>
    public IReadOnlyList<LocalAssignment> Find(IReadOnlyList<int> named, int most)
    {
        var beam = new List<State> { new([], 0) };
        foreach (var local in named.OrderBy(l => source.Locals[l].IsData).ThenBy(l => l))
        {
            beam = [.. beam.SelectMany(state => Extend(state, local)).OrderByDescending(s => s.Sum).Take(Width)];
        }

        var found = beam.Select(s => new LocalAssignment(s.Targets.ToDictionary(p => p.Source, p => p.Target), Quality(s)))
            .OrderByDescending(a => a.Quality).Take(most).ToList();
        return [.. found.Where(a => a.Quality >= LeastShareOfBest * found[0].Quality)];
    }

    private IEnumerable<State> Extend(State state, int local)
    {
        var isData = source.Locals[local].IsData;
        var votes = isData ? Votes(state) : null;
        var all = votes?.Where(v => v.Key.Source == local).Sum(v => v.Value) ?? 0;
        return Enumerable.Range(0, target.Locals.Count)
            .Where(t => target.Locals[t].IsAccessible && target.Locals[t].IsData == isData && state.Targets.TrueForAll(p => p.Target != t))
            .Select(t => (Target: t, Likeness: Likeness(source.Locals[local], target.Locals[t], isData)))
            .Where(c => c.Likeness >= LeastLikeness)
            .Select(c => c with { Likeness = Placed(c.Likeness, votes?.GetValueOrDefault((local, c.Target)) ?? 0, all) + Preference(local, c.Target) })
            .OrderByDescending(c => c.Likeness).Take(MaxChoices)
            .Select(c => new State([.. state.Targets, (local, c.Target)], state.Sum + c.Likeness));
    }

    private static double Placed(double likeness, int votes, int all) => all == 0 ? likeness : (likeness + ((double)votes / all)) / 2;

    // Only to choose between equals: people name like things alike and in the same order.
    private double Preference(int local, int other) =>
        (source.Locals[local].Name == target.Locals[other].Name ? 0.01 : 0) + (Rank(source, local) == Rank(target, other) ? 0.005 : 0);

    private static int Rank(GoalTerms goal, int local) => goal.Locals.Take(local).Count(l => l.Type.Label == goal.Locals[local].Type.Label);

    private static double Likeness(LocalTerm source, LocalTerm target, bool isData) =>
        !isData ? Alignment.Overlap(source.Type, target.Type)
        : source.Type.Shape == target.Type.Shape ? 1
        : source.Type.Label == target.Type.Label ? 0.6
        : IsNumber(source.Type) && IsNumber(target.Type) ? 0.3
        : 0;

    private static bool IsNumber(Term type) => type.Text is "ℕ" or "ℤ" or "ℚ" or "ℝ" or "ℂ";

    /// <summary>How often locals lie on each other in the conclusions and in the hypotheses that were chosen.</summary>
    private Dictionary<(int Source, int Target), int> Votes(State state)
    {
        var votes = new Dictionary<(int, int), int>();
        Alignment.Leaves(source.Conclusion, target.Conclusion, Count);
        foreach (var (one, other) in state.Targets.Where(p => !source.Locals[p.Source].IsData))
        {
            Alignment.Leaves(source.Locals[one].Type, target.Locals[other].Type, Count);
        }

        return votes;

        void Count(Term one, Term other)
        {
            if (one.Kind == TermKind.Local)
            {
                votes[(one.Index, other.Index)] = votes.GetValueOrDefault((one.Index, other.Index)) + 1;
            }
        }
    }

    private double Quality(State state)
    {
        if (state.Targets.Count == 0)
        {
            return 1;
        }

        var votes = Votes(state);
        var chosen = state.Targets.ToDictionary(p => p.Source, p => p.Target);
        var agreed = votes.GroupBy(v => v.Key.Source)
            .Sum(g => chosen.TryGetValue(g.Key, out var t) ? votes.GetValueOrDefault((g.Key, t)) : g.Max(v => v.Value));
        var consistency = votes.Count == 0 ? 1 : (double)agreed / votes.Values.Sum();
        return Math.Min(1, state.Sum / state.Targets.Count) * (1 + consistency) / 2;
    }

    private sealed record State(List<(int Source, int Target)> Targets, double Sum);
}
