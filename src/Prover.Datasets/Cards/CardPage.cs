using System.Globalization;
using System.Text;

namespace Prover.Datasets.Cards;

/// <summary>A card for people, as Markdown; the file <c>card.md</c>.</summary>
public static class CardPage
{
    /// <summary>Writes it.</summary>
    public static string Of(DataCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var page = new StringBuilder();
        Line(page, $"# Dataset: {card.Format}");
        Line(page, "");
        Line(page, $"Made {card.Created.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC by prover {card.Version} with");
        Line(page, "");
        Line(page, $"    {OneLine(card.Command)}");
        Line(page, "");
        Line(page, $"from {string.Join(", ", card.Sources.Select(OneLine))}. Files: {card.FileFormat}, columns of version {card.CardFormat}.");
        Line(page, $"Splits: a share of {card.ValidShare} for validation, seed {card.Seed}; {card.Groups} groups of near-duplicates, the largest of {card.LargestGroup}, each on one side.");
        if (card.Reward is not null)
        {
            Line(page, $"Rewards: {card.Reward}.");
        }

        foreach (var split in card.Splits)
        {
            Write(page, split);
        }

        Table(page, "Filters", "filter | lets through | problems dropped | attempts dropped", card.Filters.Select(f => $"{f.Name} | {OneLine(f.Value)} | {f.Problems} | {f.Attempts}"), "No filter was set.");
        Table(page, "Left out", "reason | how many", card.LeftOut.Select(l => $"{l.Key} | {l.Value}"), "Nothing was left out.");
        Line(page, "");
        Line(page, "## Decontamination and other notes");
        Line(page, "");
        Line(page, card.Notes.Count == 0 ? "None was given: whoever trains on this must check it against what they evaluate on." : string.Join('\n', card.Notes.Select(n => $"- {OneLine(n)}")));
        return page.ToString();
    }

    private static void Write(StringBuilder page, SplitCard split)
    {
        IEnumerable<(string What, IEnumerable<(string, string)> Counts)> tables =
        [
            ("source", Words(split.BySource)), ("licence", Words(split.ByLicence)), ("round", Words(split.ByRound)), ("outcome", Words(split.ByOutcome)),
            ("grade", Words(split.ByGrade)), ("toolchain", Words(split.ByToolchain)), ("characters", split.Length.Select(l => (l.Key, l.Value.ToString(CultureInfo.InvariantCulture)))),
        ];
        Table(
            page,
            $"{split.Name} ({split.File}): {split.Rows} rows, {split.Problems} problems",
            "by | what | how many",
            tables.SelectMany(t => t.Counts.Select(c => $"{t.What} | {OneLine(c.Item1)} | {c.Item2}")),
            "Empty.");
    }

    private static void Table(StringBuilder page, string title, string head, IEnumerable<string> rows, string without)
    {
        Line(page, "");
        Line(page, $"## {title}");
        Line(page, "");
        var all = rows.ToList();
        if (all.Count == 0)
        {
            Line(page, without);
            return;
        }

        Line(page, $"| {head} |");
        Line(page, $"|{string.Concat(Enumerable.Repeat("---|", head.Count(c => c == '|') + 1))}");
        all.ForEach(row => Line(page, $"| {row} |"));
    }

    private static IEnumerable<(string, string)> Words(IReadOnlyDictionary<string, long> counts) =>
        counts.Select(c => (c.Key, c.Value.ToString(CultureInfo.InvariantCulture)));

    private static void Line(StringBuilder page, FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder page, string line) => page.Append(line).Append('\n');

    // A source's name must not end a table's row.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
