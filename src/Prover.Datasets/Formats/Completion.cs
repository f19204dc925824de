using Prover.Core.Statements;

namespace Prover.Datasets.Formats;

/// <summary>A proof as a model's answer: one fenced block marked lean4 that holds everything behind the statement's imports and opening commands, which
/// prompts tell models not to write.</summary>
public static class Completion
{
    private const string Mark = "lean4\n";

    /// <summary>The answer for a whole text; null when the text does not begin with the header of its statement.</summary>
    public static string? Of(string statement, string text)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(text);
        var header = LeanHeader.Split(statement).Text;
        if (!text.StartsWith(header, StringComparison.Ordinal))
        {
            return null;
        }

        var code = text.AsSpan(header.Length).Trim('\n').TrimEnd();
        var fence = new string('`', Math.Max(3, LongestRun(code) + 1));
        return $"{fence}{Mark}{code}\n{fence}";
    }

    /// <summary>The whole text again, but for blank lines around it; null when it is no answer that <see cref="Of"/> gives.</summary>
    public static string? TextOf(string statement, string completion)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(completion);
        var fence = completion.Length - completion.AsSpan().TrimStart('`').Length;
        var end = completion.Length - fence - 1;
        return fence >= 3 && end > fence + Mark.Length
            && completion.AsSpan(fence).StartsWith(Mark) && completion[end] == '\n' && completion.AsSpan(end + 1).TrimStart('`').IsEmpty
            ? $"{LeanHeader.Split(statement).Text}{completion.AsSpan(fence + Mark.Length, end - fence - Mark.Length)}\n"
            : null;
    }

    private static int LongestRun(ReadOnlySpan<char> code)
    {
        var (longest, run) = (2, 0);
        foreach (var c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
