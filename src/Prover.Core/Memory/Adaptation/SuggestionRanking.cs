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
        var ballots = new Dictionary<string, Ballot>(StringComparer.Ordinal);
        foreach (var neighbour in nearest.Neighbours)
        {
            if (GoalTerms.Read(Encoding.UTF8.GetString(neighbour.Step.Goal)) is not { } source)
            {
                continue;
            }

            var vote = WeightOfVote * Math.Pow(neighbour.Similarity, Sharpness);
            foreach (var tactic in adapter.Adapt(neighbour.Step.Tactic, source))
            {
                var ballot = ballots.TryGetValue(tactic.Text, out var known) ? known : ballots[tactic.Text] = new Ballot(ballots.Count);
                ballot.Add(vote * (1 + tactic.Quality) / 2, neighbour);
            }
        }

        return [.. ballots.Select(b => (Text: b.Key, Ballot: b.Value, Score: b.Value.Score(nearest.AllUses)))
            .OrderByDescending(b => b.Score).ThenBy(b => b.Ballot.Earliest).ThenBy(b => b.Ballot.Order).Take(most)
            .Select(b => new TacticSuggestion(b.Text, b.Score, b.Ballot.Source.Step.ProofId) { Original = b.Ballot.Source.Step.Tactic })];
    }

    /// <summary>Methods by the same votes, the best first; of equally good ones that which was learned first.</summary>
    public static IReadOnlyList<MethodSuggestion> Methods(Nearest nearest, int most)
    {
        var ballots = new Dictionary<string, Ballot>(StringComparer.Ordinal);
        foreach (var neighbour in nearest.Neighbours)
        {
            var ballot = ballots.TryGetValue(neighbour.Step.Tactic, out var known) ? known : ballots[neighbour.Step.Tactic] = new Ballot(ballots.Count);
            ballot.Add(WeightOfVote * Math.Pow(neighbour.Similarity, Sharpness), neighbour);
        }

        return [.. ballots.Select(b => (Method: b.Key, Ballot: b.Value, Score: b.Value.Score(nearest.AllUses)))
            .OrderByDescending(b => b.Score).ThenBy(b => b.Ballot.Earliest).Take(most)
            .Select(b => new MethodSuggestion(b.Method, b.Score, b.Ballot.Source.Step.ProofId))];
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
