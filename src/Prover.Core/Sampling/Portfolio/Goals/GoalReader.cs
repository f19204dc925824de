using System.Text.RegularExpressions;

namespace Prover.Core.Sampling.Portfolio.Goals;

/// <summary>Reads a goal as Lean prints it.</summary>
internal static partial class GoalReader
{
    // Scripts for goals longer than this would be hopeless, and some patterns take quadratic time.
    private const int MaxLength = 20_000;

    /// <summary>The goal; <see cref="Goal.Unknown"/> when there is none to read. Never throws.</summary>
    public static Goal Read(string? text)
    {
        if (text is null || text.Length > MaxLength)
        {
            return Goal.Unknown;
        }

        var renamed = new List<string>();
        var goal = ReadLines(Accessible(text, renamed));
        return goal.IsKnown ? Introduction.Apply(goal with { Renamed = renamed }) : goal;
    }

    /// <summary>The goal as it stands: nothing introduced, inaccessible names as they are printed. Never throws.</summary>
    public static Goal ReadAsPrinted(string? text) => text is null || text.Length > MaxLength ? Goal.Unknown : ReadLines(text);

    private static Goal ReadLines(string text)
    {
        var context = new List<Declaration>();
        foreach (var line in LogicalLines(text))
        {
            if (line.StartsWith('⊢'))
            {
                return new Goal(context, line[1..].Trim(), [], []);
            }

            var colon = line.IndexOf(" : ", StringComparison.Ordinal);
            if (colon > 0)
            {
                var type = WithoutValue(line[(colon + 3)..]).Trim();
                var names = line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                context.AddRange(names.Select(name => new Declaration(name, type)));
            }
        }

        return Goal.Unknown;
    }

    /// <summary>Gives inaccessible names (<c>h✝</c>, <c>h✝¹</c>) a new one wherever they stand; Lean prints two of them never alike.</summary>
    private static string Accessible(string text, List<string> renamed)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var declared = DeclaredNames().Matches(text).SelectMany(m => Inaccessible().Matches(m.Value)).Select(m => m.Value);
        var number = 0;
        foreach (var name in declared.Distinct())
        {
            // A goal within a proof may hold names that were given further out.
            while (LeanNames.Mentions(text, $"hx{number}"))
            {
                number++;
            }

            names[name] = $"hx{number++}";
            renamed.Add(names[name]);
        }

        return names.Count == 0 ? text : Inaccessible().Replace(text, m => names.GetValueOrDefault(m.Value, m.Value));
    }

    /// <summary>Lines of the first goal; Lean indents what continues a line.</summary>
    private static List<string> LogicalLines(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd()))
        {
            if (line.Length > 0 && char.IsWhiteSpace(line[0]) && lines.Count > 0)
            {
                lines[^1] += " " + line.Trim();
            }
            else if (line.Length > 0 && !line.StartsWith("case ", StringComparison.Ordinal))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    // `x : Nat := 5` is a let variable.
    private static string WithoutValue(string type) =>
        type.IndexOf(" := ", StringComparison.Ordinal) is >= 0 and var at ? type[..at] : type;

    [GeneratedRegex(@"^\S[^:\n]*? : ", RegexOptions.Multiline)]
    private static partial Regex DeclaredNames();

    [GeneratedRegex(@"[^\s()\[\]{},:]+✝[⁰¹²³⁴-⁹]*")]
    private static partial Regex Inaccessible();
}
