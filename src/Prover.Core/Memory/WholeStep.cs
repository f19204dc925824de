using System.Text.RegularExpressions;
using Prover.Core.Sampling;

namespace Prover.Core.Memory;

/// <summary>A proof as a single step: the goal at its start, and its whole script. For proofs whose sampler does not know the goals on the way.</summary>
public static partial class WholeStep
{
    /// <summary>The step; none where the goal is not known, or where the proof needs lemmas of its own, which a step can't hold.</summary>
    public static IReadOnlyList<ProofStep> Of(string? goal, ProofCandidate? proof)
    {
        if (goal is null || proof is not { Refutes: false, Helpers: "" })
        {
            return [];
        }

        var script = By().Match(proof.Proof) is { Success: true } by ? Dedented(proof.Proof[by.Length..]) : $"exact {proof.Proof.Trim()}";
        return script.Length == 0 ? [] : [new ProofStep(goal, script)];
    }

    private static string Dedented(string script)
    {
        var lines = script.ReplaceLineEndings("\n").TrimEnd().Split('\n').SkipWhile(string.IsNullOrWhiteSpace).ToList();
        var indented = lines.Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        if (indented.Count == 0)
        {
            return string.Empty;
        }

        // What stands on the line of "by" itself has no indentation of its own.
        var isOnFirstLine = !script.TrimStart(' ', '\t').StartsWith('\n') && !script.TrimStart(' ', '\t').StartsWith('\r');
        var least = indented.Skip(isOnFirstLine ? 1 : 0).Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select((line, i) => i == 0 && isOnFirstLine ? line.TrimStart() : line[Math.Min(least, line.Length - line.TrimStart(' ').Length)..]));
    }

    [GeneratedRegex(@"\A\s*by\b")]
    private static partial Regex By();
}
