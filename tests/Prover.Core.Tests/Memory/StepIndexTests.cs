using Prover.Core.Memory;
using Prover.Core.Memory.Features;
using Prover.Core.Memory.Neighbours;
using Prover.Core.Memory.Terms;

namespace Prover.Core.Tests.Memory;

public class StepIndexTests
{
    // More than are compared one by one, and in two segments of the forest.
    private const int Proofs = 9000;
    private const int Queries = 200;

    private static int[] Features(string goal) => GoalFingerprint.Of(GoalTerms.Read(goal)!);

    private static PreparedProof Proof(int number, string goal) => PreparedProof.Of(new LearnedProof($"p{number}", [new ProofStep(goal, $"exact lemma{number}")]));

    [Fact]
    public void The_forest_finds_the_nearest_that_a_look_at_all_finds()
    {
        var random = new Random(20_261_126);
        var goals = Enumerable.Range(0, Proofs).Select(_ => SampleGoals.Draw(random)).ToList();
        using var index = new StepIndex();
        for (var i = 0; i < goals.Count; i++)
        {
            index.Add(Proof(i, goals[i].Text()));
        }

        var (first, shared) = (0, 0);
        for (var i = 0; i < Queries; i++)
        {
            var features = Features(SampleGoals.Vary(goals[random.Next(goals.Count)], random).Text());
            var (quick, exact) = (index.Nearest(features, 10), index.Nearest(features, 10, exact: true));
            first += quick.Neighbours[0].Similarity >= exact.Neighbours[0].Similarity ? 1 : 0;
            shared += quick.Neighbours.Select(n => n.Number).Intersect(exact.Neighbours.Select(n => n.Number)).Count();
        }

        Assert.True(first >= 0.97 * Queries, $"the nearest found in {first} of {Queries}");
        Assert.True(shared >= 0.5 * 10 * Queries, $"of the ten nearest {shared / (double)Queries} found");
    }

    [Fact]
    public void A_goal_that_was_learned_is_its_own_nearest()
    {
        var random = new Random(5);
        using var index = new StepIndex();
        var goals = Enumerable.Range(0, 300).Select(_ => SampleGoals.Draw(random).Text()).Distinct().ToList();
        for (var i = 0; i < goals.Count; i++)
        {
            index.Add(Proof(i, goals[i]));
        }

        Assert.All(goals, goal => Assert.Equal(1, index.Nearest(Features(goal), 1).Neighbours[0].Similarity, 5));
    }

    [Fact]
    public void Neighbours_as_of_a_time_are_those_of_an_index_that_never_learned_more()
    {
        const int then = 5000;
        var random = new Random(7);
        var goals = Enumerable.Range(0, Proofs).Select(_ => SampleGoals.Draw(random).Text()).ToList();
        using var whole = new StepIndex();
        using var part = new StepIndex();
        for (var i = 0; i < goals.Count; i++)
        {
            whole.Add(Proof(i, goals[i]));
            if (i < then)
            {
                part.Add(Proof(i, goals[i]));
            }
        }

        var knowledge = whole.After(then);
        for (var i = 0; i < 50; i++)
        {
            var features = Features(SampleGoals.Draw(random).Text());
            var (past, present) = (whole.Nearest(features, 20, knowledge), part.Nearest(features, 20));
            Assert.Equal(present.AllUses, past.AllUses);
            Assert.Equal(
                present.Neighbours.Select(n => (n.Number, n.Similarity, n.Uses)),
                past.Neighbours.Select(n => (n.Number, n.Similarity, n.Uses)));
        }
    }

    [Fact]
    public void The_same_step_in_many_proofs_is_kept_once_and_counted_often()
    {
        using var index = new StepIndex();
        for (var i = 0; i < 10; i++)
        {
            index.Add(PreparedProof.Of(new LearnedProof($"p{i}", [new ProofStep("⊢ 1 + 1 = 2", "rfl"), new ProofStep($"⊢ 1 + {i} = 2", "rfl")])));
        }

        Assert.Equal(new MemoryStatistics(10, 20, 10, 1), index.Statistics);
        Assert.Equal(20, index.Nearest(Features("⊢ 1 + 1 = 2"), 1).Neighbours[0].Uses);
    }

    [Fact]
    public void An_empty_index_has_no_neighbours()
    {
        using var index = new StepIndex();

        Assert.Empty(index.Nearest(Features("⊢ 1 = 1"), 5).Neighbours);
        Assert.Empty(index.Nearest(Features("⊢ 1 = 1"), 5, index.After(0)).Neighbours);
    }
}
