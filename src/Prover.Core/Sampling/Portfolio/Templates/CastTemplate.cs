using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary>A natural or integer <c>v = N</c> that is known through its cast <c>↑v</c>: solved in the larger numbers, where division
/// and subtraction are exact, and brought back.</summary>
internal sealed partial class CastTemplate : IScriptTemplate
{
    public string Name => "cast";

    public int? MaxHeartbeats => 60_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var equation = Equation().Match(goal.Conclusion);
        var (name, value) = (equation.Groups["name"].Value, equation.Groups["value"].Value);
        return equation.Success && goal.Hypotheses.Any(h => h.Type.Contains("↑" + name, StringComparison.Ordinal))
            ? new[] { NumberKind.Rat, NumberKind.Int }.Select(kind => Script.Lines($"have hcast : ({name} : {kind}) = {value} := by grind", "exact_mod_cast hcast"))
            : [];
    }

    [GeneratedRegex(@"^(?<name>\S+) = (?<value>[0-9]+)$")]
    private static partial Regex Equation();
}
