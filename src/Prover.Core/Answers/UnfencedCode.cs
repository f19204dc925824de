using System.Text.RegularExpressions;

namespace Prover.Core.Answers;

/// <summary>Finds code that stands in an answer without fences.</summary>
internal static partial class UnfencedCode
{
    /// <summary>The code, prose around it left out; null where there is none.</summary>
    public static string? Of(string text)
    {
        var lines = CodeCharacters.CleanCode(text).Split('\n');
        var theorem = Array.FindLastIndex(lines, l => TheoremLine().IsMatch(l));
        if (theorem >= 0)
        {
            var first = Array.FindIndex(lines, l => CommandLine().IsMatch(l));
            var end = EndOfCode(lines, theorem + 1);
            return string.Join('\n', lines[Math.Min(first < 0 ? theorem : first, theorem)..end].Where((l, i) => i >= theorem - Math.Max(0, first) || !IsProse(l)));
        }

        var by = Array.FindIndex(lines, l => ByLine().IsMatch(l));
        if (by >= 0)
        {
            return WithOpenings(lines, by);
        }

        var tactic = Array.FindIndex(lines, l => BareProof.LooksLikeProof(l.TrimStart()) && !IsProse(l) && !EndsSentence(l));
        if (tactic >= 0)
        {
            return WithOpenings(lines, tactic);
        }

        return InlineCode().Matches(text).Select(m => m.Groups["code"].Value.Trim()).LastOrDefault(c => BareProof.LooksLikeProof(c.StartsWith(":=", StringComparison.Ordinal) ? c[2..].Trim() : c));
    }

    // What is opened stands in front, perhaps with words in between.
    private static string WithOpenings(string[] lines, int start) => string.Join(
        '\n', lines[..start].Where(l => l.StartsWith("open ", StringComparison.Ordinal) && CommandLine().IsMatch(l)).Concat(lines[start..EndOfCode(lines, start + 1)]));

    private static int EndOfCode(string[] lines, int from)
    {
        var end = from;
        while (end < lines.Length && !IsProse(lines[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Words at the margin that no Lean line begins with.</summary>
    private static bool IsProse(string line) =>
        line.Length > 0 && (char.IsUpper(line[0]) || line[0] is '#' or '*' or '$' || line.StartsWith("---", StringComparison.Ordinal))
        && !line.Contains(":=", StringComparison.Ordinal) && (Sentence().IsMatch(line) || Markdown().IsMatch(line));

    private static bool EndsSentence(string line) => line.TrimEnd() is [.., '.' or ':' or '?' or '!' or ','] && !line.Contains(":=", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?:@\[[^\]\n]*\]\s*)?(?:(?:private|protected|noncomputable)\s+)*(?:(?:theorem|lemma)\s+\S+|example\s*[({\[:⦃])")]
    private static partial Regex TheoremLine();

    [GeneratedRegex(@"^(?:import\s+[A-Z]|open\s+(?:scoped\s+)?[A-Z]|namespace\s+[A-Z]|section\b|set_option\s|variable\s*[({\[]|universe\s|def\s+\S|abbrev\s+\S|structure\s+[A-Z]|inductive\s+[A-Z]|instance\s|noncomputable\s|private\s|@\[|attribute\s*\[|(?:theorem|lemma)\s+\S+|example\s*[({\[:⦃])")]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"^\s*(?::=\s*)?by(?:\s*$|\s+(?:omega|simp|decide|intro|rfl|exact|induction|grind|cases|rw|norm_num|linarith|ring|have|constructor|nlinarith|apply|refine|trivial|unfold|calc|show|rcases|obtain|match)(?!\w))|^\s*:=")]
    private static partial Regex ByLine();

    [GeneratedRegex(@"^[A-Z][A-Za-z'’]*(?:[.!:,]?$|[,.:!]?\s+[A-Za-z$`(])")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:#{1,6}\s|\*|-{3}|\${1,2})")]
    private static partial Regex Markdown();

    [GeneratedRegex(@"(?<!`)`(?<code>[^`\n]{2,4000})`(?!`)")]
    private static partial Regex InlineCode();
}
