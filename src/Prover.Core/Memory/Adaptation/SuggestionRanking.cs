using System.Text;
using Prover.Core.Memory.Neighbours;
using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Adaptation;

/// <summary>Makes suggestions of neighbours. Each neighbour votes for its tactic, adapted; near ones weigh far more than distant ones, and votes
/// for the same text add up as independent evidence does. How often the kind of tactic helped at all counts a little.</summary>
internal static class SuggestionRanking
{
    private const double WeightOfVote = 0.9;
    private const double WeightOfUses = 0.05;
    private const int Sharpness = 4;

    /// <summary>The suggestions, the best first; of equally good ones that which was learned first.</summary>
    public static IReadOnlyList<TacticSuggestion> Rank(GoalTerms goal, Nearest nearest, int most)
    {
        var adapter = new TacticAdapter(goal);
        var votes = nearest.Neighbours
            .Select(n => (Neighbour: n, Source: GoalTerms.Read(Encoding.UTF8.GetString(n.Step.Goal))))
            .Where(n => n.Source is not null)
            .SelectMany(n => adapter.Adapt(n.Neighbour.Step.Tactic, n.Source!).Select(t => (t.Text, Vote(n.Neighbour) * (1 + t.Quality) / 2, n.Neighbour)));
        return [.. Count(votes, nearest.AllUses, most).Select(e => new TacticSuggestion(e.Text, e.Score, e.Source.Step.ProofId) { Original = e.Source.Step.Tactic })];
    }

    /// <summary>Methods by the same votes, the best first; of equally good ones that which was learned first.</summary>
    public static IReadOnlyList<MethodSuggestion> Methods(Nearest nearest, int most) =>
    [
        .. Count(nearest.Neighbours.Select(n => (n.Step.Tactic, Vote(n), n)), nearest.AllUses, most)
            .Select(e => new MethodSuggestion(e.Text, e.Score, e.Source.Step.ProofId) { Similarity = e.Source.Similarity, Seconds = e.Source.Step.Seconds })
    ];

    private static double Vote(Neighbour neighbour) => WeightOfVote * Math.Pow(neighbour.Similarity, Sharpness);

    private static IEnumerable<(string Text, double Score, Neighbour Source)> Count(IEnumerable<(string Text, double Vote, Neighbour Neighbour)> votes, int allUses, int most)
    {
        var ballots = new Dictionary<string, Ballot>(StringComparer.Ordinal);
        foreach (var (text, vote, neighbour) in votes)
        {
            var ballot = ballots.TryGetValue(text, out var known) ? known : ballots[text] = new Ballot(ballots.Count);
            ballot.Add(vote, neighbour);
        }

        return ballots.Select(b => (Text: b.Key, Ballot: b.Value, Score: b.Value.Score(allUses)))
            .OrderByDescending(b => b.Score).ThenBy(b => b.Ballot.Earliest).ThenBy(b => b.Ballot.Order).Take(most)
            .Select(b => (b.Text, b.Score, b.Ballot.Source));
    }

    private sealed class Ballot(int order)
    {
        private double _against = 1;
        private double _strongest = -1;
        private Neighbour? _source;

        public int Order => order;

        public int Earliest { get; private set; } = int.MaxValue;

        public Neighbour Source => _source!;

        public void Add(double vote, Neighbour neighbour)
        {
            _against *= 1 - vote;
            Earliest = Math.Min(Earliest, neighbour.Number);
            if (vote > _strongest)
            {
                (_strongest, _source) = (vote, neighbour);
            }
        }

        public double Score(int allUses) => 1 - (_against * (1 - (WeightOfUses * Math.Log(1 + Source.Uses) / Math.Log(2 + allUses))));
    }
}
