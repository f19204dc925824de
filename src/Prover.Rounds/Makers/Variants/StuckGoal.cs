using System.Text.RegularExpressions;

namespace Prover.Rounds.Makers.Variants;

/// <summary>Turns a goal at which a proof was stuck into a problem of its own.</summary>
/// <remarks>A goal need not be true: a step before it may have lost too much.</remarks>
public static partial class StuckGoal
{
    /// <summary>The goal as a lemma; null where it holds metavariables or is no goal.</summary>
    /// <param name="parent">The unsolved problem's name.</param>
    /// <param name="number">Which of its lemmas; makes the name.</param>
    /// <param name="goal">The goal as Lean prints it: the context, a line each, then <c>⊢</c> and the conclusion.</param>
    public static Variant? Lemma(string parent, int number, string goal)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(goal);
        var turnstile = goal.IndexOf('⊢', StringComparison.Ordinal);
        if (turnstile < 0 || goal.Contains('?', StringComparison.Ordinal) || goal.IndexOf('⊢', turnstile + 1) >= 0)
        {
            return null;
        }

        var context = new List<string>();
        foreach (var line in goal[..turnstile].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("case ", StringComparison.Ordinal)))
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

        if (context.Exists(l => !l.Contains(" : ", StringComparison.Ordinal)))
        {
            return null;
        }

        var name = $"{parent}_lemma{number}";
        var text = $"theorem {name}{string.Concat(context.Select(Binder))} : {White().Replace(goal[(turnstile + 1)..].Trim(), " ")}";
        return new Variant(name, Accessible(text), parent, VariantKind.Lemma, goal.Trim());
    }

    private static string Binder(string line)
    {
        var (names, type) = (line[..line.IndexOf(" : ", StringComparison.Ordinal)], line[(line.IndexOf(" : ", StringComparison.Ordinal) + 3)..]);
        return names.StartsWith("inst", StringComparison.Ordinal) && names.Contains('✝', StringComparison.Ordinal) ? $" [{type}]"
            : type.IndexOf(" := ", StringComparison.Ordinal) is > 0 and var at
                ? $" ({names} : {type[..at]}) (h{names} : {names} = {type[(at + 4)..]})"
                : $" ({names} : {type})";
    }

    /// <summary>Names that Lean shows with a dagger can't be written; each gets one that can.</summary>
    private static string Accessible(string text)
    {
        var names = Daggered().Matches(text).Select(m => m.Value).Distinct().ToList();
        var (all, given) = (Name().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var name in names)
        {
            var (stem, number) = (Dagger().Replace(name, string.Empty).Replace('.', '_'), 1);
            while (!all.Add($"{stem}_{number}"))
            {
                number++;
            }

            given[name] = $"{stem}_{number}";
        }

        return Daggered().Replace(text, m => given[m.Value]);
    }

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_₀-₉'!.]*✝[¹²³⁴-⁹⁰]*")]
    private static partial Regex Daggered();

    [GeneratedRegex(@"✝[¹²³⁴-⁹⁰]*")]
    private static partial Regex Dagger();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_₀-₉'!.]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
