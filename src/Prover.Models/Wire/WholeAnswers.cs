using Microsoft.Extensions.AI;
using Prover.Core.Models;

namespace Prover.Models.Wire;

/// <summary>Whole responses, put together from streams, so that there is one way over the wire and every layer needs one form only.</summary>
internal static class WholeAnswers
{
    /// <summary>Key of a message's additional properties with the reason of its own end; the response has one for all.</summary>
    public const string FinishReason = "finish_reason";

    /// <summary>The response; every answer a message of its own, reasoning before text.</summary>
    public static async Task<ChatResponse> ToWholeAsync(this IAsyncEnumerable<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        var choices = new SortedDictionary<int, Parts>();
        var response = new ChatResponse();
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            response.ResponseId ??= update.ResponseId;
            response.ModelId ??= update.ModelId;
            response.FinishReason ??= update.FinishReason;
            foreach (var content in update.Contents)
            {
                if (content is UsageContent usage)
                {
                    response.Usage = usage.Details;
                    response.AdditionalProperties = usage.AdditionalProperties;
                }
                else
                {
                    Of(update).Add(content);
                }
            }

            if (update.FinishReason is { } reason)
            {
                Of(update).End ??= reason;
            }
        }

        response.Messages = [.. choices.Select(c => c.Value.Message(c.Key))];
        return response;

        Parts Of(ChatResponseUpdate update)
        {
            var index = ChatConventions.ChoiceIndex(update.MessageId);
            return choices.TryGetValue(index, out var parts) ? parts : choices[index] = new Parts();
        }
    }

    /// <summary>The same as a stream would have it.</summary>
    public static IEnumerable<ChatResponseUpdate> ToUpdates(this ChatResponse response)
    {
        foreach (var message in response.Messages)
        {
            ChatFinishReason? end = message.AdditionalProperties?.TryGetValue(FinishReason, out ChatFinishReason reason) == true ? reason : null;
            yield return new ChatResponseUpdate(ChatRole.Assistant, [.. message.Contents])
            {
                MessageId = message.MessageId,
                ResponseId = response.ResponseId,
                ModelId = response.ModelId,
                FinishReason = end,
            };
        }

        if (response.Usage is { } usage)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage) { AdditionalProperties = response.AdditionalProperties }])
            {
                ResponseId = response.ResponseId,
                ModelId = response.ModelId,
            };
        }
    }

    private sealed class Parts
    {
        private readonly System.Text.StringBuilder _text = new();
        private readonly System.Text.StringBuilder _reasoning = new();

        public ChatFinishReason? End { get; set; }

        public void Add(AIContent content)
        {
            if (ChatConventions.TurnsTextIntoReasoning(content))
            {
                _reasoning.Append(_text);
                _text.Clear();
            }

            (content is TextReasoningContent ? _reasoning : _text).Append(content switch
            {
                TextReasoningContent reasoning => reasoning.Text,
                TextContent text => text.Text,
                _ => null,
            });
        }

        public ChatMessage Message(int index)
        {
            List<AIContent> contents = _reasoning.Length > 0 ? [new TextReasoningContent(_reasoning.ToString())] : [];
            contents.Add(new TextContent(_text.ToString()));
            return new ChatMessage(ChatRole.Assistant, contents)
            {
                MessageId = ChatConventions.ChoiceId(index),
                AdditionalProperties = End is { } end ? new AdditionalPropertiesDictionary { [FinishReason] = end } : null,
            };
        }
    }
}
