using System.Text;
using Prover.Core.Lean;

namespace Prover.Core.Repair;

/// <summary>Lean's errors about a text, made for a reader that has to correct it.</summary>
/// <param name="MarkedText">The text, each error's place between <c>&lt;error N&gt;</c> and <c>&lt;/error N&gt;</c>.</param>
/// <param name="Errors">The errors, in the order of the text.</param>
public sealed record ErrorReport(string MarkedText, IReadOnlyList<ReportedError> Errors)
{
    private const int MostErrors = 8;
    private const int LongestMessage = 1_500;

    /// <summary>Makes a report; only the first few errors are told, the rest mostly follow from them.</summary>
    public static ErrorReport Of(string text, IEnumerable<LeanMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(text);
        var errors = messages.Where(m => m.Severity == LeanSeverity.Error)
            .OrderBy(m => (m.Start.Line, m.Start.Column))
            .Take(MostErrors)
            .Select((message, i) => (Number: i + 1, Message: message, Span: Span(text, message)))
            .ToList();

        var marks = errors
            .SelectMany(e => new[] { (At: e.Span.Start, Opens: true, e.Number, e.Span), (At: e.Span.End, Opens: false, e.Number, e.Span) })
            .OrderBy(m => m.At)
            .ThenBy(m => m.Opens)
            .ThenBy(m => m.Opens ? m.Number : -m.Number);
        var marked = new StringBuilder();
        var at = 0;
        foreach (var mark in marks)
        {
            marked.Append(text, at, mark.At - at).Append(mark.Opens ? $"<error {mark.Number}>" : $"</error {mark.Number}>");
            at = mark.At;
        }

        marked.Append(text, at, text.Length - at);
        return new ErrorReport(marked.ToString(), [.. errors.Select(e => new ReportedError(e.Number, Lines(text, e.Span), Shortened(e.Message.Text)))]);
    }

    /// <summary>What a place holds: at least one character, so that opening and closing marks do not swap.</summary>
    private static (int Start, int End) Span(string text, LeanMessage message)
    {
        var start = TextPosition.IndexInText(text, message.Start);
        var end = message.End is { } known ? TextPosition.IndexInText(text, known) : start;
        return (start, Math.Min(Math.Max(end, start + 1), Math.Max(text.Length, start)));
    }

    private static string Lines(string text, (int Start, int End) span)
    {
        var start = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        var end = text.IndexOf('\n', Math.Min(span.End, text.Length));
        return text[start..(end < 0 ? text.Length : end)];
    }

    private static string Shortened(string message) => message.Length <= LongestMessage ? message : $"{message[..LongestMessage]}…";
}

/// <summary>One error.</summary>
/// <param name="Number">Its number in the marked text, from 1.</param>
/// <param name="Lines">The lines where it stands.</param>
/// <param name="Message">Lean's words, with the goal where Lean tells it.</param>
public sealed record ReportedError(int Number, string Lines, string Message);
