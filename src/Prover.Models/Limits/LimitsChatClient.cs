using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.AI;
using Prover.Models.Configuration;
using Prover.Models.Wire;

namespace Prover.Models.Limits;

/// <summary>Keeps one model's requests, tokens and open requests within its limits, for all callers in the process.</summary>
/// <remarks>Every try counts. Tokens are taken by estimate before, the longest answer included, because providers count so too; when the answer
/// is there, what was not used goes back. Waiting callers are served in the order of their arrival, and time spent waiting is not part of a
/// request's time-out.</remarks>
internal sealed class LimitsChatClient : DelegatingChatClient
{
    // What a text with Lean's symbols comes to.
    private const double BytesPerToken = 3;

    private readonly ModelOptions _options;
    private readonly ConcurrencyLimiter _open;
    private readonly TokenBucket? _requests;
    private readonly TokenBucket? _tokens;

    public LimitsChatClient(IChatClient inner, ModelOptions options, TimeProvider time)
        : base(inner)
    {
        _options = options;
        _open = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = options.MaxConcurrentRequests,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        _requests = options.RequestsPerMinute is { } requests ? new TokenBucket(requests, time) : null;
        _tokens = options.TokensPerMinute is { } tokens ? new TokenBucket(tokens, time) : null;
    }

    /// <inheritdoc />
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToWholeAsync(cancellationToken);

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        messages = messages as IReadOnlyCollection<ChatMessage> ?? messages.ToList();
        using var permit = await _open.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (_requests is not null)
        {
            await _requests.TakeAsync(1, cancellationToken).ConfigureAwait(false);
        }

        if (_tokens is null)
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            {
                yield return update;
            }

            yield break;
        }

        var prompt = messages.Sum(m => (double)Encoding.UTF8.GetByteCount(m.Text)) / BytesPerToken;
        var estimate = prompt + ((double)(options?.MaxOutputTokens ?? _options.MaxOutputTokens) * WireRequest.Choices(options));
        await _tokens.TakeAsync(estimate, cancellationToken).ConfigureAwait(false);
        var (bytes, used) = (0L, (double?)null);
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            {
                foreach (var content in update.Contents)
                {
                    used = content is UsageContent usage ? usage.Details.TotalTokenCount ?? used : used;
                    bytes += content switch
                    {
                        TextContent text => Encoding.UTF8.GetByteCount(text.Text),
                        TextReasoningContent reasoning => Encoding.UTF8.GetByteCount(reasoning.Text),
                        _ => 0,
                    };
                }

                yield return update;
            }
        }
        finally
        {
            // A server that does not say: what was seen of the answer, if anything.
            _tokens.Correct((used ?? (bytes > 0 ? prompt + (bytes / BytesPerToken) : 0)) - estimate);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _open.Dispose();
            _requests?.Dispose();
            _tokens?.Dispose();
        }

        base.Dispose(disposing);
    }
}
