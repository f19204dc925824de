using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Lean.Native;

/// <summary>The full name of the last theorem of a text, read as text; a guess that Lean must confirm.</summary>
internal static partial class LastTheorem
{
    private const string Root = "_root_.";

    /// <summary>Null when there is none.</summary>
    public static string? Find(string text)
    {
        var scopes = new Stack<string?>();
        string? last = null;
        foreach (Match match in Commands().Matches(LeanText.Mask(text)))
        {
            var name = match.Groups["name"].Value;
            switch (match.Groups["keyword"].Value)
            {
                case "namespace":
                    Open(scopes, LeanNames.Components(name), isNamespace: true);
                    break;
                case "section" or "mutual":
                    Open(scopes, name.Length == 0 ? [string.Empty] : LeanNames.Components(name), isNamespace: false);
                    break;
                case "end":
                    Close(scopes, name.Length == 0 ? 1 : LeanNames.Components(name).Count);
                    break;
                default:
                    last = name.StartsWith(Root, StringComparison.Ordinal)
                        ? name[Root.Length..]
                        : string.Join('.', scopes.Reverse().OfType<string>().Append(name));
                    break;
            }
        }

        return last;
    }

    // Lean opens one scope for each component, so that 'end B' and 'end A' may close 'namespace A.B'.
    private static void Open(Stack<string?> scopes, IEnumerable<string> components, bool isNamespace)
    {
        foreach (var component in components)
        {
            scopes.Push(isNamespace ? component : null);
        }
    }

    private static void Close(Stack<string?> scopes, int count)
    {
        for (; count > 0 && scopes.Count > 0; count--)
        {
            scopes.Pop();
        }
    }

    [GeneratedRegex(
        @"(?<![\w.'!?«`])(?:(?<keyword>theorem|lemma|namespace)\s+(?<name>" + LeanNames.Pattern + @")"
        + @"|(?<keyword>section|mutual|end)(?![\w'!?.])(?:[ \t]+(?!theorem\b|lemma\b|namespace\b|section\b|end\b)(?<name>" + LeanNames.Pattern + @"))?)")]
    private static partial Regex Commands();
}
