using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Finitely many cases, evaluated in the kernel: omega, helped by facts about products and powers, bounds up to three variables
/// by the smallest number of a ladder that it can, then everything is quantified over that box.</summary>
/// <remarks>Up to some 10,000 tuples, about a millisecond each: the last of the arithmetic templates.</remarks>
internal sealed class BoundedDecideTemplate : IScriptTemplate
{
    private const int MaxVariables = 3;

    public string Name => "bounded-decide";

    public int? MaxHeartbeats => null;

    /// <summary>Whether the statement is decidable once its variables are bounded.</summary>
    public static bool AppliesTo(GoalFeatures goal) =>
        goal.Integers.Count() is > 0 and <= MaxVariables && goal.Functions.Count == 0 && goal.Data.Count == 0 && goal.Hypotheses.Count > 0
        && goal.Scalars.All(v => v.Kind != NumberKind.Rat) && !goal.HasAny("↑∀∃");

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        if (AppliesTo(goal))
        {
            yield return new BoundedSearch(goal).Write();
        }
    }
}
