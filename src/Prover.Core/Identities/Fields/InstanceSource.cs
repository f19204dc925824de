using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Fields;

/// <summary>What holds for all elements of a field, at chosen ones: a polynomial identity at as many numbers as it has coefficients to tell, an equation
/// between values of a function at the numbers where values are given or asked for. The rest is left to <c>grind</c>.</summary>
internal sealed partial class InstanceSource : ICertificateSource
{
    private const int MaxHypotheses = 3;
    private const int MaxPairs = 6;

    private static readonly string[] Numbers = ["0", "1", "(-1)", "2"];

    /// <inheritdoc />
    public string Class => "instances";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        foreach (var setting in FieldSetting.Of(goal.Features))
        {
            var terms = new FieldTerms(setting);
            var universal = setting.Hypotheses.Where(h => h.Type.StartsWith('∀') && !terms.IsDefinition(h.Type)).Take(MaxHypotheses).ToList();
            var points = Points(goal.Features, setting);
            var lines = universal.SelectMany((h, i) => Instances(h, setting.Type, points).Select((a, j) => $"try have ha{i}_{j} := {h.Name} {a}")).ToList();
            if (lines.Count > 0)
            {
                yield return new Finding("what holds for all elements, at chosen ones", Script.Lines([.. lines, "grind"])) { MaxHeartbeats = 100_000 };
            }
        }
    }

    /// <summary>Arguments for a hypothesis: elements, and for each premise its proof.</summary>
    private static IEnumerable<string> Instances(Declaration hypothesis, string type, List<string> points)
    {
        var (text, slots) = (hypothesis.Type, new List<bool>());
        while (true)
        {
            if (Binder().Match(text) is { Success: true } binder)
            {
                if (binder.Groups["type"].Value != type)
                {
                    return [];
                }

                slots.AddRange(binder.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(_ => true));
                text = text[binder.Length..];
            }
            else if (TopLevel.IndexOf(text, " → ") is > 0 and var arrow && !text.StartsWith('∀'))
            {
                slots.Add(false);
                text = text[(arrow + 3)..];
            }
            else
            {
                break;
            }
        }

        string Applied(params string[] values)
        {
            var next = 0;
            return string.Join(' ', slots.Select(isElement => isElement ? values[next++] : "(by grind)"));
        }

        return slots.Count(isElement => isElement) switch
        {
            1 => (slots.Count > 1 || text.Contains("^ 3", StringComparison.Ordinal) ? Numbers : Numbers[..3]).Select(n => Applied(n)),
            2 => Pairs(text, points).Take(MaxPairs).Select(p => Applied(p.A, p.B)),
            _ => [],
        };
    }

    /// <summary>Pairs that a function's equation leads from one number that matters to another: <c>f (x * y)</c> wants a quotient, <c>f (x + y)</c> a
    /// difference.</summary>
    private static IEnumerable<(string A, string B)> Pairs(string equation, List<string> points)
    {
        var ordered = points.SelectMany(p => points.Where(q => q != p).Select(q => (p, q))).ToList();
        return (Product().IsMatch(equation), Sum().IsMatch(equation)) switch
        {
            (true, false) => ordered.Select(t => (t.p, $"({t.q} / {t.p})")),
            (false, true) => ordered.Select(t => (t.p, $"({t.q} - {t.p})")).Append(("0", "0")),
            _ => ordered.Concat([("0", "0"), ("1", "1"), ("0", "1"), ("1", "0")]),
        };
    }

    /// <summary>The numbers that functions are applied to.</summary>
    private static List<string> Points(GoalFeatures goal, FieldSetting setting) =>
        [.. Application().Matches(goal.Statement).Where(m => setting.Functions.Any(f => f.Name == m.Groups["f"].Value)).Select(m => m.Groups["number"].Value).Distinct()];

    [GeneratedRegex(@"^∀ \((?<names>[^:()]+) : (?<type>[^()]+)\), ")]
    private static partial Regex Binder();

    [GeneratedRegex(@"(?<![\w₀-₉'.])(?<f>[\p{L}_][\w₀-₉']*) (?<number>[0-9]+|\(-[0-9]+\))(?![\w.])")]
    private static partial Regex Application();

    [GeneratedRegex(@"[\p{L}_][\w₀-₉']* \([^()]+ \* [^()]+\)")]
    private static partial Regex Product();

    [GeneratedRegex(@"[\p{L}_][\w₀-₉']* \([^()]+ \+ [^()]+\)")]
    private static partial Regex Sum();
}
