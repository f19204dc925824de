using Grpc.Core;
using Prover.Core.Storage;
using Prover.Service.Mapping;

namespace Prover.Service.Client;

/// <summary>Reads the verified proofs of a running service.</summary>
/// <remarks>Thread-safe. Throws <see cref="Core.Lean.ToolchainException"/> when the service can't be asked, and
/// <see cref="OperationCanceledException"/> when cancelled.</remarks>
public sealed class RemoteProofs(ProverConnection connection)
{
    /// <summary>A verified proof by id; null when not known.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="StoreException">The service's store failed.</exception>
    public async Task<StoredProof?> GetProofAsync(string id, CancellationToken cancellationToken = default)
    {
        try
        {
            var proof = await connection.Client.GetProofAsync(new V1.GetProofRequest { Id = id }, cancellationToken: cancellationToken).ConfigureAwait(false);
            return proof.ToDomain();
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
        catch (RpcException e) when (RemoteErrors.IsCancellation(e, cancellationToken))
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (RpcException e)
        {
            throw RemoteErrors.ToException(e, connection.Address);
        }
    }

    /// <summary>A page of verified proofs, newest first.</summary>
    /// <exception cref="ArgumentException">The service does not take the query, e.g. a page token that is not its own.</exception>
    /// <exception cref="StoreException">The service's store failed.</exception>
    public async Task<ProofPage> ListProofsAsync(ProofQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        try
        {
            var page = await connection.Client.ListProofsAsync(query.ToWire(), cancellationToken: cancellationToken).ConfigureAwait(false);
            return page.ToDomain();
        }
        catch (RpcException e) when (RemoteErrors.IsCancellation(e, cancellationToken))
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (RpcException e)
        {
            throw RemoteErrors.ToException(e, connection.Address);
        }
    }
}
