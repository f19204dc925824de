using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Prover.Core.Models;
using Prover.Models.Wire;

namespace Prover.Models.Timeouts;

/// <summary>Ends a try that takes too long in all. How long a server may be silent is watched on the wire, where its bytes are seen.</summary>
internal sealed class TimeoutChatClient(IChatClient inner, string name, TimeSpan timeout, TimeProvider time) : DelegatingChatClient(inner)
{
    /// <inheritdoc />
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToWholeAsync(cancellationToken);

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var deadline = new Deadline(time, cancellationToken);
        deadline.Set(timeout);
        await using var updates = base.GetStreamingResponseAsync(messages, options, deadline.Token).GetAsyncEnumerator(deadline.Token);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (OperationCanceledException) when (deadline.IsUp)
            {
                throw new ModelException(
                    $"Model '{name}' did not end its answer within {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s. Raise requestTimeoutSeconds, or lower maxOutputTokens.")
                {
                    IsTransient = true,
                };
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }

            yield return updates.Current;
        }
    }
}
