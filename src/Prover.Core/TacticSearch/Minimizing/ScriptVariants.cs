using System.Text.RegularExpressions;
using Prover.Core.Repair.Partial;
using Prover.Core.Sampling.Portfolio;

namespace Prover.Core.TacticSearch.Minimizing;

/// <summary>Shorter scripts that may still prove the same.</summary>
internal static partial class ScriptVariants
{
    private static readonly string[] Ends = ["omega", "grind", "simp_all", "rfl", "assumption"];

    /// <summary>All variants that are one change away, in no order.</summary>
    public static IEnumerable<string> Of(string script) => Of(script, Ends);

    /// <summary>As <see cref="Of(string)"/>, with the procedures that may stand in place of what is longer.</summary>
    public static IEnumerable<string> Of(string script, IReadOnlyList<string> ends)
    {
        var lines = script.Split('\n');
        return Cut(lines).Concat(Ended(lines, ends)).Concat(Chosen(script)).Concat(Unguarded(lines));
    }

    /// <summary>A line less, with what is indented below it.</summary>
    private static IEnumerable<string> Cut(string[] lines) =>
        Enumerable.Range(0, lines.Length).Where(_ => lines.Length > 1)
            .Select(i => Join(lines[..i], lines[Layout.EndOfBlock(lines, i)..]))
            .Where(v => v.Trim().Length > 0);

    /// <summary>One procedure in place of a block and all that follows it.</summary>
    private static IEnumerable<string> Ended(string[] lines, IReadOnlyList<string> ends) => Enumerable.Range(0, lines.Length).SelectMany(i =>
    {
        var head = Head().Match(lines[i]);
        return ends.Select(end => Join(lines[..i], [head.Value + end], lines[Layout.EndOfSiblings(lines, i)..]))
            .Concat(ends.Take(2).Select(end => Join(lines[..i], [head.Value + end], lines[Layout.EndOfBlock(lines, i)..])));
    });

    /// <summary>One of the alternatives, and what is tried left out.</summary>
    private static IEnumerable<string> Chosen(string script)
    {
        foreach (Match attempt in Attempt().Matches(script))
        {
            if (Group(script, attempt.Index + attempt.Length - 1) is { } end)
            {
                yield return script[..attempt.Index] + script[(end + 1)..];
            }
        }

        foreach (Match first in First().Matches(script))
        {
            var until = End(script, first.Index + first.Length);
            foreach (var alternative in Alternatives(script[(first.Index + first.Length)..until]))
            {
                yield return script[..first.Index] + alternative + script[until..];
            }
        }
    }

    /// <summary>The inside of a block that ends at its first error.</summary>
    private static IEnumerable<string> Unguarded(string[] lines)
    {
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].TrimStart(' ', '·') == "first" && lines[i + 1].Trim() == "| (")
            {
                var end = Array.FindIndex(lines, i + 2, l => l.Trim() == ")");
                if (end > i + 2 && end + 1 < lines.Length && lines[end + 1].Trim() == "| fail")
                {
                    var inner = lines[(i + 2)..end];
                    var margin = inner.Min(Layout.Indent);
                    var head = Head().Match(lines[i]).Value;
                    var body = string.Join('\n', inner.Select(l => l[Math.Min(margin, l.Length)..]));
                    yield return Join(lines[..i], [head + Script.Indent(body, head.Length)[head.Length..]], lines[(end + 2)..]);
                }
            }
        }
    }

    private static string Join(params string[][] parts) => string.Join('\n', parts.SelectMany(p => p));

    private static IEnumerable<string> Alternatives(string text)
    {
        var (depth, from) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (depth == 0 && text[i] == '|'))
            {
                var alternative = text[from..i].Trim();
                if (alternative.Length > 0 && alternative != "fail")
                {
                    yield return alternative;
                    if (alternative.StartsWith('(') && alternative.EndsWith("; done)", StringComparison.Ordinal))
                    {
                        yield return alternative[1..^"; done)".Length];
                    }
                }

                from = i + 1;
            }
            else
            {
                depth += text[i] is '(' or '[' or '⟨' or '{' ? 1 : text[i] is ')' or ']' or '⟩' or '}' ? -1 : 0;
            }
        }
    }

    /// <summary>Where the alternatives end: at the line's end or at the bracket around them.</summary>
    private static int End(string script, int from)
    {
        var depth = 0;
        for (var i = from; i < script.Length; i++)
        {
            depth += script[i] is '(' or '[' or '⟨' or '{' ? 1 : script[i] is ')' or ']' or '⟩' or '}' ? -1 : 0;
            if (depth < 0 || script[i] == '\n')
            {
                return i;
            }
        }

        return script.Length;
    }

    private static int? Group(string script, int open)
    {
        var depth = 0;
        for (var i = open; i < script.Length; i++)
        {
            depth += script[i] == '(' ? 1 : script[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^ *(· )*(\| .*=> )?")]
    private static partial Regex Head();

    [GeneratedRegex(@" <;> try \(")]
    private static partial Regex Attempt();

    [GeneratedRegex(@"\bfirst \| ")]
    private static partial Regex First();
}
