using System.Globalization;
using Prover.Cli.Commands;
using Prover.Core.Elementary;

namespace Prover.Cli.Output;

/// <summary>A proof and its story side by side.</summary>
internal static class PlainExplanation
{
    private const int WidestLean = 72;
    private const int WidestEnglish = 76;

    public static void Write(TextWriter output, Explanation explained)
    {
        PlainReport.Write(output, explained.Verdict, proof: null, origin: null);
        if (explained.Simplified is { } simplified)
        {
            output.WriteLine(simplified.IsChanged
                ? $"simpler: {Measure(simplified.Before)} became {Measure(simplified.After)}"
                : "simpler: nothing could be made simpler");
            foreach (var change in simplified.Changes)
            {
                output.WriteLine(Visible.Of($"  {change}"));
            }
        }

        if (explained.Story is not { } story)
        {
            return;
        }

        output.WriteLine();
        var lines = explained.Text.TrimEnd().Split('\n');
        var width = Math.Min(WidestLean, lines.Max(l => l.Length));
        for (var i = 0; i < lines.Length; i++)
        {
            var said = Wrapped(string.Join(' ', story.Steps.Where(s => s.FirstLine == i + 1).Select(s => s.English))).ToList();
            var lean = Visible.Of(lines[i]);
            var row = (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(4);
            if (lean.Length > width && said.Count > 0)
            {
                output.WriteLine($"{row}  {lean}");
                (lean, row) = (string.Empty, "    ");
            }

            output.WriteLine(said.Count == 0 ? $"{row}  {lean}" : $"{row}  {lean.PadRight(width)}  │ {Visible.Of(said[0])}");
            foreach (var more in said.Skip(1))
            {
                output.WriteLine($"      {new string(' ', width)}  │ {Visible.Of(more)}");
            }
        }

        if (!story.HasGoals)
        {
            output.WriteLine("note: Lean told no goals for the steps, so the story says only what the tactics are.");
        }
    }

    private static string Measure(ProofMeasure measure) =>
        $"{measure.Length} characters of weight {measure.Weight} on {(measure.Axioms.Count == 0 ? "no axioms" : string.Join(", ", measure.Axioms))}";

    private static IEnumerable<string> Wrapped(string text)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > WidestEnglish)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}

/// <summary>The one JSON object of <c>prover explain</c>.</summary>
/// <param name="Report">The verdict on <see cref="JsonReport.Proof"/>.</param>
/// <param name="Steps">The story; empty where there is no proof.</param>
/// <param name="Simplification">What was gained; null where that was not asked for.</param>
internal sealed record JsonExplanation(JsonReport Report, IReadOnlyList<JsonStoryStep> Steps, JsonSimplification? Simplification)
{
    public static JsonExplanation Of(Explanation explained)
    {
        var lines = explained.Text.Split('\n');
        return new JsonExplanation(
            JsonReport.Of(explained.Verdict, explained.Text),
            [.. (explained.Story?.Steps ?? []).Select(s => new JsonStoryStep(s.FirstLine, s.LastLine, string.Join('\n', lines[(s.FirstLine - 1)..s.LastLine]), s.English))],
            explained.Simplified is { } s ? new JsonSimplification(s.IsChanged, s.Before, s.After, s.Changes) : null);
    }
}

/// <summary>A step: its lines in the text, from 1, and what it does.</summary>
internal sealed record JsonStoryStep(int FirstLine, int LastLine, string Lean, string English);

/// <summary>What a simplification gained.</summary>
internal sealed record JsonSimplification(bool Changed, ProofMeasure Before, ProofMeasure After, IReadOnlyList<string> Changes);
