using System.Runtime.CompilerServices;
using Grpc.Core;
using Prover.Core.Proving;
using Prover.Service.Mapping;

namespace Prover.Service.Client;

/// <summary>Has a running service search.</summary>
/// <remarks>Beyond <see cref="IProofSearch"/>'s contract it throws as <see cref="RemoteVerifier"/> does. A stream that breaks
/// ends with a verdict of kind <see cref="Core.Verification.VerdictKind.Infrastructure"/>: nothing is known of the statement.</remarks>
public sealed class RemoteProofSearch(ProverConnection connection) : IProofSearch
{
    /// <inheritdoc />
    public async IAsyncEnumerable<ProveEvent> ProveAsync(
        ProveRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var seen = new SearchSoFar();
        using var call = connection.Client.Prove(request.ToWire(), cancellationToken: cancellationToken);
        ProveEvent happened;
        do
        {
            happened = await NextAsync(call.ResponseStream, seen, cancellationToken).ConfigureAwait(false);
            seen.Add(happened);
            yield return happened;
        }
        while (happened is not ProveEvent.Finished);
    }

    private async Task<ProveEvent> NextAsync(
        IAsyncStreamReader<V1.ProveResponse> stream, SearchSoFar seen, CancellationToken cancellationToken)
    {
        try
        {
            while (await stream.MoveNext(cancellationToken).ConfigureAwait(false))
            {
                if (stream.Current.ToDomain() is { } happened)
                {
                    return happened;
                }
            }

            return seen.Broken($"The server {connection.Address} ended the search without a result.");
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
