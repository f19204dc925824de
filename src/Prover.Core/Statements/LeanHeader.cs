using System.Text.RegularExpressions;
using Prover.Core.Lean;

namespace Prover.Core.Statements;

/// <summary>A text split into its header (imports and opening commands), which can be kept warm, and the rest.</summary>
/// <remarks>The split is conservative: it falls between two commands or not at all, so that elaborating the header and then
/// the rest means the same as elaborating the whole. Where in doubt, less is taken as header.</remarks>
/// <param name="Imports">Modules of the <c>import</c> lines.</param>
/// <param name="Text">The header, whole lines; may be empty.</param>
/// <param name="Body">The rest of the text.</param>
/// <param name="Lines">Lines of the header: what to add to a line number of the body.</param>
public sealed partial record LeanHeader(LeanImports Imports, string Text, string Body, int Lines)
{
    private static readonly HashSet<string> HeaderCommands = ["import", "open", "set_option", "universe", "notation", "variable", "attribute"];

    // A command is known to have ended only where one of these begins the next line.
    private static readonly HashSet<string> CommandStarts =
    [
        .. HeaderCommands, "theorem", "lemma", "def", "example", "namespace", "section", "abbrev", "axiom", "instance", "structure",
        "inductive", "macro", "syntax", "private", "protected", "noncomputable", "local", "infix", "infixl", "infixr",
    ];

    /// <summary>Splits a text.</summary>
    public static LeanHeader Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var modules = new List<string>();
        var importsOver = false;
        var afterCommand = false;
        var at = SkipLeadingComments(text);
        var end = at;
        var modulesAtEnd = 0;
        while (at < text.Length)
        {
            var newline = text.IndexOf('\n', at);
            var next = newline < 0 ? text.Length : newline + 1;
            var line = text[at..next].TrimEnd();
            if (line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal))
            {
                if (afterCommand && !StartsCommand(line))
                {
                    break;
                }

                (end, modulesAtEnd) = (at, modules.Count);
                var isImport = FirstWord(line) == "import";
                if (!IsHeaderCommand(line) || (isImport && importsOver))
                {
                    break;
                }

                afterCommand = true;
                importsOver |= !isImport;
                if (isImport)
                {
                    modules.Add(line["import".Length..].Trim());
                }
            }

            at = next;
            if (at == text.Length)
            {
                (end, modulesAtEnd) = (at, modules.Count);
            }
        }

        return new LeanHeader(new LeanImports(modules.Take(modulesAtEnd)), text[..end], text[end..], text.AsSpan(0, end).Count('\n'));
    }

    // A licence on top of a file must not hide its imports. Doc comments are commands and end the header instead.
    private static int SkipLeadingComments(string text)
    {
        var lineStart = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                lineStart = text[i++] == '\n' ? i : lineStart;
                continue;
            }

            var isDocComment = i + 2 < text.Length && text[i] == '/' && text[i + 2] is '-' or '!';
            var after = isDocComment ? i : LeanText.SkipComment(text, i);
            if (after == i)
            {
                return lineStart;
            }

            i = after;
            lineStart = after;
        }

        return 0;
    }

    private static bool IsHeaderCommand(string line)
    {
        var word = FirstWord(line);
        if (!HeaderCommands.Contains(word) || (word == "variable" && !BindersOnly().IsMatch(line)) || Uncoloned(word, line).AsSpan().ContainsAny(":'#\\") || line.AsSpan().Count('"') % 2 != 0)
        {
            return false;
        }

        // `open A in` belongs to the command after it, and a comment may hide anything.
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return !words.Contains("in")
            && !line.Contains("--", StringComparison.Ordinal)
            && !line.Contains("/-", StringComparison.Ordinal)
            && (word != "import" || words.Length == 2);
    }

    /// <summary>The line without the colons that say nothing of another command on it: of binders, and in front of a precedence.</summary>
    private static string Uncoloned(string word, string line) => word switch
    {
        "variable" => line.Replace(" : ", " ", StringComparison.Ordinal),
        "notation" => Precedence().Replace(line, " "),
        _ => line,
    };

    private static bool StartsCommand(string line) =>
        CommandStarts.Contains(FirstWord(line))
        || line.StartsWith("/--", StringComparison.Ordinal)
        || line.StartsWith("@[", StringComparison.Ordinal);

    // Brackets with a name and a type of names, or with a class.
    [GeneratedRegex(@"^variable( \([^()\[\]{}⦃⦄:]+ : [^()\[\]{}⦃⦄:]+\)| \{[^()\[\]{}⦃⦄:]+ : [^()\[\]{}⦃⦄:]+\}| \[[^()\[\]{}⦃⦄:]+\])+$")]
    private static partial Regex BindersOnly();

    [GeneratedRegex(@"(?<= \w+):(max|[0-9]+)(?= )")]
    private static partial Regex Precedence();

    private static string FirstWord(string line)
    {
        var end = 0;
        while (end < line.Length && (char.IsAsciiLetter(line[end]) || line[end] == '_'))
        {
            end++;
        }

        return end == line.Length || line[end] is ' ' or '\t' ? line[..end] : string.Empty;
    }
}
