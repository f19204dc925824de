using Microsoft.Extensions.AI;
using Prover.Core.Models;

namespace Prover.Models.Probing;

/// <summary>Finds out what a model can do, with two tiny questions.</summary>
public static class ModelProbe
{
    private const int MaxTokens = 256;
    private const int MaxTokensOfChoices = 16;

    private static readonly ChatMessage[] Question = [new(ChatRole.User, "Answer with one number and nothing else: what is 2 + 3?")];

    /// <summary>Asks. A model that can't be had is a result too.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<ModelProbeResult> RunAsync(
        ILanguageModels models, string name, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        time ??= TimeProvider.System;
        try
        {
            var model = models.Get(name);
            var result = await AskAsync(model, time, cancellationToken).ConfigureAwait(false);
            return result with { GivesSeveralChoices = await GivesSeveralAsync(model, cancellationToken).ConfigureAwait(false) };
        }
        catch (ModelException e)
        {
            return new ModelProbeResult { Name = name, Problem = e.Message };
        }
    }

    private static async Task<ModelProbeResult> AskAsync(LanguageModel model, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var (pieces, ends) = (0, 0);
        var result = new ModelProbeResult { Name = model.Info.Name };
        var options = new ChatOptions { ModelId = model.Info.ModelId, MaxOutputTokens = Math.Min(MaxTokens, model.Info.MaxOutputTokens) };
        await foreach (var update in model.Client.GetStreamingResponseAsync(Question, options, cancellationToken).ConfigureAwait(false))
        {
            ends += update.FinishReason is null ? 0 : 1;
            foreach (var content in update.Contents)
            {
                switch (content)
                {
                    case UsageContent usage:
                        result = result with
                        {
                            InputTokens = usage.Details.InputTokenCount,
                            OutputTokens = usage.Details.OutputTokenCount,
                            HeedsMaxTokens = usage.Details.OutputTokenCount is { } spent ? spent <= options.MaxOutputTokens : null,
                            WasCached = usage.AdditionalProperties?.ContainsKey(ChatConventions.Cached) == true,
                        };
                        continue;
                    case TextReasoningContent reasoning:
                        var turn = ChatConventions.TurnsTextIntoReasoning(reasoning);
                        result = result with { Reasons = true, Text = turn ? string.Empty : result.Text, BeginsInsideReasoning = result.BeginsInsideReasoning || turn };
                        break;
                    case TextContent text:
                        result = result with { Text = result.Text + text.Text };
                        break;
                }

                result = pieces++ == 0 ? result with { FirstPiece = time.GetElapsedTime(start) } : result;
            }
        }

        return result with { Whole = time.GetElapsedTime(start), Streams = pieces > 1, SaysEnd = ends > 0 };
    }

    /// <summary>A server that refuses to give two answers, or gives one, is in order; it just has to be asked twice.</summary>
    private static async Task<bool> GivesSeveralAsync(LanguageModel model, CancellationToken cancellationToken)
    {
        var options = new ChatOptions
        {
            ModelId = model.Info.ModelId,
            MaxOutputTokens = Math.Min(MaxTokensOfChoices, model.Info.MaxOutputTokens),
            AdditionalProperties = new AdditionalPropertiesDictionary { [ChatConventions.Choices] = 2 },
        };
        try
        {
            var choices = new HashSet<string>();
            await foreach (var update in model.Client.GetStreamingResponseAsync(Question, options, cancellationToken).ConfigureAwait(false))
            {
                if (update.MessageId is { } choice)
                {
                    choices.Add(choice);
                }
            }

            return choices.Count == 2;
        }
        catch (ModelException)
        {
            return false;
        }
    }
}
