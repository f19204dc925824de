using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Fields;

/// <summary>The elements of one field in a goal: of <c>Rat</c>, or of a type with an instance of <c>Lean.Grind.Field</c>.</summary>
/// <param name="Type">The field, as Lean prints it.</param>
/// <param name="IsOrdered">Whether it is ordered, with <c>Lean.Grind.OrderedRing</c>.</param>
/// <param name="Variables">Variables that stand for its elements.</param>
/// <param name="Functions">Functions whose values are its elements: name and type.</param>
/// <param name="Hypotheses">What is known, without the instances.</param>
internal sealed partial record FieldSetting(
    string Type, bool IsOrdered, IReadOnlyList<string> Variables, IReadOnlyList<Declaration> Functions, IReadOnlyList<Declaration> Hypotheses)
{
    /// <summary>The fields of a goal.</summary>
    public static IEnumerable<FieldSetting> Of(GoalFeatures goal)
    {
        var context = goal.Goal.Context;
        var types = context.Select(d => FieldInstance().Match(d.Type)).Where(m => m.Success).Select(m => m.Groups["type"].Value)
            .Concat(context.Any(d => d.Type == "Rat") ? ["Rat"] : Array.Empty<string>())
            .Concat(context.Any(d => d.Type == "ℚ") ? ["ℚ"] : Array.Empty<string>());
        var hypotheses = goal.Hypotheses.Where(h => !IsInstance(h.Type)).ToList();
        foreach (var type in types.Distinct())
        {
            yield return new FieldSetting(
                type,
                type is "Rat" or "ℚ" || context.Any(d => d.Type == $"Lean.Grind.OrderedRing {type}"),
                [.. context.Where(d => d.Type == type).Select(d => d.Name)],
                [.. context.Where(d => d.Type.EndsWith($" → {type}", StringComparison.Ordinal) && TypesOnly().IsMatch(d.Type))],
                hypotheses);
        }
    }

    /// <summary>Whether a declaration's type is a class of algebra or order and says nothing about a particular element.</summary>
    public static bool IsInstance(string type) => Instance().IsMatch(type);

    [GeneratedRegex(@"^Lean\.Grind\.Field (?<type>\S+)$")]
    private static partial Regex FieldInstance();

    [GeneratedRegex(@"^(Lean\.Grind\.|Std\.)[\w.]+ \S+( \d+)?$|^(LE|LT|DecidableEq|DecidableLT|DecidableLE) \S+$")]
    private static partial Regex Instance();

    [GeneratedRegex(@"^[^\s()=<≤>≥≠∧∨¬∀∃,]+( → [^\s()=<≤>≥≠∧∨¬∀∃,]+)+$")]
    private static partial Regex TypesOnly();
}
