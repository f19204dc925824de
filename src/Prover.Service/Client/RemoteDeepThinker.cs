using System.Runtime.CompilerServices;
using Grpc.Core;
using Prover.Core.DeepThinking;
using Prover.Service.DeepThinking;

namespace Prover.Service.Client;

/// <summary>Has a running service think. The service keeps no thought: <see cref="DeepThinkRequest.WorkFolder"/> must be null.</summary>
/// <remarks>Beyond <see cref="IDeepThinker"/>'s contract it throws as <see cref="RemoteVerifier"/> does. A stream that breaks
/// ends with a verdict of kind <see cref="Core.Verification.VerdictKind.Infrastructure"/> and the account of what was seen.</remarks>
public sealed class RemoteDeepThinker(ProverConnection connection) : IDeepThinker
{
    /// <inheritdoc />
    /// <exception cref="ArgumentException">The request names a work folder.</exception>
    public async IAsyncEnumerable<DeepThinkEvent> ThinkAsync(
        DeepThinkRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.WorkFolder is not null)
        {
            throw new ArgumentException("A service keeps no thought: leave the work folder out.", nameof(request));
        }

        var seen = new ThoughtSoFar(request.Budget);
        using var call = connection.DeepThink.Think(request.ToWire(), cancellationToken: cancellationToken);
        DeepThinkEvent happened;
        do
        {
            happened = await NextAsync(call.ResponseStream, seen, cancellationToken).ConfigureAwait(false);
            yield return happened;
        }
        while (happened is not DeepThinkEvent.Finished);
    }

    private async Task<DeepThinkEvent> NextAsync(IAsyncStreamReader<V1.ThinkResponse> stream, ThoughtSoFar seen, CancellationToken cancellationToken)
    {
        try
        {
            while (await stream.MoveNext(cancellationToken).ConfigureAwait(false))
            {
                if (seen.Read(stream.Current) is { } happened)
                {
                    return happened;
                }
            }

            return seen.Broken($"The server {connection.Address} ended the thought without a result.");
        }
        catch (Exception e) when (RemoteErrors.IsCancellation(e, cancellationToken))
        {
            return seen.Cancelled();
        }
        catch (RpcException e)
        {
            return seen.Ended(RemoteErrors.ToVerdict(e, connection.Address) ?? throw RemoteErrors.ToException(e, connection.Address));
        }
    }
}
