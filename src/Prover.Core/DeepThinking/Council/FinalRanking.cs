using System.Globalization;
using System.Text.RegularExpressions;

namespace Prover.Core.DeepThinking.Council;

/// <summary>Reads the ranking at the end of a review, strictly: one heading, then every label exactly once, numbered from 1, and nothing after it.</summary>
internal static partial class FinalRanking
{
    public const string Heading = "FINAL RANKING:";

    /// <summary>The labels, best first; or what is wrong.</summary>
    public static (IReadOnlyList<string>? Order, string? Problem) Read(string review, IReadOnlyCollection<string> labels)
    {
        var lines = review.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).ToList();
        var headings = lines.Count(IsHeading);
        if (headings != 1)
        {
            return (null, headings == 0 ? $"It has no line '{Heading}'." : $"It has {headings} lines '{Heading}'; there must be one.");
        }

        var order = new List<string>();
        foreach (var line in lines.Skip(lines.FindIndex(IsHeading) + 1).Where(l => l.Length > 0))
        {
            if (Place().Match(line) is not { Success: true } place)
            {
                return (null, $"'{Shown(line)}' is no place of the form '1. Answer A'.");
            }

            if (place.Groups["number"].Value != (order.Count + 1).ToString(CultureInfo.InvariantCulture))
            {
                return (null, $"Place {place.Groups["number"].Value} stands where place {order.Count + 1} should.");
            }

            var label = place.Groups["label"].Value;
            if (!labels.Contains(label))
            {
                return (null, $"There is no answer {label}.");
            }

            if (order.Contains(label))
            {
                return (null, $"Answer {label} is ranked twice.");
            }

            order.Add(label);
        }

        return order.Count == labels.Count ? (order, null) : (null, $"{order.Count} of {labels.Count} answers are ranked.");
    }

    private static bool IsHeading(string line) => line.Trim('*', '#', ' ') == Heading || line == $"**{Heading[..^1]}**:";

    private static string Shown(string line) => line.Length > 60 ? $"{line[..60]}…" : line;

    [GeneratedRegex(@"\A\**(?<number>[1-9][0-9]?)[.)]\s+\**Answer (?<label>[A-Z])\**\z")]
    private static partial Regex Place();
}
