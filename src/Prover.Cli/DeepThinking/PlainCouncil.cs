using System.Globalization;
using Prover.Cli.Output;
using Prover.Core.DeepThinking.Council;

namespace Prover.Cli.DeepThinking;

/// <summary>A council for people: the answers, then a table of who placed whom where, beside what Lean says.</summary>
internal static class PlainCouncil
{
    private const int LongestText = 600;
    private const int Narrowest = 10;

    public static void Write(TextWriter output, CouncilReport council)
    {
        foreach (var answer in council.Chair is { } chair ? council.Answers.Append(chair) : council.Answers)
        {
            output.WriteLine();
            output.WriteLine($"--- {Visible.Of(answer.Member)}: {ThoughtWords.Of(answer.Standing)}; {Visible.Of(answer.Says)}");
            output.WriteLine(Visible.Of(answer.Text.Length > LongestText ? answer.Text[..LongestText] + "…" : answer.Text));
        }

        output.WriteLine();
        WriteTable(output, council);
        foreach (var vote in council.Votes.Where(v => v.Problem is not null))
        {
            output.WriteLine($"vote of {Visible.Of(vote.Voter)}: {Visible.Of($"invalid: {vote.Problem}")}");
        }

        foreach (var reliability in council.Reliability)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"reliability of {Visible.Of(reliability.Member)}: {reliability.PairsRight} pairs as Lean, {reliability.PairsWrong} against it, {reliability.InvalidVotes} invalid votes"));
        }
    }

    /// <summary>A row for each voter, a column for each answer; in the cells the places. A voter's own answer has none.</summary>
    private static void WriteTable(TextWriter output, CouncilReport council)
    {
        var members = council.Answers.Select(a => a.Member).ToList();
        var (first, widths) = (
            members.Append("mean rank").Max(m => m.Length), council.Answers.Select(a => Math.Max(Narrowest, Math.Max(a.Member.Length, ThoughtWords.Of(a.Standing).Length))).ToList());
        Row("voter", members);
        foreach (var vote in council.Votes.Where(v => v.Problem is null))
        {
            Row(vote.Voter, members.Select(m => vote.Order.ToList().IndexOf(m) is >= 0 and var place ? $"{place + 1}" : "-"));
        }

        Row("mean rank", members.Select(m => council.Ranking.FirstOrDefault(r => r.Member == m)?.MeanRank?.ToString("0.##", CultureInfo.InvariantCulture) ?? "-"));
        Row("Lean", council.Answers.Select(a => ThoughtWords.Of(a.Standing)));

        void Row(string name, IEnumerable<string> cells) =>
            output.WriteLine(Visible.Of(name.PadRight(first) + string.Concat(cells.Select((cell, i) => "  " + cell.PadLeft(widths[i])))));
    }
}
