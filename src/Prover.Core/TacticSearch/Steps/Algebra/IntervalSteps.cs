using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Sampling.Portfolio.Templates;

namespace Prover.Core.TacticSearch.Steps.Algebra;

/// <summary>A variable with some dozens of values, without which the rest is linear: each value in turn, and linear arithmetic alone, which takes a few
/// milliseconds where a general procedure takes a hundred.</summary>
internal sealed class IntervalSteps : ITacticSource
{
    private const int MostValues = 128;

    // Many short steps: more than one calculation needs.
    private const int MaxHeartbeats = 200_000;

    public IEnumerable<TacticIdea> For(GoalFeatures goal)
    {
        if (!goal.HasAny("%/*^"))
        {
            yield break;
        }

        foreach (var variable in goal.Integers.Take(3))
        {
            if (IntervalTemplate.BoundsOf(goal, variable) is var (low, high) && high - low >= CaseSteps.MostValues && high - low < MostValues)
            {
                yield return Insight.Of("interval", IntervalTemplate.Cases(variable, low, high, "omega")) with { MaxHeartbeats = MaxHeartbeats };
            }
        }
    }
}
