using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.Configuration;
using Prover.Models.Wire;

namespace Prover.Models.Reasoning;

/// <summary>Keeps reasoning that a model writes into its text apart from the answer.</summary>
internal sealed class ReasoningChatClient(IChatClient inner, ReasoningStart start) : DelegatingChatClient(inner)
{
    /// <inheritdoc />
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        return await SplitAsync(response.ToUpdates().ToAsyncEnumerable()).ToWholeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        SplitAsync(base.GetStreamingResponseAsync(messages, options, cancellationToken));

    private async IAsyncEnumerable<ChatResponseUpdate> SplitAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        var splitters = new Dictionary<string, ThinkSplitter>();
        await foreach (var update in updates.ConfigureAwait(false))
        {
            if (update.MessageId is { } choice)
            {
                // A server that tells reasoning in a field of its own does not begin within it.
                var told = update.Contents.Any(c => c is TextReasoningContent);
                var splitter = splitters.TryGetValue(choice, out var known) ? known
                    : splitters[choice] = new ThinkSplitter(start == ReasoningStart.Inside && !told);
                update.Contents = [.. update.Contents.SelectMany(c => c is TextContent text ? splitter.Add(text.Text).Select(Content) : [c])];
                if (update.FinishReason is not null)
                {
                    update.Contents = [.. update.Contents, .. splitter.End().Select(Content)];
                }

                if (update.Contents.Count == 0 && update.FinishReason is null)
                {
                    continue;
                }
            }

            yield return update;
        }

        // Answers that were cut: what was held back is all there is.
        foreach (var (choice, splitter) in splitters)
        {
            if (splitter.End().Select(Content).ToList() is { Count: > 0 } rest)
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, rest) { MessageId = choice };
            }
        }
    }

    private static AIContent Content((PieceKind Kind, string Text) piece) => piece.Kind switch
    {
        PieceKind.Text => new TextContent(piece.Text),
        PieceKind.Reasoning => new TextReasoningContent(piece.Text),
        _ => ChatConventions.TextSoFarWasReasoning(),
    };
}
