using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Sequences;

/// <summary>A sequence that hypotheses give: <c>f 0 = …</c>, <c>∀ n, f (n + k) = …</c>.</summary>
/// <param name="Function">Its name.</param>
/// <param name="IsNat">Whether its values are natural numbers.</param>
/// <param name="Hypothesis">Name of the rule.</param>
/// <param name="Index">The bound variable of the rule.</param>
/// <param name="Order">The k of the rule.</param>
/// <param name="Next">The right side of the rule.</param>
/// <param name="Given">First values, with the names of their hypotheses.</param>
internal sealed partial record SequenceRule(
    string Function, bool IsNat, string Hypothesis, string Index, int Order, Expression Next, IReadOnlyDictionary<int, (Expression Value, string Hypothesis)> Given)
{
    private const int MaxOrder = 6;

    /// <summary>All sequences of a goal that have a rule and as many first values as it needs.</summary>
    public static IReadOnlyList<SequenceRule> In(GoalFeatures goal)
    {
        var rules = new List<SequenceRule>();
        foreach (var hypothesis in goal.Hypotheses)
        {
            var match = Rule().Match(hypothesis.Type);
            var function = goal.Functions.Find(f => f.Name == match.Groups["f"].Value);
            if (!match.Success || function is null || function.Type.Split(" → ").Length != 2
                || ExpressionParser.Parse(match.Groups["next"].Value) is not { } next)
            {
                continue;
            }

            var order = int.Parse(match.Groups["k"].ValueSpan, CultureInfo.InvariantCulture);
            var given = FirstValues(goal, function.Name);
            if (order <= MaxOrder && Enumerable.Range(0, order).All(given.ContainsKey))
            {
                rules.Add(new SequenceRule(
                    function.Name, function.Type.Split(' ')[^1] is "Nat" or "ℕ", hypothesis.Name, match.Groups["n"].Value, order, next, given));
            }
        }

        return rules;
    }

    private static Dictionary<int, (Expression, string)> FirstValues(GoalFeatures goal, string function)
    {
        var values = new Dictionary<int, (Expression, string)>();
        foreach (var hypothesis in goal.Hypotheses)
        {
            var match = FirstValue().Match(hypothesis.Type);
            if (match.Success && match.Groups["f"].Value == function && ExpressionParser.Parse(match.Groups["value"].Value) is { } value)
            {
                values[int.Parse(match.Groups["i"].ValueSpan, CultureInfo.InvariantCulture)] = (value, hypothesis.Name);
            }
        }

        return values;
    }

    [GeneratedRegex(@"^∀ \((?<n>\S+) : (?:Nat|ℕ)\), (?<f>\S+) \(\k<n> \+ (?<k>[0-9]{1,2})\) = (?<next>[^=∧∨→∀]+)$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?<f>\S+) (?<i>[0-9]{1,3}) = (?<value>[^=∧∨→∀]+)$")]
    private static partial Regex FirstValue();
}
