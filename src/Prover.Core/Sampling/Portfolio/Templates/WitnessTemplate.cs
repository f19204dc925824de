using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio.Templates;

/// <summary><c>∃ x y, …</c>: tries small numbers, smallest maximum first, and terms in the variables at hand.</summary>
internal sealed partial class WitnessTemplate : IScriptTemplate
{
    private const int MaxNames = 3;
    private const int WithProof = 30;

    public string Name => "witness";

    public int? MaxHeartbeats => 100_000;

    public IEnumerable<string> Scripts(GoalFeatures goal)
    {
        var exists = Exists().Match(goal.Conclusion);
        var binder = exists.Groups["binder"].Value;
        var names = binder.Trim('(', ')').Split(':')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!exists.Success || names.Length is 0 or > MaxNames || binder.Contains('→', StringComparison.Ordinal))
        {
            yield break;
        }

        var numbers = Tuples(names.Length).ToList();
        var terms = Terms(goal, names.Length).ToList();
        if (terms.Count > 0)
        {
            yield return Script.FirstOf(terms.Select(t => $"exact ⟨{t}, by first | omega | (simp_all; done) | grind⟩"));
        }

        if (goal.Scalars.Count == 0)
        {
            yield return Script.FirstOf(numbers.Select(t => $"exact ⟨{t}, by decide⟩"));
        }

        yield return Script.FirstOf(numbers.Take(WithProof).Select(t => $"exact ⟨{t}, by first | omega | grind⟩"));
    }

    private static IEnumerable<string> Tuples(int count)
    {
        var largest = count switch { 1 => 40, 2 => 8, _ => 4 };
        IEnumerable<int[]> tuples = [[]];
        for (var i = 0; i < count; i++)
        {
            tuples = tuples.SelectMany(t => Enumerable.Range(0, largest + 1).Select(k => t.Append(k).ToArray()));
        }

        return tuples.OrderBy(t => t.Max()).Select(t => string.Join(", ", t));
    }

    /// <summary>The variables themselves, and terms slightly above and below them.</summary>
    private static IEnumerable<string> Terms(GoalFeatures goal, int count) => count != 1
        ? []
        : goal.Scalars.Take(3).Select(v => v.Name).SelectMany(v => new[] { v, $"{v} + 1", $"2 * {v}", $"{v} - 1", $"{v} / 2", $"{v} * {v}" })
            .Concat(goal.Data.Take(3).Select(d => d.Name));

    [GeneratedRegex(@"^∃ (?<binder>[^,()]+|\([^()]*\)), ")]
    private static partial Regex Exists();
}
