using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Prover.Core.Models;

namespace Prover.Models.Telemetry;

/// <summary>Counts what a model's use costs. Only watches: no update is changed.</summary>
internal sealed class AccountingChatClient(IChatClient inner, ModelInfo model) : DelegatingChatClient(inner)
{
    /// <inheritdoc />
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var outcome = "failed";
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            Count(response.Usage, response.AdditionalProperties);
            outcome = "answered";
            return response;
        }
        finally
        {
            ModelMetrics.Request(model.Name, cancellationToken.IsCancellationRequested ? "given up" : outcome);
        }
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var outcome = "failed";
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            {
                foreach (var usage in update.Contents.OfType<UsageContent>())
                {
                    Count(usage.Details, usage.AdditionalProperties);
                }

                outcome = "given up";
                yield return update;
            }

            outcome = "answered";
        }
        finally
        {
            ModelMetrics.Request(model.Name, cancellationToken.IsCancellationRequested ? "given up" : outcome);
        }
    }

    private void Count(UsageDetails? usage, AdditionalPropertiesDictionary? properties)
    {
        var (input, output) = (usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);
        var cached = properties?.ContainsKey(ChatConventions.Cached) == true;
        ModelMetrics.Tokens(model.Name, input, output, cached);
        if (!cached && model.Price is { } price)
        {
            ModelMetrics.Cost(model.Name, price.Of(input, output), price.Currency);
        }
    }
}
