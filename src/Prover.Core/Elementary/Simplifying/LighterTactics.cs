using System.Text.RegularExpressions;
using Prover.Core.Elementary.Texts;
using Prover.Core.Statements;

namespace Prover.Core.Elementary.Simplifying;

/// <summary>Scripts in which one heavy tactic is replaced by a lighter one of a ladder.</summary>
internal static partial class LighterTactics
{
    // From light to heavy. What needs a name of the library is proposed by Lean itself: see LeanSuggestions.
    private static readonly string[] Ladder =
    [
        "rfl", "assumption", "contradiction", "trivial", "exact ⟨rfl, rfl⟩", "decide", "omega", "simp", "(simp; done)", "ac_rfl", "exact absurd ‹_› (by decide)", "(constructor <;> omega)",
        "(simp_all; done)",
    ];

    /// <summary>All scripts that are one replacement away and weigh less.</summary>
    public static IEnumerable<string> Of(string script)
    {
        var weight = TacticCost.Weight(script);
        foreach (var place in Places(script))
        {
            foreach (var rung in Ladder)
            {
                var variant = string.Concat(script.AsSpan(0, place.Start), rung, script.AsSpan(place.End));
                if (variant != script && TacticCost.Weight(variant) < weight)
                {
                    yield return variant;
                }
            }
        }
    }

    /// <summary>Where heavy tactics stand with their arguments.</summary>
    public static IEnumerable<(int Start, int End, string Tactic)> Places(string script)
    {
        foreach (Match match in Heavy().Matches(LeanText.Mask(script)))
        {
            var end = match.Index + match.Length;
            if (end < script.Length && script[end] == ' ' && end + 1 < script.Length && script[end + 1] == '[' && Closing(script, end + 1) is { } close)
            {
                end = close + 1;
            }

            yield return (match.Index, end, match.Value);
        }
    }

    private static int? Closing(string script, int open)
    {
        var depth = 0;
        for (var i = open; i < script.Length; i++)
        {
            depth += script[i] == '[' ? 1 : script[i] == ']' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\w.?'])(grind|simp_all|simp_arith|omega|decide \+kernel|decide|simp)(?![\w'?]| only)")]
    private static partial Regex Heavy();
}
