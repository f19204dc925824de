using System.Text.RegularExpressions;
using Prover.Core.Statements;

namespace Prover.Core.Answers;

/// <summary>Sets a proof so that Lean reads it after another head as it was meant: columns matter to Lean.</summary>
internal static partial class ProofLayout
{
    /// <summary>The proof, ready to stand after <c>:=</c>, lines after the first indented.</summary>
    /// <param name="proof">What followed <c>:=</c>.</param>
    /// <param name="column">Column at which it began.</param>
    public static string Set(string proof, int column)
    {
        var lead = proof.Length - proof.AsSpan().TrimStart(' ').Length;
        column += lead;
        proof = proof.Trim().Length == 0 ? string.Empty : proof[lead..].TrimEnd();
        if (proof.StartsWith('\n'))
        {
            var lines = proof.TrimStart('\n').Split('\n');
            var first = Indent(lines[0]);
            (column, proof) = (first, string.Join('\n', lines).TrimStart());
        }

        var by = By().Match(proof);
        return !by.Success ? SetTerm(proof, column)
            : proof.IndexOf('\n') is var newline && (newline < 0 || IsBlank(proof, by.Length, newline)) ? SetTactics(proof, newline)
            : SetFirstTactic(proof, column + by.Length, by.Length);
    }

    /// <summary>Tactics without <c>by</c>.</summary>
    public static string SetBare(string tactics) => SetTactics("by\n" + tactics.Trim('\n').TrimEnd(), 2);

    // `by` at the end of its line: the block may have lost its indentation, or that of its first line.
    private static string SetTactics(string proof, int newline)
    {
        if (newline < 0)
        {
            return proof;
        }

        var lines = proof[(newline + 1)..].Split('\n');
        var filled = Enumerable.Range(0, lines.Length).Where(i => !string.IsNullOrWhiteSpace(lines[i])).ToArray();
        if (filled.Length > 1)
        {
            var (first, second) = (filled[0], filled[1]);
            var (own, next) = (Indent(lines[first]), Indent(lines[second]));
            var rest = filled.Skip(1).Min(i => Indent(lines[i]));
            if (own < rest && rest == next && !OpensBlock(lines[first]) && !Continues(lines[second]))
            {
                lines[first] = new string(' ', next) + lines[first].TrimStart();
            }
            else if (own > rest && next == rest)
            {
                lines[first] = new string(' ', rest) + lines[first].TrimStart();
            }
        }

        return proof[..newline].TrimEnd() + "\n" + string.Join('\n', Shifted(lines));
    }

    // `by tac` with more lines: where the first tactic stands says which lines are of its block.
    private static string SetFirstTactic(string proof, int column, int start)
    {
        var lines = proof.Split('\n');
        var later = lines.Skip(1).Where(l => !string.IsNullOrWhiteSpace(l)).Select(Indent).ToArray();
        var first = lines[0][start..];
        var least = later.Length == 0 ? 2 : later.Min();
        var at = later.Contains(column) ? column : OpensBlock(first) ? Math.Max(0, least - 2) : least;
        lines[0] = new string(' ', at) + first;
        if (at == least - 2 || at >= 2)
        {
            return "by\n" + string.Join('\n', Shifted(lines));
        }

        return "by\n" + string.Join('\n', Shifted(OpensBlock(first) ? [lines[0], .. lines[1..].Select(l => "  " + l)] : lines));
    }

    private static string SetTerm(string proof, int column)
    {
        var lines = proof.Split('\n');
        if (lines.Length == 1)
        {
            return proof;
        }

        // Lines that are aligned with what stands on the first one stay so only if it keeps its column.
        if (lines.Skip(1).Any(l => Indent(l) >= column && l.Length > 0))
        {
            lines[0] = new string(' ', column) + lines[0];
            return "\n" + string.Join('\n', Shifted(lines));
        }

        return lines[0] + "\n" + string.Join('\n', Shifted(lines[1..]));
    }

    private static IEnumerable<string> Shifted(string[] lines)
    {
        var least = lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(Indent).DefaultIfEmpty(2).Min();
        return lines.Select(l => string.IsNullOrWhiteSpace(l) ? string.Empty : least >= 2 ? l : new string(' ', 2 - least) + l);
    }

    private static bool OpensBlock(string line)
    {
        var code = LeanText.Mask(line).TrimEnd();
        return BlockOpener().IsMatch(code) || code.Count(c => c is '(' or '[' or '{' or '⟨') > code.Count(c => c is ')' or ']' or '}' or '⟩');
    }

    private static bool Continues(string line) => Continuation().IsMatch(line);

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    private static bool IsBlank(string proof, int from, int to) => LeanText.Mask(proof[..to]).AsSpan(from).IsWhiteSpace();

    [GeneratedRegex(@"\Aby(?![\w.'])[ ]*")]
    private static partial Regex By();

    [GeneratedRegex(@"(?:(?<![\w.'])(?:by|with|do|then|else|from|at|using|calc|of)|:=|=>|<;>|[,·])\z")]
    private static partial Regex BlockOpener();

    [GeneratedRegex(@"^\s*(?:[|·.)\]}⟩]|<;>|_ |at(?!\w)|using(?!\w)|with(?!\w))")]
    private static partial Regex Continuation();
}
