using System.Text.RegularExpressions;
using Prover.Core.Repair.Partial;

namespace Prover.Core.Elementary.Stories;

/// <summary>One step of a tactic script: a tactic with the lines that continue it, or the head of a block whose tactics are steps of their own.</summary>
/// <param name="First">Its first line in the script, from 0.</param>
/// <param name="Last">Its last line, without those of its inner steps.</param>
/// <param name="Column">Where it begins in its first line, behind a bullet or the name of a case.</param>
/// <param name="Text">Its text, its lines joined.</param>
/// <param name="Prefix">What stands in front of it on its line: <c>·</c>, or <c>| zero =&gt;</c>; empty for most.</param>
/// <param name="Opens">Whether steps of its own block follow.</param>
/// <param name="Closes">Whether it is the last of its block, so that it closes the goal.</param>
internal sealed partial record ScriptStep(int First, int Last, int Column, string Text, string Prefix, bool Opens, bool Closes)
{
    /// <summary>All steps of a script, in the order of their lines. They cover every line that is not blank.</summary>
    public static IReadOnlyList<ScriptStep> Of(string script)
    {
        var lines = script.Split('\n');
        var steps = new List<ScriptStep>();
        Read(lines, 0, lines.Length, steps);
        return steps;
    }

    /// <summary>The lines as if they began with the step: bullets and names of cases are spaces.</summary>
    private static void Read(string[] lines, int from, int to, List<ScriptStep> steps)
    {
        for (var i = from; i < to;)
        {
            if (lines[i].Trim().Length == 0)
            {
                i++;
                continue;
            }

            var end = Math.Min(Layout.EndOfBlock(lines, i), to);
            ReadOne(lines, i, end, IsLast(lines, end, to, Layout.Indent(lines[i])), steps);
            i = end;
        }
    }

    private static void ReadOne(string[] lines, int first, int end, bool closes, List<ScriptStep> steps)
    {
        var prefix = LeadIn().Match(lines[first]).Value;
        if (prefix.Trim().Length > 0 && prefix.Length < lines[first].Length)
        {
            // The rest of the line and what is below it are the block that the bullet or the case holds.
            var inner = lines.ToArray();
            inner[first] = new string(' ', prefix.Length) + lines[first][prefix.Length..];
            var own = new List<ScriptStep>();
            Read(inner, first, end, own);
            steps.AddRange(own.Select((s, k) => k == 0 ? s with { Prefix = $"{prefix.Trim()} {s.Prefix}".Trim() } : s));
            return;
        }

        var last = first;
        while (last + 1 < end && !Opener().IsMatch(lines[last]))
        {
            last++;
        }

        var text = string.Join(' ', lines[first..(last + 1)].Select(l => l.Trim()));
        var opens = last + 1 < end;
        steps.Add(new ScriptStep(first, last, Layout.Indent(lines[first]), text, string.Empty, opens, closes));
        if (opens)
        {
            var until = last + 2;
            var margin = Layout.Indent(lines[last + 1]);
            while (until < end && (lines[until].Trim().Length == 0 || Layout.Indent(lines[until]) >= margin))
            {
                until++;
            }

            Read(lines, last + 1, until, steps);
            if (until < end)
            {
                // What follows the inner block belongs to the same tactic: the next line of a calculation, an `else`.
                Read(lines, until, end, steps);
            }
        }
    }

    /// <summary>Whether no sibling follows but the next case.</summary>
    private static bool IsLast(string[] lines, int end, int to, int indent)
    {
        var next = end;
        while (next < to && lines[next].Trim().Length == 0)
        {
            next++;
        }

        return next >= to || Layout.Indent(lines[next]) < indent || lines[next].TrimStart().StartsWith('|');
    }

    [GeneratedRegex(@"^ *((· *)|(\| [^=]*(=(?!>)[^=]*)*=> )|((case|next) [^=]*=> ))*")]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"(\bby|=>|\bthen|\belse|\bdo|\bfirst|\()$")]
    private static partial Regex Opener();
}
