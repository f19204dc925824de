using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Fields;

/// <summary>A setting whose hypotheses of existence are opened.</summary>
/// <param name="Setting">With the new elements and what is known of them.</param>
/// <param name="Lines">Tactics that open them.</param>
internal sealed partial record FieldOpening(FieldSetting Setting, IReadOnlyList<string> Lines)
{
    /// <summary>Opens what can be opened.</summary>
    public static FieldOpening Of(FieldSetting setting)
    {
        var (variables, lines, hypotheses) = (setting.Variables.ToList(), new List<string>(), new List<Declaration>());
        foreach (var hypothesis in setting.Hypotheses)
        {
            if (Exists().Match(hypothesis.Type) is not { Success: true } match)
            {
                hypotheses.Add(hypothesis);
                continue;
            }

            // The type of `∃ x, …` is not printed; that of something else would only make what is read wrong, and Lean would say so.
            var (bound, name) = (match.Groups["x"].Value, $"xe{lines.Count}");
            lines.Add($"obtain ⟨{name}, {hypothesis.Name}⟩ := {hypothesis.Name}");
            variables.Add(name);
            hypotheses.Add(hypothesis with { Type = Regex.Replace(match.Groups["body"].Value, LeanNames.Word(bound), name) });
        }

        return new FieldOpening(setting with { Variables = variables, Hypotheses = hypotheses }, lines);
    }

    [GeneratedRegex(@"^∃ (?<x>[^\s,:()]+), (?<body>.+)$")]
    private static partial Regex Exists();
}
