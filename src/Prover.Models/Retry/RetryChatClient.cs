using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Prover.Core.Models;
using Prover.Models.Configuration;
using Prover.Models.Telemetry;

namespace Prover.Models.Retry;

/// <summary>Asks again when a server is busy or down, with growing waits, as long as nothing of its answer has been handed on.</summary>
/// <remarks>A stream that breaks later ends without a finish reason: what has arrived is all there is, and the caller may well use it.</remarks>
internal sealed class RetryChatClient : DelegatingChatClient
{
    private readonly string _name;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _tries;

    public RetryChatClient(IChatClient inner, string name, ModelOptions options, TimeProvider time, ILogger logger)
        : base(inner)
    {
        _name = name;
        _logger = logger;
        var longest = TimeSpan.FromSeconds(options.MaxRetryDelaySeconds);
        _tries = options.MaxRetries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
                MaxDelay = longest,
                ShouldHandle = args => ValueTask.FromResult(
                    args.Outcome.Exception is ModelException { IsTransient: true } e && !(e.RetryAfter > longest)),
                DelayGenerator = args => ValueTask.FromResult(Asked(args.Outcome.Exception)),
                OnRetry = args =>
                {
                    ModelMetrics.Retry(name);
                    RetryLog.AskedAgain(logger, name, args.RetryDelay.TotalSeconds, args.Outcome.Exception!.Message);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <inheritdoc />
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages as IReadOnlyCollection<ChatMessage> ?? messages.ToList();
        return await _tries.ExecuteAsync(
            async token =>
            {
                var response = await base.GetResponseAsync(asked, options, token).ConfigureAwait(false);
                return response.FinishReason is null ? throw NoAnswer() : response;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages as IReadOnlyCollection<ChatMessage> ?? messages.ToList();
        var updates = await _tries.ExecuteAsync(token => BeginAsync(asked, options, cancellationToken, token), cancellationToken).ConfigureAwait(false);
        await using (updates.ConfigureAwait(false))
        {
            do
            {
                yield return updates.Current;
            }
            while (await MoveAsync(updates).ConfigureAwait(false));
        }
    }

    /// <summary>The stream, standing at its first update with something in it.</summary>
    private async ValueTask<IAsyncEnumerator<ChatResponseUpdate>> BeginAsync(
        IReadOnlyCollection<ChatMessage> messages, ChatOptions? options, CancellationToken whole, CancellationToken begin)
    {
        begin.ThrowIfCancellationRequested();
        var updates = base.GetStreamingResponseAsync(messages, options, whole).GetAsyncEnumerator(whole);
        try
        {
            // Usage alone is no answer.
            while (await updates.MoveNextAsync().ConfigureAwait(false))
            {
                if (updates.Current.FinishReason is not null || updates.Current.Contents.Any(c => c is TextContent or TextReasoningContent))
                {
                    return updates;
                }
            }
        }
        catch
        {
            await updates.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        await updates.DisposeAsync().ConfigureAwait(false);
        throw NoAnswer();
    }

    private async ValueTask<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ModelException e)
        {
            ModelMetrics.Cut(_name);
            RetryLog.Cut(_logger, _name, e.Message);
            return false;
        }
    }

    // Never earlier than the server wants, and not all callers at the same moment.
    private static TimeSpan? Asked(Exception? failure) =>
        failure is ModelException { RetryAfter: { } wait } ? wait * (1 + (Random.Shared.NextDouble() / 4)) : null;

    private ModelException NoAnswer() =>
        new($"Model '{_name}' answered without an answer: its choices were empty or never began.") { IsTransient = true };
}
