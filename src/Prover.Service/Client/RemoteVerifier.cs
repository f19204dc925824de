using System.Diagnostics;
using Grpc.Core;
using Prover.Core.Verification;
using Prover.Service.Mapping;

namespace Prover.Service.Client;

/// <summary>Has a running service judge.</summary>
/// <remarks>Beyond <see cref="IVerifier"/>'s contract it throws <see cref="Core.Lean.ToolchainException"/> when the service can't be
/// asked (unreachable, other key, without Lean), <see cref="Core.Storage.StoreException"/> when the service's store failed, and
/// <see cref="ArgumentException"/> when the service does not take the request, e.g. an empty text.</remarks>
public sealed class RemoteVerifier(ProverConnection connection) : IVerifier
{
    /// <inheritdoc />
    public async Task<Verdict> VerifyAsync(VerifyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var response = await connection.Client.VerifyAsync(request.ToWire(), cancellationToken: cancellationToken).ConfigureAwait(false);
            return (response.Verdict ?? new V1.Verdict()).ToDomain();
        }
        catch (Exception e) when (RemoteErrors.IsCancellation(e, cancellationToken))
        {
            return new Verdict
            {
                Kind = VerdictKind.Cancelled,
                Reason = "Cancelled before the server answered.",
                Elapsed = Stopwatch.GetElapsedTime(start),
            };
        }
        catch (RpcException e)
        {
            var verdict = RemoteErrors.ToVerdict(e, connection.Address) ?? throw RemoteErrors.ToException(e, connection.Address);
            return verdict with { Elapsed = Stopwatch.GetElapsedTime(start) };
        }
    }
}
