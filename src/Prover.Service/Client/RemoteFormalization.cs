using System.Runtime.CompilerServices;
using Grpc.Core;
using Prover.Core.Formalization;
using Prover.Service.Mapping;

namespace Prover.Service.Client;

/// <summary>Has a running service formalize.</summary>
/// <remarks>Beyond <see cref="IFormalization"/>'s contract it throws as <see cref="RemoteVerifier"/> does.</remarks>
public sealed class RemoteFormalization(ProverConnection connection) : IFormalization
{
    /// <inheritdoc />
    public async IAsyncEnumerable<FormalizeEvent> FormalizeAsync(
        FormalizeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var call = connection.Client.Formalize(request.ToWire(), cancellationToken: cancellationToken);
        while (await NextAsync(call.ResponseStream, cancellationToken).ConfigureAwait(false) is { } wire)
        {
            if (wire.ToDomain() is { } happened)
            {
                yield return happened;
            }
        }
    }

    private async Task<V1.FormalizeResponse?> NextAsync(IAsyncStreamReader<V1.FormalizeResponse> stream, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken).ConfigureAwait(false) ? stream.Current : null;
        }
        catch (Exception e) when (RemoteErrors.IsCancellation(e, cancellationToken))
        {
            throw new OperationCanceledException("Cancelled by the caller.", e, cancellationToken);
        }
        catch (RpcException e)
        {
            throw RemoteErrors.ToException(e, connection.Address);
        }
    }
}
