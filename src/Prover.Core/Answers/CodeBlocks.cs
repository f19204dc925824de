using System.Text;
using System.Text.RegularExpressions;

namespace Prover.Core.Answers;

/// <summary>Finds the fenced blocks of an answer, as models write them rather than as Markdown defines them.</summary>
internal sealed partial class CodeBlocks
{
    private readonly List<CodeBlock> _blocks = [];
    private readonly StringBuilder _code = new();
    private string? _fence;
    private string _language = string.Empty;
    private int _indent;
    private int _comment;

    private CodeBlocks()
    {
    }

    /// <summary>The blocks in their order.</summary>
    public static IReadOnlyList<CodeBlock> Of(string text)
    {
        var reading = new CodeBlocks();
        var lastCommentEnd = text.LastIndexOf("-/", StringComparison.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            var newline = text.IndexOf('\n', at);
            var end = newline < 0 ? text.Length : newline;
            reading.Add(text[at..end], commentMayEnd: lastCommentEnd >= end);
            at = end + 1;
        }

        reading.Close(isClosed: false);
        return reading._blocks;
    }

    private void Add(string line, bool commentMayEnd)
    {
        if (_fence is null)
        {
            TryOpen(line);
            return;
        }

        var fence = FenceLine().Match(line);
        if (fence.Success && Closes(fence))
        {
            // A fence within a comment of the code is part of the comment.
            if (_comment == 0 || !commentMayEnd)
            {
                Close(isClosed: true);
                return;
            }
        }
        else if (fence.Success && LeanName().IsMatch(fence.Groups["info"].Value))
        {
            // The closing fence was forgotten.
            Close(isClosed: true);
            TryOpen(line);
            return;
        }
        else if (line.TrimEnd().EndsWith("```", StringComparison.Ordinal) && _fence[0] == '`' && _comment == 0)
        {
            Append(line.TrimEnd().TrimEnd('`'));
            Close(isClosed: true);
            return;
        }

        Append(line);
    }

    private void TryOpen(string line)
    {
        var fence = FenceLine().Match(line);
        if (!fence.Success && line.Contains("```", StringComparison.Ordinal))
        {
            // Begun behind the words that introduce it, or all on one line.
            if (OneLine().Match(line) is { Success: true } whole)
            {
                var code = whole.Groups["code"].Value;
                _blocks.Add(new CodeBlock(string.Empty, code[LeanWord().Match(code).Length..], IsClosed: true));
                return;
            }

            fence = LateFence().Match(line);
        }

        var info = fence.Groups["info"].Value.Trim();
        if (!fence.Success || info.StartsWith("markdown", StringComparison.OrdinalIgnoreCase) || info.Equals("md", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        (_fence, _indent, _comment) = (fence.Groups["fence"].Value, fence.Groups["prefix"].Length, 0);
        _code.Clear();
        var lean = LeanName().Match(info);
        _language = lean.Success ? "lean" : info.TrimStart('{', '.').Split([' ', '}', ',', ':', '{'], 2)[0].ToLowerInvariant();
        if (lean.Success && info.Length > lean.Length && !lean.Groups["attributes"].Success)
        {
            Append(info[lean.Length..].Trim());
        }
    }

    private bool Closes(Match fence) =>
        fence.Groups["info"].ValueSpan.IsWhiteSpace() && fence.Groups["fence"].Value[0] == _fence![0] && fence.Groups["fence"].Length >= _fence.Length;

    private void Append(string line)
    {
        var start = 0;
        while (start < _indent && start < line.Length && line[start] is ' ' or '\t' or '>')
        {
            start++;
        }

        _code.Append(line, start, line.Length - start).Append('\n');
        CountComments(line);
    }

    private void CountComments(string line)
    {
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (line[i] == '/' && line[i + 1] == '-')
            {
                (_comment, i) = (_comment + 1, i + 1);
            }
            else if (line[i] == '-' && line[i + 1] == '/')
            {
                (_comment, i) = (Math.Max(0, _comment - 1), i + 1);
            }
            else if (_comment == 0 && line[i] == '-' && line[i + 1] == '-')
            {
                return;
            }
        }
    }

    private void Close(bool isClosed)
    {
        if (_fence is not null)
        {
            _blocks.Add(new CodeBlock(_language, _code.ToString(), isClosed));
            _fence = null;
        }
    }

    [GeneratedRegex(@"^(?<prefix>[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?)(?<fence>`{3,}|~{3,})(?<info>[^`]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex FenceLine();

    [GeneratedRegex(@"(?<!`)(?<prefix>)(?<fence>(?>`{3,}))(?<info>(?:lean|tactics?)[^`]*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LateFence();

    [GeneratedRegex(@"(?<!`)`{3}(?<code>[^`]+)`{3}[^`]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OneLine();

    [GeneratedRegex(@"^[ ]?lean[ ]?4?(?![\w.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeanWord();

    [GeneratedRegex(@"^[ \t]*[{.]*(?:lean[ ]?4?|tactics?)(?![\w-])[}:,]?(?<attributes>[ \t]*(?:[{(\[]|\w+=|ignore|title|file).*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeanName();
}
