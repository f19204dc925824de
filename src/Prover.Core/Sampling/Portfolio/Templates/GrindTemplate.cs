using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>Lean's general automation: congruence closure, linear arithmetic, commutative rings, case splits.</summary>
/// <param name="isLong">With more splits and rounds of instantiation, for the end of the stream.</param>
internal sealed class GrindTemplate(bool isLong = false) : IScriptTemplate
{
    public string Name => isLong ? "grind-long" : "grind";

    public int? MaxHeartbeats => isLong ? null : 20_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        yield return isLong ? "grind (splits := 20) (ematch := 12)" : "grind";
        if (goal.Definitions.Count > 0)
        {
            var lemmas = string.Join(", ", goal.Definitions);
            yield return isLong ? $"grind (splits := 20) (ematch := 12) [{lemmas}]" : $"first | (simp [{lemmas}]; done) | grind [{lemmas}]";
        }
    }
}
