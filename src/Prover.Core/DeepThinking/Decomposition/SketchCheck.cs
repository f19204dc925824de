using System.Text.RegularExpressions;
using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Repair;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Decomposition;

/// <summary>What became of a proposed sketch.</summary>
internal abstract record SketchOutcome
{
    /// <summary>Lean accepts all but the holes, and each follows from its problem.</summary>
    public sealed record Accepted(CheckedSketch Sketch) : SketchOutcome;

    /// <summary>It is none.</summary>
    /// <param name="Reason">In a sentence.</param>
    /// <param name="Rule">The rule it breaks.</param>
    public sealed record Refused(string Reason, RefusalRule Rule = RefusalRule.Error) : SketchOutcome;

    /// <summary>Lean gave no word.</summary>
    public sealed record Unknown(Verdict Verdict) : SketchOutcome;
}

/// <summary>Checks sketches with real Lean: the exact statement, nothing open but <c>sorry</c>, and each hole a problem of its own that implies it.</summary>
/// <remarks>What passes here is no proof: the joined text is verified whole.</remarks>
internal sealed partial class SketchCheck(ILeanChecker checker, TimeSpan timeLimit)
{
    private const int MaxHoles = 12;
    private const int MaxTries = 4;

    public async Task<SketchOutcome> CheckAsync(CompiledStatement statement, Sketch sketch, CancellationToken cancellationToken)
    {
        sketch = sketch with { Proof = Admitted(sketch.Proof), Helpers = Admitted(sketch.Helpers) };
        if (Nothing().IsMatch(sketch.Proof))
        {
            return new SketchOutcome.Refused("The sketch leaves the whole theorem open.");
        }

        var text = SketchText.Of(statement, sketch);
        var outcome = await checker.CheckAsync(
            new CheckRequest { Text = text.Text, TheoremName = statement.Facts.Name, AskKernelAgain = false, TimeLimit = timeLimit }, cancellationToken).ConfigureAwait(false);
        if (outcome is not CheckOutcome.Completed completed)
        {
            return new SketchOutcome.Unknown(Judge.Unknown(outcome));
        }

        if (Objection(completed, statement) is { } objection)
        {
            return objection;
        }

        return Holes(completed, text, statement) switch
        {
            (null, var why) => new SketchOutcome.Refused(why!),
            (var holes, _) => await ImplyAsync(new CheckedSketch(statement, sketch, text, holes), cancellationToken).ConfigureAwait(false),
        };
    }

    private static SketchOutcome.Refused? Objection(CheckOutcome.Completed completed, CompiledStatement statement)
    {
        if (completed.Messages.FirstOrDefault(m => m.Severity == LeanSeverity.Error) is { } error)
        {
            return new SketchOutcome.Refused($"Lean does not accept the skeleton: {error.Text.Trim()}");
        }

        if (completed.Theorem is not { Kind: "theorem" } theorem)
        {
            return new SketchOutcome.Refused($"The skeleton declares no theorem '{statement.Facts.Name}'.", RefusalRule.Missing);
        }

        if (theorem.IsStructural && statement.Facts.IsStructural && theorem.Fingerprint != statement.Facts.Fingerprint)
        {
            return new SketchOutcome.Refused($"The skeleton's statement differs: expected {statement.Facts.Type}, found {theorem.Type}.", RefusalRule.Statement);
        }

        return AllowedAxioms.Forbidden(theorem.Axioms.Where(a => a != "sorryAx")) is [var axiom, ..]
            ? new SketchOutcome.Refused($"The skeleton rests on the axiom {axiom}.", RefusalRule.Axiom)
            : completed.Sorries.Count == 0 ? new SketchOutcome.Refused("The skeleton has no hole.") : null;
    }

