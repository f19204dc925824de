using System.Text.RegularExpressions;

namespace Prover.Core.Repair.Partial;

/// <summary>Tries the holes of a partial proof with what needs no author: often all that a proof lacks is the name of a tactic.</summary>
internal static partial class HoleFilling
{
    private const string Tactics = "first | omega | (simp_all; done) | grind | decide";

    /// <summary>The proof with its holes filled; null where there are none, or so many that it would only cost time, and where the hole is all
    /// that there is: what would be found then is not the author's.</summary>
    public static string? Fill(PartialProof partial)
    {
        const int mostHoles = 6;
        var holes = PartialProof.Hole().Matches(partial.Proof);
        return holes.Count is 0 or > mostHoles || Nothing().IsMatch(partial.Proof) ? null : PartialProof.Hole().Replace(partial.Proof, hole => Filler(partial.Proof, hole));
    }

    [GeneratedRegex(@"\A(\s|\(|\)|\b(by|exact|sorry|all_goals)\b)*\z")]
    private static partial Regex Nothing();

    private static string Filler(string proof, Match hole)
    {
        var line = proof.AsSpan(proof.LastIndexOf('\n', hole.Index) + 1);
        var before = line[..(hole.Index - (proof.LastIndexOf('\n', hole.Index) + 1))].TrimEnd();
        var isTactic = before.IsEmpty || before.EndsWith("by") || before.EndsWith("=>") || before.EndsWith("·") || before.EndsWith("all_goals");
        return isTactic ? $"({Tactics})" : $"(by {Tactics})";
    }
}
