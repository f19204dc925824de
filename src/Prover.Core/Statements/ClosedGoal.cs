using System.Text.RegularExpressions;

namespace Prover.Core.Statements;

/// <summary>A goal as Lean prints it, closed over its context: what stands in the context becomes binders, so that it can be stated as a theorem.</summary>
/// <remarks>Read as text. What Lean prints need not mean the same when it is read again: whoever states it has to ask Lean whether it implies the goal.</remarks>
/// <param name="Binders">The context as binders, each with a space in front.</param>
/// <param name="Conclusion">What stands after <c>⊢</c>, in one line.</param>
/// <param name="Arguments">What each explicit binder gets in the goal's own context; <c>_</c> where the name can't be written there.</param>
public sealed partial record ClosedGoal(string Binders, string Conclusion, IReadOnlyList<string> Arguments)
{
    /// <summary>The goal as a theorem's head.</summary>
    public string Theorem(string name) => $"theorem {name}{Binders} : {Conclusion}";

    /// <summary>Closes a goal; null where it holds metavariables or is not exactly one goal.</summary>
    /// <param name="goal">The context, a line each, then <c>⊢</c> and the conclusion; the name of a case may stand in front.</param>
    public static ClosedGoal? Read(string goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var turnstile = goal.IndexOf('⊢', StringComparison.Ordinal);
        if (turnstile < 0 || goal.Contains('?', StringComparison.Ordinal) || goal.IndexOf('⊢', turnstile + 1) >= 0)
        {
            return null;
        }

        var context = Context(goal[..turnstile]);
        if (context.Exists(l => !l.Contains(" : ", StringComparison.Ordinal)))
        {
            return null;
        }

        var binders = context.ConvertAll(Binder);
        var conclusion = White().Replace(goal[(turnstile + 1)..].Trim(), " ");
        var given = Accessible($"{string.Concat(binders.Select(b => b.Text))} : {conclusion}");
        return new ClosedGoal(
            Renamed(string.Concat(binders.Select(b => b.Text)), given),
            Renamed(conclusion, given),
            [.. binders.SelectMany(b => b.Arguments)]);
    }

    private static List<string> Context(string lines)
    {
        var context = new List<string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("case ", StringComparison.Ordinal)))
        {
            if (char.IsWhiteSpace(line[0]) && context.Count > 0)
            {
                context[^1] += $" {line.Trim()}"; // The line before went on.
            }
            else
            {
                context.Add(line.Trim());
            }
        }

        return context;
    }

    private static (string Text, IEnumerable<string> Arguments) Binder(string line)
    {
        var at = line.IndexOf(" : ", StringComparison.Ordinal);
        var (names, type) = (line[..at], line[(at + 3)..]);
        if (names.StartsWith("inst", StringComparison.Ordinal) && names.Contains('✝', StringComparison.Ordinal))
        {
            return ($" [{type}]", []);
        }

        var arguments = names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n.Contains('✝', StringComparison.Ordinal) ? "_" : n);
        return type.IndexOf(" := ", StringComparison.Ordinal) is > 0 and var value
            ? ($" ({names} : {type[..value]}) (h{names} : {names} = {type[(value + 4)..]})", arguments.Append("rfl"))
            : ($" ({names} : {type})", arguments);
    }

    /// <summary>Names that Lean shows with a dagger can't be written; each gets one that can.</summary>
    private static Dictionary<string, string> Accessible(string text)
    {
        var (all, given) = (Name().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var name in Daggered().Matches(text).Select(m => m.Value).Distinct())
        {
            var (stem, number) = (Dagger().Replace(name, string.Empty).Replace('.', '_'), 1);
            while (!all.Add($"{stem}_{number}"))
            {
                number++;
            }

            given[name] = $"{stem}_{number}";
        }

        return given;
    }

    private static string Renamed(string text, Dictionary<string, string> given) => Daggered().Replace(text, m => given[m.Value]);

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_₀-₉'!.]*✝[¹²³⁴-⁹⁰]*")]
    private static partial Regex Daggered();

    [GeneratedRegex(@"✝[¹²³⁴-⁹⁰]*")]
    private static partial Regex Dagger();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_₀-₉'!.]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
