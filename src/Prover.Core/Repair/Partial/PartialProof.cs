using System.Text.RegularExpressions;

namespace Prover.Core.Repair.Partial;

/// <summary>What is left of a failed proof when everything that Lean does not accept is taken out: it elaborates, with holes.</summary>
/// <param name="Text">The whole text, with <c>sorry</c> for what failed.</param>
/// <param name="Proof">The proof in it: what stands after <c>:=</c>.</param>
/// <param name="OpenGoals">The goals of the holes, as Lean prints them.</param>
public sealed partial record PartialProof(string Text, string Proof, IReadOnlyList<string> OpenGoals)
{
    /// <summary>Steps of the proof that stand whole: <c>have</c>, cases, bullets and the like without a hole inside.</summary>
    public int ClosedGoals { get; } = CountClosed(Proof);

    /// <summary>Of two partial proofs the better: more closed goals, then fewer open ones.</summary>
    public static int Compare(PartialProof? left, PartialProof? right) =>
        (left?.ClosedGoals ?? -1, -(left?.OpenGoals.Count ?? int.MaxValue)).CompareTo((right?.ClosedGoals ?? -1, -(right?.OpenGoals.Count ?? int.MaxValue)));

    private static int CountClosed(string proof)
    {
        var lines = proof.Split('\n');
        var closed = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Step().IsMatch(lines[i]))
            {
                var block = lines.Skip(i + 1).TakeWhile(l => string.IsNullOrWhiteSpace(l) || Layout.Indent(l) > Layout.Indent(lines[i]));
                closed += block.Prepend(lines[i]).Any(l => Hole().IsMatch(l)) ? 0 : 1;
            }
        }

        return closed;
    }

    [GeneratedRegex(@"^\s*(·|\.\s|case\b|next\b|have\b|show\b|suffices\b|obtain\b|calc\b|_\s*=|\|.*=>)")]
    private static partial Regex Step();

    [GeneratedRegex(@"(?<![\w.'])sorry(?![\w'])")]
    internal static partial Regex Hole();
}
