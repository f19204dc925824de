using System.Text.RegularExpressions;
using Prover.Bench.Data;
using Prover.Core.Statements;

namespace Prover.Rounds.Rounds;

/// <summary>A statement as text to compare by: without its theorem's name, its comments, its layout, and the hole for a proof.</summary>
internal static partial class StatementText
{
    /// <summary>The text; equal texts state the same under the same header.</summary>
    public static string Of(BenchProblem problem)
    {
        var text = Spaces().Replace(WithoutComments(problem.Statement), " ").Trim();
        return Name().Replace(Hole().Replace(text, string.Empty), "theorem ", 1);
    }

    private static string WithoutComments(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = LeanText.SkipComment(text, i);
            if (end > i)
            {
                kept.Append(' ');
                i = end;
            }
            else
            {
                kept.Append(text[i++]);
            }
        }

        return kept.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*:=\s*(by\b)?\s*(sorry)?\s*\z")]
    private static partial Regex Hole();

    [GeneratedRegex(@"(?<![\w.'«»])(?:theorem|lemma)\s+(?:«[^»]*»|[^\s:({\[⦃«])+\s*")]
    private static partial Regex Name();
}