    private static (IReadOnlyList<Hole>? Holes, string? Why) Holes(CheckOutcome.Completed completed, SketchText text, CompiledStatement statement)
    {
        var holes = new SortedDictionary<int, List<HoleGoal>>();
        foreach (var sorry in completed.Sorries)
        {
            var start = TextPosition.IndexInText(text.Text, sorry.Start);
            if (start < text.PlaceOfLemmas || string.CompareOrdinal(text.Text, start, "sorry", 0, Hole.Length) != 0)
            {
                return (null, $"A hole at {sorry.Start} does not stand there as 'sorry'.");
            }

            if (sorry.Goal is null || ClosedGoal.Read(sorry.Goal) is not { } closed)
            {
                return (null, $"The goal of the hole at {sorry.Start} can't be stated as a problem of its own.");
            }

            if (!holes.TryGetValue(start, out var goals))
            {
                holes[start] = goals = [];
            }

            goals.Add(Named(closed, statement));
        }

        return holes.Count > MaxHoles
            ? (null, $"The skeleton has {holes.Count} holes; at most {MaxHoles} are worked on.")
            : ([.. holes.Select(h => new Hole(h.Key, [.. h.Value.DistinctBy(g => g.Name)]) { IsTerm = IsTerm(text.Text, h.Key) })], null);
    }

    private static HoleGoal Named(ClosedGoal closed, CompiledStatement statement)
    {
        var preface = statement.Statement.Preface;
        var stem = PlainName().Match(statement.Statement.LocalName) is { Success: true } plain ? plain.Groups["stem"].Value : "goal";
        var name = $"{stem}_sub_{ContentKey.Hash(preface, closed.Binders, closed.Conclusion)[..8]}";
        return new HoleGoal(name, TheoremStatement.Parse($"{preface}{closed.Theorem(name)}"), closed);
    }

    /// <summary>Asks Lean whether each hole follows from its problem. Whether a term or a tactic is expected in a hole's place shows when the other is
    /// refused.</summary>
    private async Task<SketchOutcome> ImplyAsync(CheckedSketch sketch, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (text, places) = sketch.Text.Fill(sketch.Holes, sketch.Goals.ToDictionary(g => g.Name, LemmaText.Assumed, StringComparer.Ordinal));
            var outcome = await checker.CheckAsync(
                new CheckRequest { Text = text, Describe = false, AskKernelAgain = false, TimeLimit = timeLimit }, cancellationToken).ConfigureAwait(false);
            if (outcome is not CheckOutcome.Completed completed)
            {
                return new SketchOutcome.Unknown(Judge.Unknown(outcome));
            }

            var errors = completed.Messages.Where(m => m.Severity == LeanSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                return new SketchOutcome.Accepted(sketch);
            }

            var misread = errors.Where(e => e.Text.StartsWith("unexpected", StringComparison.Ordinal)).Select(e => TextPosition.IndexInText(text, e.Start))
                .Select(at => places.ToList().FindIndex(p => p.Start <= at && at <= p.End)).Where(i => i >= 0).ToHashSet();
            if (misread.Count == 0 || attempt == MaxTries)
            {
                return new SketchOutcome.Refused($"A hole does not follow from its goal when that is stated alone: {errors[0].Text.Trim()}");
            }

            sketch = sketch with { Holes = [.. sketch.Holes.Select((h, i) => misread.Contains(i) ? h with { IsTerm = !h.IsTerm } : h)] };
        }
    }

    /// <summary>A first guess from what stands in front.</summary>
    private static bool IsTerm(string text, int at)
    {
        var before = text.AsSpan(0, at);
        var line = before[(before.LastIndexOf('\n') + 1)..];
        var last = before.TrimEnd();
        return line.Trim().IsEmpty
            ? last.EndsWith(":=") || last.EndsWith("from") || last.EndsWith("=>") && !line.IsEmpty && last.LastIndexOf('|') < last.LastIndexOf('\n')
            : !(last.EndsWith("by") || last.EndsWith("=>") || last.EndsWith("·") || last.EndsWith(";") || last.EndsWith("all_goals") || last.EndsWith("|"));
    }

    private static string Admitted(string text) => Admit().Replace(text, "sorry");

    [GeneratedRegex(@"\A(\s|\(|\)|\b(by|exact|sorry|all_goals|intros?|skip)\b)*\z")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"(?<![\w.'])admit(?![\w'])")]
    private static partial Regex Admit();

    [GeneratedRegex(@"\A(?<stem>[\p{L}_][\w']*?)(_sub_[0-9a-f]{8})?\z")]
    private static partial Regex PlainName();
}
