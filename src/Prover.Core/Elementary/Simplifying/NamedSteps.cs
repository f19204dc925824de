using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Core.Repair.Partial;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Elementary.Simplifying;

/// <summary>Scripts whose steps have names: <c>have h1 : a ≤ b := …</c> in place of <c>have : a ≤ b := …</c> with <c>this</c>, and in place of a bullet behind <c>constructor</c>.</summary>
internal static partial class NamedSteps
{
    /// <summary>Names the first anonymous step; null where there is none.</summary>
    public static string? NameFirst(string script)
    {
        var lines = script.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var anonymous = Anonymous().Match(lines[i]);
            if (!anonymous.Success)
            {
                continue;
            }

            var name = Fresh(script, "h");
            lines[i] = lines[i].Insert(anonymous.Index + anonymous.Length, $" {name}");
            var end = Layout.EndOfBlock(lines, i);
            for (var k = end; k < Layout.EndOfSiblings(lines, i); k++)
            {
                // From the next anonymous one on, `this` is that one; its own text still means this one.
                var another = Anonymous().IsMatch(lines[k]);
                lines[k] = This().Replace(lines[k], name);
                if (another)
                {
                    break;
                }
            }

            return string.Join('\n', lines);
        }

        return null;
    }

    /// <summary>The parts of a conjunction proved one after the other under names, where bullets behind <c>constructor</c> did that.</summary>
    /// <param name="script">The script.</param>
    /// <param name="goalAt">The goal as Lean prints it at a line of the script, from 0; null where it is not known.</param>
    /// <returns>Null where there is no such place.</returns>
    public static string? NameBullets(string script, Func<int, string?> goalAt)
    {
        var lines = script.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Splits().IsMatch(lines[i]))
            {
                continue;
            }

            var (bullets, at, indent) = (new List<(int From, int To)>(), i + 1, Layout.Indent(lines[i]));
            while (at < lines.Length && Layout.Indent(lines[at]) == indent && lines[at].AsSpan(indent).StartsWith("· "))
            {
                bullets.Add((at, Layout.EndOfBlock(lines, at)));
                at = bullets[^1].To;
            }

            var goals = bullets.Select(b => GoalReader.ReadAsPrinted(goalAt(b.From))).ToList();
            if (bullets.Count != 2 || goals.Exists(g => !g.IsKnown || g.Conclusion.Contains('✝', StringComparison.Ordinal)) || bullets.TrueForAll(b => b.To == b.From + 1))
            {
                continue;
            }

            var margin = new string(' ', indent);
            var (written, names) = (lines[..i].ToList(), new List<string>());
            foreach (var ((from, to), goal) in bullets.Zip(goals))
            {
                names.Add(Fresh($"{script} {string.Join(' ', names)}", "h"));
                written.Add($"{margin}have {names[^1]} : {goal.Conclusion} := by");
                written.AddRange(lines[from..to].Select((l, k) => k == 0 ? $"{margin}  {l.TrimStart(' ', '·')}" : l));
            }

            written.Add($"{margin}exact ⟨{string.Join(", ", names)}⟩");
            return string.Join('\n', written.Concat(lines[at..]));
        }

        return null;
    }

    private static string Fresh(string script, string stem)
    {
        for (var number = 1; ; number++)
        {
            var name = stem + number.ToString(CultureInfo.InvariantCulture);
            if (!LeanNames.Mentions(script, name))
            {
                return name;
            }
        }
    }

    [GeneratedRegex(@"(?<=^\s*(· )?)have(?= :[^=])")]
    private static partial Regex Anonymous();

    [GeneratedRegex(@"(?<![\w.'])this(?![\w'])")]
    private static partial Regex This();

    [GeneratedRegex(@"^\s*(constructor|refine ⟨\?_, \?_⟩|apply And\.intro|refine And\.intro \?_ \?_)\s*$")]
    private static partial Regex Splits();
}
