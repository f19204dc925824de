using System.Text;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Decomposition;

/// <summary>A sketch that Lean accepts as a proof of exactly the statement, but for its holes, each of which follows from a problem of its own.</summary>
/// <param name="Statement">What it is for.</param>
/// <param name="Sketch">The sketch.</param>
/// <param name="Text">The whole text that was checked; see <see cref="SketchText"/>.</param>
/// <param name="Holes">The holes, in the order of the text.</param>
internal sealed record CheckedSketch(CompiledStatement Statement, Sketch Sketch, SketchText Text, IReadOnlyList<Hole> Holes)
{
    /// <summary>The goals, each once.</summary>
    public IReadOnlyList<HoleGoal> Goals => [.. Holes.SelectMany(h => h.Goals).DistinctBy(g => g.Name)];

    /// <summary>The whole text with its holes filled by lemmas in front.</summary>
    /// <param name="lemmas">A lemma's text for each goal.</param>
    public string Join(Func<HoleGoal, LemmaText> lemmas) => Text.Fill(Holes, Goals.ToDictionary(g => g.Name, lemmas, StringComparer.Ordinal)).Text;
}

/// <summary>A lemma that fills holes.</summary>
/// <param name="Text">Its commands.</param>
/// <param name="Name">How it is called from outside.</param>
internal sealed record LemmaText(string Text, string Name)
{
    /// <summary>A lemma that is taken for granted.</summary>
    public static LemmaText Assumed(HoleGoal goal) => new($"{goal.Goal.Theorem(goal.Name)} := by sorry", goal.Name);

    /// <summary>A lemma out of the whole text that proves it. What stands in front of its theorem gets a namespace of its own: two lemmas may have helpers
    /// of the same name.</summary>
    public static LemmaText Proved(HoleGoal goal, string text)
    {
        var preface = goal.Statement.Preface;
        var own = text.StartsWith(preface, StringComparison.Ordinal) ? text[preface.Length..].Trim() : text.Trim();
        return own.StartsWith($"theorem {goal.Name}", StringComparison.Ordinal)
            ? new LemmaText(own, goal.Name)
            : new LemmaText($"namespace {goal.Name}_parts\n{own}\nend {goal.Name}_parts", $"{goal.Name}_parts.{goal.Name}");
    }
}

/// <summary>The text in which a sketch is checked: its statement's opening commands, a place for lemmas, its helpers, the theorem.</summary>
/// <param name="Text">The text.</param>
/// <param name="PlaceOfLemmas">Where lemmas go, in place of <see cref="Options"/>.</param>
internal sealed record SketchText(string Text, int PlaceOfLemmas)
{
    /// <summary>Has goals printed so that numbers keep their types when they are read again.</summary>
    public const string Options = "set_option pp.numericTypes true\nset_option pp.coercions.types true";

    public static SketchText Of(CompiledStatement statement, Sketch sketch) => new(
        statement.Statement.WithProof(sketch.Proof, sketch.Helpers.Length == 0 ? Options : $"{Options}\n\n{sketch.Helpers}"), statement.Statement.Preface.Length);

    /// <summary>The text with lemmas, and holes that refer to them; where each of these begins and ends.</summary>
    public (string Text, IReadOnlyList<(int Start, int End)> Places) Fill(IReadOnlyList<Hole> holes, IReadOnlyDictionary<string, LemmaText> lemmas)
    {
        var text = new StringBuilder(Text, 0, PlaceOfLemmas, Text.Length * 2);
        text.AppendJoin("\n\n", lemmas.Values.Select(l => l.Text));
        var (at, places) = (PlaceOfLemmas + Options.Length, new List<(int, int)>());
        foreach (var hole in holes)
        {
            text.Append(Text, at, hole.Start - at);
            var start = text.Length;
            text.Append(Reference(hole, lemmas));
            places.Add((start, text.Length));
            at = hole.Start + Hole.Length;
        }

        return (text.Append(Text, at, Text.Length - at).ToString(), places);
    }

    private static string Reference(Hole hole, IReadOnlyDictionary<string, LemmaText> lemmas)
    {
        // Names that can't be written are found by their types.
        var ways = hole.Goals.SelectMany(g => new[]
        {
            $"exact {lemmas[g.Name].Name} {string.Join(' ', g.Goal.Arguments)}".TrimEnd(),
            $"(apply {lemmas[g.Name].Name} <;> first | assumption | rfl)",
        });
        return $"({(hole.IsTerm ? "by " : string.Empty)}first | {string.Join(" | ", ways)})";
    }
}
