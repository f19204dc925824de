using System.Text.RegularExpressions;

namespace Prover.Core.Sampling.Portfolio.Goals;

/// <summary>Names of what a statement's text declares in front of its theorem.</summary>
internal static partial class OwnNames
{
    /// <summary>Names of its definitions.</summary>
    public static IReadOnlyList<string> Definitions(string statement) => Names(Definition(), statement);

    /// <summary>Names of its types.</summary>
    public static IReadOnlyList<string> Types(string statement) => Names(OwnType(), statement);

    private static string[] Names(Regex pattern, string statement) => [.. pattern.Matches(statement).Select(m => m.Groups["name"].Value)];

    [GeneratedRegex(@"(?<![\w.'])(?:def|abbrev)\s+(?<name>[^\s:({\[⦃]+)")]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?<![\w.'])(?:inductive|structure)\s+(?<name>[^\s:({\[⦃|]+)")]
    private static partial Regex OwnType();
}
