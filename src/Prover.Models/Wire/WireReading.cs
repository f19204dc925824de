using Microsoft.Extensions.AI;
using Prover.Core.Models;

namespace Prover.Models.Wire;

/// <summary>Makes updates of what a server sends for one request.</summary>
/// <param name="modelId">Told with every update.</param>
internal sealed class WireReading(string modelId)
{
    private readonly Dictionary<int, bool> _ended = [];
    private WireUsage? _usage;
    private string? _id;

    /// <summary>The updates of an event or of a whole answer; the usage is kept for the end.</summary>
    public IEnumerable<ChatResponseUpdate> Add(WireAnswer answer)
    {
        _usage = answer.Usage ?? _usage;
        _id ??= answer.Id;
        foreach (var choice in answer.Choices ?? [])
        {
            if (Read(choice) is { } update)
            {
                yield return update;
            }
        }
    }

    /// <summary>The last updates. A server that said it is done is believed even when it gave no reason for an answer's end.</summary>
    public IEnumerable<ChatResponseUpdate> End(bool saidDone)
    {
        foreach (var index in saidDone ? _ended.Where(c => !c.Value).Select(c => c.Key).Order().ToList() : [])
        {
            yield return Update(index, [], ChatFinishReason.Stop);
        }

        if (_usage is { PromptTokens: not null } or { CompletionTokens: not null })
        {
            var details = new UsageDetails
            {
                InputTokenCount = _usage.PromptTokens,
                OutputTokenCount = _usage.CompletionTokens,
                TotalTokenCount = _usage.PromptTokens + _usage.CompletionTokens,
                ReasoningTokenCount = _usage.CompletionDetails?.ReasoningTokens,
            };
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(details)]) { ResponseId = _id, ModelId = modelId };
        }
    }

    private ChatResponseUpdate? Read(WireChoice choice)
    {
        var message = choice.Delta ?? choice.Message;
        var contents = new List<AIContent>(1);
        // Some servers send the same reasoning under both names.
        var reasoning = string.IsNullOrEmpty(message?.ReasoningContent) ? message?.Reasoning : message.ReasoningContent;
        if (!string.IsNullOrEmpty(reasoning))
        {
            contents.Add(new TextReasoningContent(reasoning));
        }

        if (!string.IsNullOrEmpty(message?.Content))
        {
            contents.Add(new TextContent(message.Content));
        }

        var ended = _ended.GetValueOrDefault(choice.Index);
        var finish = ended ? null : Finish(choice.FinishReason);
        if (contents.Count > 0 || choice.FinishReason is { Length: > 0 })
        {
            // An end without a reason that we know is neither an end nor forgotten: the answer counts as cut.
            _ended[choice.Index] = ended || choice.FinishReason is { Length: > 0 };
        }

        return contents.Count > 0 || finish is not null ? Update(choice.Index, contents, finish) : null;
    }

    private ChatResponseUpdate Update(int index, List<AIContent> contents, ChatFinishReason? finish) => new(ChatRole.Assistant, contents)
    {
        MessageId = ChatConventions.ChoiceId(index),
        ResponseId = _id,
        ModelId = modelId,
        FinishReason = finish,
    };

    // What servers call the end. "abort", "error" and the like mean that the answer is not whole.
    private static ChatFinishReason? Finish(string? reason) => reason switch
    {
        "stop" or "eos" or "eos_token" or "stop_sequence" or "end_turn" => ChatFinishReason.Stop,
        "tool_calls" or "function_call" => ChatFinishReason.ToolCalls,
        "length" or "max_tokens" or "model_length" => ChatFinishReason.Length,
        "content_filter" => ChatFinishReason.ContentFilter,
        _ => null,
    };
}
