using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Core.Answers;

/// <summary>Splits Lean text into its top-level commands by the words that begin its lines.</summary>
internal static partial class LeanCommands
{
    private static readonly HashSet<string> Declarations =
    [
        "theorem", "lemma", "example", "def", "abbrev", "axiom", "instance", "structure", "inductive", "class", "opaque",
    ];

    private static readonly HashSet<string> Modifiers =
    [
        "private", "protected", "noncomputable", "unsafe", "partial", "nonrec", "local", "scoped", "public", "meta",
    ];

    private static readonly HashSet<string> Others =
    [
        "import", "open", "namespace", "section", "end", "variable", "variables", "universe", "universes", "set_option", "attribute", "mutual",
        "macro", "macro_rules", "syntax", "elab", "elab_rules", "notation", "notation3", "infix", "infixl", "infixr", "prefix", "postfix", "omit",
        "include", "export", "deriving", "initialize", "alias", "declare_syntax_cat", "add_decl_doc", "module", "run_cmd",
    ];

    // These begin a command only at the left margin: within a proof they are tactics or terms.
    private static readonly HashSet<string> OnlyAtMargin =
    [
        "open", "set_option", "instance", "class", "structure", "local", "include", "omit", "prefix", "notation", "attribute", "meta", "public",
        "scoped", "alias", "module", "export", "partial", "unsafe", "deriving",
    ];

    private static readonly HashSet<string> OneLine = ["import", "open", "namespace", "section", "end", "universe", "set_option", "module"];

    /// <summary>The commands; text that belongs to none comes as a command of the kind <c>""</c>.</summary>
    public static IReadOnlyList<LeanCommand> Split(string code)
    {
        var masked = LeanText.Mask(code);
        var starts = Starts(masked);
        var commands = new List<LeanCommand>(starts.Count + 1);
        var first = starts.Count == 0 ? code.Length : starts[0].At;
        if (!masked.AsSpan(0, first).IsWhiteSpace())
        {
            commands.Add(Command(string.Empty, code, masked, 0, first, 0));
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var (at, keyword, kind) = starts[i];
            commands.Add(Command(kind, code, masked, at, i + 1 < starts.Count ? starts[i + 1].At : code.Length, keyword));
        }

        return commands;
    }

    private static List<(int At, int Keyword, string Kind)> Starts(string masked)
    {
        var starts = new List<(int At, int Keyword, string Kind)>();
        var afterBlank = false;
        var pending = -1; // Where the prefix of a command began: attributes, modifiers, `open … in`.
        for (var at = 0; at < masked.Length;)
        {
            var newline = masked.IndexOf('\n', at);
            var next = newline < 0 ? masked.Length : newline + 1;
            var begin = at;
            while (begin < next && char.IsWhiteSpace(masked[begin]))
            {
                begin++;
            }

            if (begin < next)
            {
                var (kind, keyword) = Kind(masked, begin, next, atMargin: begin == at);
                if (kind.Length > 0)
                {
                    var from = pending >= 0 ? pending : begin;
                    pending = kind == Prefix ? from : -1;
                    if (kind != Prefix)
                    {
                        starts.Add((from, keyword, kind));
                    }
                }
                else if (starts.Count > 0 && OneLine.Contains(starts[^1].Kind) && (begin == at || afterBlank || BareProof.IsTactic(masked.AsSpan(begin, next - begin))))
                {
                    var from = pending >= 0 ? pending : begin;
                    starts.Add((from, from, string.Empty));
                    pending = -1;
                }
                else if (begin != at)
                {
                    pending = -1; // No prefix after all.
                }
            }

            afterBlank = begin >= next;
            at = next;
        }

        return starts;
    }

    private const string Prefix = "prefix of a command";

    private static (string Kind, int Keyword) Kind(string masked, int begin, int end, bool atMargin)
    {
        var at = begin;
        while (at < end)
        {
            if (masked[at] == '@' && at + 1 < end && masked[at + 1] == '[')
            {
                var close = masked.IndexOf(']', at, end - at);
                at = SkipSpace(masked, close < 0 ? end : close + 1, end);
                continue;
            }

            if (masked[at] == '#' && at == begin)
            {
                var (hash, hashEnd) = Word(masked, at + 1, end);
                return hash.Length > 0 && char.IsAsciiLetter(hash[0]) ? ("#" + hash, at) : (string.Empty, hashEnd);
            }

            var (word, after) = Word(masked, at, end);
            if (!atMargin && OnlyAtMargin.Contains(word) && (word != "open" || EndsWithIn(masked, at, end, out _)))
            {
                return (string.Empty, at);
            }

            if (Modifiers.Contains(word))
            {
                at = SkipSpace(masked, after, end);
                continue;
            }

            if (Declarations.Contains(word))
            {
                return word == "class" && Word(masked, SkipSpace(masked, after, end), end) is ("inductive" or "abbrev", _) ? ("structure", at) : (word, at);
            }

            if (word is "open" or "set_option" or "omit" or "include" && EndsWithIn(masked, at, end, out var afterIn))
            {
                at = SkipSpace(masked, afterIn, end);
                continue;
            }

            return at == begin || Others.Contains(word) ? (Others.Contains(word) ? word : string.Empty, at) : (string.Empty, at);
        }

        return (Prefix, begin);
    }

    // `open A in` may be followed by its command on the same line.
    private static bool EndsWithIn(string masked, int at, int end, out int after)
    {
        var found = In().Match(masked, at, end - at);
        after = found.Index + found.Length;
        return found.Success;
    }

    private static LeanCommand Command(string kind, string code, string masked, int start, int end, int keyword)
    {
        var length = masked.AsSpan(start, end - start).TrimEnd().Length;
        var rest = code.AsSpan(start + length, end - start - length).TrimStart();

        // Blanked is also what is no comment: a string that ends the command is part of it.
        if (rest.Length > 0 && !rest.StartsWith("--") && !rest.StartsWith("/-"))
        {
            length = code.AsSpan(start, end - start).TrimEnd().Length;
        }

        return new LeanCommand(kind, code.Substring(start, length), masked.Substring(start, length), Math.Min(keyword - start, length));
    }

    private static (string Word, int After) Word(string text, int at, int end)
    {
        var i = at;
        while (i < end && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '.' or '\'' or '!' or '?'))
        {
            i++;
        }

        // A long run of letters is no keyword.
        return (i - at > 24 ? "…" : text[at..i], i);
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    [GeneratedRegex(@"(?<![\w.'])in(?![\w.'])")]
    private static partial Regex In();
}
