using System.Text;
using Microsoft.Extensions.AI;

namespace Prover.Core.Models;

/// <summary>Puts the updates of a streamed response together, answer by answer.</summary>
/// <remarks>An update holds all of its answer so far, and servers send token by token: telling every one of them would copy a long answer
/// thousands of times. So growth is told where a line or a fence ends in the text, and else every so many signs; the end is told always.</remarks>
internal sealed class AnswerReading(int firstChoice)
{
    // Reasoning has no lines that anybody waits for.
    private const int UntoldMost = 2_048;

    private readonly SortedDictionary<int, Answer> _answers = [];

    /// <summary>What the server says it cost; null until it says so.</summary>
    public UsageDetails? Usage { get; private set; }

    /// <summary>Bytes of text and reasoning so far: no fewer than tokens.</summary>
    public long Bytes { get; private set; }

    /// <summary>Takes in an update; gives what it changed.</summary>
    public IEnumerable<AnswerUpdate> Add(ChatResponseUpdate update)
    {
        var index = ChatConventions.ChoiceIndex(update.MessageId);
        var tell = false;
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case UsageContent usage:
                    Usage = usage.Details;
                    break;
                case TextReasoningContent turn when ChatConventions.TurnsTextIntoReasoning(turn):
                    Of(index).TurnTextIntoReasoning();
                    tell = true;
                    break;
                case TextReasoningContent reasoning:
                    Count(reasoning.Text);
                    Of(index).AddReasoning(reasoning.Text);
                    break;
                case TextContent text:
                    Count(text.Text);
                    Of(index).AddText(text.Text);
                    tell |= text.Text.AsSpan().ContainsAny('\n', '`');
                    break;
            }
        }

        var end = update.FinishReason is { } reason && Of(index).End is null ? End(reason) : (AnswerEnd?)null;
        tell |= _answers.TryGetValue(index, out var answer) && answer.Untold >= UntoldMost;
        if (tell || end is not null)
        {
            yield return Of(index).Update(firstChoice + index, end);
        }
    }

    /// <summary>True when the server ended every one of so many answers.</summary>
    public bool IsWhole(int choices) => Enumerable.Range(0, choices).All(i => Of(i).End is not null);

    /// <summary>Answers whose end never came.</summary>
    public IEnumerable<AnswerUpdate> Unfinished(int choices) =>
        Enumerable.Range(0, choices).Where(i => Of(i).End is null).Select(i => Of(i).Update(firstChoice + i, AnswerEnd.Cut));

    private void Count(string? text) => Bytes += Encoding.UTF8.GetByteCount(text ?? string.Empty);

    private Answer Of(int index) => _answers.TryGetValue(index, out var answer) ? answer : _answers[index] = new Answer();

    private static AnswerEnd End(ChatFinishReason reason) =>
        reason == ChatFinishReason.Length ? AnswerEnd.Length : reason == ChatFinishReason.ContentFilter ? AnswerEnd.Filtered : AnswerEnd.Stop;

    private sealed class Answer
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _reasoning = new();

        // Told with every update, and mostly the same from the first line of the text on.
        private string? _told;

        public AnswerEnd? End { get; private set; }

        /// <summary>Signs since the last update.</summary>
        public int Untold { get; private set; }

        public void AddText(string? text)
        {
            _text.Append(text);
            Untold += text?.Length ?? 0;
        }

        public void AddReasoning(string? text)
        {
            _reasoning.Append(text);
            Untold += text?.Length ?? 0;
            _told = null;
        }

        public void TurnTextIntoReasoning()
        {
            _reasoning.Append(_text);
            _text.Clear();
            _told = null;
        }

        public AnswerUpdate Update(int choice, AnswerEnd? end)
        {
            End ??= end;
            Untold = 0;
            return new AnswerUpdate(choice, _text.ToString(), end) { Reasoning = _told ??= _reasoning.ToString() };
        }
    }
}
