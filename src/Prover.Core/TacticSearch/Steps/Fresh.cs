using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.TacticSearch.Steps;

/// <summary>Names that a goal does not use yet.</summary>
internal static class Fresh
{
    /// <summary>The name itself or, where it is taken, with the first number that is free.</summary>
    public static string Name(GoalFeatures goal, string wanted, params IEnumerable<string> alsoTaken)
    {
        var name = wanted;
        for (var number = 1; goal.Goal.Context.Any(d => d.Name == name) || alsoTaken.Contains(name) || LeanNames.Mentions(goal.Statement, name); number++)
        {
            name = wanted + Subscript(number);
        }

        return name;
    }

    private static string Subscript(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => (char)('₀' + (c - '0'))));
}
