using System.Text.RegularExpressions;

namespace Prover.Core.Answers;

/// <summary>A theorem of an answer, cut into its statement and its proof.</summary>
/// <param name="Proof">What stands after <c>:=</c>, or what means the same; null when there is none.</param>
/// <param name="Column">Column at which it begins.</param>
/// <param name="IsOurs">True when it states what we state, letter by letter.</param>
internal sealed partial record TheoremBody(string? Proof, int Column, bool IsOurs)
{
    // Nothing is aligned with what was not in the answer.
    private const int FarRight = 1_000_000;

    public static TheoremBody Of(LeanCommand command, Target target)
    {
        var masked = command.Masked;
        var start = command.Name.Length == 0
            ? command.AfterKeyword
            : masked.IndexOf(command.Name, command.AfterKeyword, StringComparison.Ordinal) + command.Name.Length;
        if (target.EndOfBody(masked, start) is { } end && After(command, end) is { } exact)
        {
            return exact with { IsOurs = true };
        }

        return After(command, EndOfType(masked, start)) ?? new TheoremBody(null, 0, false);
    }

    private static TheoremBody? After(LeanCommand command, int end)
    {
        var masked = command.Masked;
        while (end < masked.Length && char.IsWhiteSpace(masked[end]))
        {
            end++;
        }

        if (end >= masked.Length)
        {
            return null;
        }

        if (string.CompareOrdinal(masked, end, ":=", 0, 2) == 0)
        {
            return new TheoremBody(command.Text[(end + 2)..], ColumnOf(masked, end + 2), false);
        }

        if (masked[end] == '|')
        {
            return new TheoremBody("fun\n" + new string(' ', Math.Max(2, ColumnOf(masked, end))) + command.Text[end..], FarRight, false);
        }

        // `where left := … right := …` gives the fields of a structure.
        return Where().IsMatch(masked, end) ? new TheoremBody("{" + command.Text[(end + "where".Length)..] + " }", FarRight, false) : null;
    }

    /// <summary>The first <c>:=</c> that belongs to no binder and no <c>let</c>, or the first alternative of an equation.</summary>
    private static int EndOfType(string masked, int start)
    {
        var (depth, lets) = (0, 0);
        for (var i = start; i < masked.Length; i++)
        {
            switch (masked[i])
            {
                case '(' or '[' or '{' or '⟨' or '⦃':
                    depth++;
                    break;
                case ')' or ']' or '}' or '⟩' or '⦄':
                    depth--;
                    break;
                case ':' when depth <= 0 && i + 1 < masked.Length && masked[i + 1] == '=':
                    if (lets == 0)
                    {
                        return i;
                    }

                    lets--;
                    break;
                case 'l' or 'h' when depth <= 0 && Let().IsMatch(masked, i):
                    lets++;
                    break;
                case '|' when depth <= 0 && BeginsLine(masked, i) && Alternative().IsMatch(masked, i):
                    return i;
                case 'w' when depth <= 0 && Where().IsMatch(masked, i):
                    return i;
            }
        }

        return masked.Length;
    }

    private static int ColumnOf(string text, int at) => at - (text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1);

    private static bool BeginsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
        {
            at--;
        }

        return at > 0 && text[at - 1] == '\n';
    }

    [GeneratedRegex(@"\G(?<![\w.'])(?:let|have)(?![\w.'])")]
    private static partial Regex Let();

    [GeneratedRegex(@"\G(?<![\w.'])where(?![\w.'])")]
    private static partial Regex Where();

    [GeneratedRegex(@"\G\|[^\n|]*=>")]
    private static partial Regex Alternative();
}
