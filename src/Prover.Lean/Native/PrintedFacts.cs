using System.Text.RegularExpressions;

namespace Prover.Lean.Native;

/// <summary>Reads what Lean's <c>#print</c>, <c>#check</c> and <c>#print axioms</c> say; strictly.</summary>
internal static partial class PrintedFacts
{
    /// <summary>The mark Lean leaves where it prints no more.</summary>
    private const char Elision = '⋯';

    /// <summary>Kind and universe parameters out of a <c>#print</c>; null when it is not about <paramref name="name"/>.</summary>
    public static (string Kind, IReadOnlyList<string> LevelParameters)? Header(string printed, string name)
    {
        var match = PrintHeader().Match(printed);
        if (!match.Success || !IsSame(match.Groups["name"].Value, name))
        {
            return null;
        }

        var kind = match.Groups["kind"].Value;
        return (
            kind is "def" or "abbrev" or "instance" ? "definition" : kind,
            match.Groups["levels"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The type out of a <c>#check @name</c>; null when it is not about <paramref name="name"/> or not all there.</summary>
    public static string? Type(string printed, string name)
    {
        var match = CheckedType().Match(printed);
        return match.Success && IsSame(match.Groups["name"].Value, name) && !printed.Contains(Elision) ? match.Groups["type"].Value : null;
    }

    /// <summary>A whole definition out of a <c>#print</c>; null when it is not about <paramref name="name"/> or not all there.</summary>
    public static string? Definition(string printed, string name) =>
        Header(printed, name) is not null && !printed.Contains(Elision) ? printed : null;

    /// <summary>The axioms, sorted; null when the words are not understood.</summary>
    public static IReadOnlyList<string>? Axioms(string printed, string name)
    {
        var match = AxiomList().Match(printed);
        if (!match.Success || !IsSame(match.Groups["name"].Value, name))
        {
            return null;
        }

        return [.. match.Groups["axioms"].Value
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal)];
    }

    // A private name may be printed with its module in front: _private.Main.0.name.
    private static bool IsSame(string printed, string name) =>
        printed == name || (printed.StartsWith("_private.", StringComparison.Ordinal) && printed.EndsWith($".0.{name}", StringComparison.Ordinal));

    [GeneratedRegex(
        @"\A(?:@\[[^\]]*\]\s*)*(?:(?:private|protected|public|noncomputable|unsafe|partial|nonrec|scoped|meta)\s+)*"
        + @"(?<kind>theorem|def|abbrev|instance|axiom|opaque|inductive|structure|class|constructor|recursor)\s+"
        + @"(?<name>(?:«[^»\n]*»|[^\s:{«])+?)(?:\.\{(?<levels>[^}]*)\})?\s*[:({\[⦃]")]
    private static partial Regex PrintHeader();

    [GeneratedRegex(@"\A@?(?<name>(?:«[^»\n]*»|[^\s:{«])+?)(?:\.\{[^}]*\})?\s*:\s+(?<type>\S.*)\z", RegexOptions.Singleline)]
    private static partial Regex CheckedType();

    [GeneratedRegex(@"\A'(?<name>[^\r\n]+)' (?:does not depend on any axioms|depends on axioms:\s*\[(?<axioms>[^\]]+)\])\s*\z")]
    private static partial Regex AxiomList();
}
