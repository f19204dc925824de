using System.Text.RegularExpressions;

namespace Prover.Core.TacticSearch.Goals;

/// <summary>Reads the goals in Lean's message <c>unsolved goals</c>.</summary>
internal static partial class PrintedGoals
{
    private const string Heading = "unsolved goals";

    /// <summary>Whether a message is of that kind.</summary>
    public static bool IsIn(string message) => message.StartsWith(Heading, StringComparison.Ordinal);

    /// <summary>The goals in Lean's order, each without the name of its case; null where the message can't be read, or where goals hang
    /// together by a metavariable, so that none can be worked on alone.</summary>
    public static IReadOnlyList<string>? Read(string message)
    {
        var goals = Blank().Split(message[Heading.Length..].Trim('\r', '\n'))
            .Select(g => Case().Replace(g.Trim('\r', '\n'), string.Empty))
            .Where(g => g.Length > 0)
            .ToList();
        return goals.Count == 0 || goals.Any(g => !g.Contains('⊢', StringComparison.Ordinal)) || (goals.Count > 1 && Metavariable().IsMatch(message))
            ? null
            : goals;
    }

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\A\s*case [^\n]*\n")]
    private static partial Regex Case();

    [GeneratedRegex(@"(?<![\w?])\?[\w.]+")]
    private static partial Regex Metavariable();
}
