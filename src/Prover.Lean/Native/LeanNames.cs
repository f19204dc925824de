using System.Text.RegularExpressions;

namespace Prover.Lean.Native;

/// <summary>Names as Lean writes them.</summary>
internal static partial class LeanNames
{
    /// <summary>A name of components, each an identifier or quoted by <c>«»</c>.</summary>
    public const string Pattern = $@"(?:{Component})(?:\.(?:{Component}))*";

    private const string Component = @"«[^«»\r\n]+»|[\p{L}_][\p{L}\p{N}_'!?]*";

    /// <summary>True for what can be put into a command without becoming something else.</summary>
    public static bool IsName(string text) => WholeName().IsMatch(text);

    /// <summary>The components of a name.</summary>
    public static IReadOnlyList<string> Components(string name) => [.. OneComponent().Matches(name).Select(m => m.Value)];

    /// <summary>All names in a printed term: constants, variables and words of the syntax alike. Private names come without their prefix.</summary>
    public static IEnumerable<string> In(string term) =>
        AnyName().Matches(PrivatePrefix().Replace(term, string.Empty)).Select(m => m.Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\A" + Pattern + @"\z")]
    private static partial Regex WholeName();

    [GeneratedRegex(Component)]
    private static partial Regex OneComponent();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_'!?.])" + Pattern + @"(?![\p{L}\p{N}_'!?✝])")]
    private static partial Regex AnyName();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_'!?.])_private\.(?:[^\s.()\[\]{},]+\.)*?[0-9]+\.")]
    private static partial Regex PrivatePrefix();
}
