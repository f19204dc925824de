using System.Text;
using Microsoft.Extensions.AI;

namespace Prover.Core.Models;

/// <summary>Puts the updates of a streamed response together, answer by answer.</summary>
internal sealed class AnswerReading(int firstChoice)
{
    private readonly SortedDictionary<int, Answer> _answers = [];

    /// <summary>What the server says it cost; null until it says so.</summary>
    public UsageDetails? Usage { get; private set; }

    /// <summary>Bytes of text and reasoning so far: no fewer than tokens.</summary>
    public long Bytes { get; private set; }

    /// <summary>Takes in an update; gives what it changed.</summary>
    public IEnumerable<AnswerUpdate> Add(ChatResponseUpdate update)
    {
        var index = ChatConventions.ChoiceIndex(update.MessageId);
        var grew = false;
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case UsageContent usage:
                    Usage = usage.Details;
                    break;
                case TextReasoningContent turn when ChatConventions.TurnsTextIntoReasoning(turn):
                    Of(index).TurnTextIntoReasoning();
                    grew = true;
                    break;
                case TextReasoningContent reasoning:
                    grew |= Append(Of(index).Reasoning, reasoning.Text);
                    break;
                case TextContent text:
                    grew |= Append(Of(index).Text, text.Text);
                    break;
            }
        }

        var end = update.FinishReason is { } reason && Of(index).End is null ? End(reason) : (AnswerEnd?)null;
        if (grew || end is not null)
        {
            yield return Of(index).Update(firstChoice + index, end);
        }
    }

    /// <summary>True when the server ended every one of so many answers.</summary>
    public bool IsWhole(int choices) => Enumerable.Range(0, choices).All(i => Of(i).End is not null);

    /// <summary>Answers whose end never came.</summary>
    public IEnumerable<AnswerUpdate> Unfinished(int choices) =>
        Enumerable.Range(0, choices).Where(i => Of(i).End is null).Select(i => Of(i).Update(firstChoice + i, AnswerEnd.Cut));

    private bool Append(StringBuilder to, string? text)
    {
        to.Append(text);
        Bytes += Encoding.UTF8.GetByteCount(text ?? string.Empty);
        return !string.IsNullOrEmpty(text);
    }

    private Answer Of(int index) => _answers.TryGetValue(index, out var answer) ? answer : _answers[index] = new Answer();

    private static AnswerEnd End(ChatFinishReason reason) =>
        reason == ChatFinishReason.Length ? AnswerEnd.Length : reason == ChatFinishReason.ContentFilter ? AnswerEnd.Filtered : AnswerEnd.Stop;

    private sealed class Answer
    {
        public StringBuilder Text { get; } = new();

        public StringBuilder Reasoning { get; } = new();

        public AnswerEnd? End { get; private set; }

        public void TurnTextIntoReasoning()
        {
            Reasoning.Append(Text);
            Text.Clear();
        }

        public AnswerUpdate Update(int choice, AnswerEnd? end)
        {
            End ??= end;
            return new AnswerUpdate(choice, Text.ToString(), end) { Reasoning = Reasoning.ToString() };
        }
    }
}
