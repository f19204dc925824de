using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>Finds the best assignments by a beam search: hypotheses first, by their propositions; then variables, by their types and by where they
/// stand in the conclusions and in the hypotheses that were chosen.</summary>
internal sealed class LocalMatcher
{
    private const int Width = 8;
    private const int MaxChoices = 4;
    private const double LeastLikeness = 0.15;
    private const double LeastShareOfBest = 0.6;

    private readonly GoalTerms _source;
    private readonly GoalTerms _target;
    private readonly Dictionary<(int Source, int Target), int> _votesOfConclusion = [];

    public LocalMatcher(GoalTerms source, GoalTerms target)
    {
        (_source, _target) = (source, target);
        Count(source.Conclusion, target.Conclusion, _votesOfConclusion);
    }

    /// <summary>The best assignments of the named locals, at most that many; none when one of them has no counterpart.</summary>
    public IReadOnlyList<LocalAssignment> Find(IReadOnlyList<int> named, int most)
    {
        var beam = new List<State> { new([], _votesOfConclusion, 0) };
        foreach (var local in named.OrderBy(l => _source.Locals[l].IsData).ThenBy(l => l))
        {
            var choices = Choices(local);
            beam = [.. beam.SelectMany(state => Extend(state, local, choices)).OrderByDescending(s => s.Sum).Take(Width)];
        }

        var found = beam.Select(s => new LocalAssignment(s.Targets.ToDictionary(p => p.Source, p => p.Target), Quality(s)))
            .OrderByDescending(a => a.Quality).Take(most).ToList();
        return [.. found.Where(a => a.Quality >= LeastShareOfBest * found[0].Quality)];
    }

    private List<Choice> Choices(int local)
    {
        var found = new List<Choice>();
        for (var other = 0; other < _target.Locals.Count; other++)
        {
            if (Likeness(_source.Locals[local], _target.Locals[other]) is >= LeastLikeness and var likeness)
            {
                found.Add(new Choice(other, likeness, Preference(local, other)));
            }
        }

        return found;
    }

    private IEnumerable<State> Extend(State state, int local, List<Choice> choices)
    {
        var isData = _source.Locals[local].IsData;
        var all = isData ? state.Votes.Where(v => v.Key.Source == local).Sum(v => v.Value) : 0;
        var free = choices.Where(c => !state.Targets.Exists(p => p.Target == c.Target)).Select(c =>
            (c.Target, Likeness: Placed(c.Likeness, all == 0 ? 0 : state.Votes.GetValueOrDefault((local, c.Target)), all) + c.Preference));
        foreach (var (other, likeness) in free.OrderByDescending(c => c.Likeness).Take(MaxChoices))
        {
            var votes = state.Votes;
            if (!isData)
            {
                votes = new(votes);
                Count(_source.Locals[local].Type, _target.Locals[other].Type, votes);
            }

            yield return new State([.. state.Targets, (local, other)], votes, state.Sum + likeness);
        }
    }

    private static double Placed(double likeness, int votes, int all) => all == 0 ? likeness : (likeness + ((double)votes / all)) / 2;

    // Only to choose between equals: people name like things alike and in the same order.
    private double Preference(int local, int other) =>
        (_source.Locals[local].Name == _target.Locals[other].Name ? 0.01 : 0) + (Rank(_source, local) == Rank(_target, other) ? 0.005 : 0);

    private static int Rank(GoalTerms goal, int local)
    {
        var rank = 0;
        for (var i = 0; i < local; i++)
        {
            rank += goal.Locals[i].Type.Label == goal.Locals[local].Type.Label ? 1 : 0;
        }

        return rank;
    }

    private static double Likeness(LocalTerm source, LocalTerm target) =>
        !target.IsAccessible || source.IsData != target.IsData ? 0
        : !source.IsData ? Alignment.Overlap(source.Type, target.Type)
        : source.Type.Shape == target.Type.Shape ? 1
        : source.Type.Label == target.Type.Label ? 0.6
        : IsNumber(source.Type) && IsNumber(target.Type) ? 0.3
        : 0;

    private static bool IsNumber(Term type) => type.Text is "ℕ" or "ℤ" or "ℚ" or "ℝ" or "ℂ";

    /// <summary>Counts how often locals lie on each other in two terms.</summary>
    private static void Count(Term source, Term target, Dictionary<(int Source, int Target), int> votes) =>
        Alignment.Leaves(source, target, (one, other) =>
        {
            if (one.Kind == TermKind.Local)
            {
                votes[(one.Index, other.Index)] = votes.GetValueOrDefault((one.Index, other.Index)) + 1;
            }
        });

    private static double Quality(State state)
    {
        if (state.Targets.Count == 0)
        {
            return 1;
        }

        var (agreed, all) = (0, 0);
        foreach (var place in state.Votes.GroupBy(v => v.Key.Source))
        {
            var index = state.Targets.FindIndex(p => p.Source == place.Key);
            agreed += index < 0 ? place.Max(v => v.Value) : state.Votes.GetValueOrDefault(state.Targets[index]);
            all += place.Sum(v => v.Value);
        }

        var consistency = all == 0 ? 1 : (double)agreed / all;
        return Math.Min(1, state.Sum / state.Targets.Count) * (1 + consistency) / 2;
    }

    private readonly record struct Choice(int Target, double Likeness, double Preference);

    private sealed record State(List<(int Source, int Target)> Targets, Dictionary<(int Source, int Target), int> Votes, double Sum);
}
