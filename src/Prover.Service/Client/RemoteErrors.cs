using System.Net.Sockets;
using Google.Rpc;
using Grpc.Core;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Errors;
using Prover.Service.Hosting;
using Prover.Service.Mapping;

namespace Prover.Service.Client;

/// <summary>Turns the statuses of a service into what a local implementation would say.</summary>
internal static class RemoteErrors
{
    /// <summary>The verdict of a call that failed on its way: nothing is known of the text. Null when it must be an exception.</summary>
    public static Verdict? ToVerdict(RpcException e, Uri address)
    {
        var reason = e.StatusCode switch
        {
            StatusCode.ResourceExhausted => $"The server {address} refused: {e.Status.Detail}",
            StatusCode.Unavailable when !IsUnreachable(e) => $"The server {address} went away before it answered: {e.Status.Detail}",
            StatusCode.Internal or StatusCode.Unknown or StatusCode.Aborted => $"The server {address} failed: {e.Status.Detail}",
            StatusCode.Cancelled or StatusCode.DeadlineExceeded => $"The server {address} ended the call without an answer: {e.Status.Detail}",
            _ => null,
        };
        return reason is null
            ? null
            : new Verdict
            {
                Kind = VerdictKind.Infrastructure,
                Reason = reason,
                Overloaded = e.StatusCode == StatusCode.ResourceExhausted && e.GetRpcStatus()?.GetDetail<RetryInfo>() is not null,
            };
    }

    /// <summary>The exception that says what went wrong and what can be done.</summary>
    public static Exception ToException(RpcException e, Uri address)
    {
        switch (e.StatusCode)
        {
            case StatusCode.InvalidArgument when e.GetRpcStatus()?.GetDetail<V1.InvalidStatement>() is { } invalid:
                return new InvalidStatementException(e.Status.Detail, [.. invalid.Messages.Select(VerdictMapping.ToDomain)]);
            case StatusCode.InvalidArgument:
                return new ArgumentException(e.Status.Detail, e);
            case StatusCode.DataLoss:
                return new StoreException($"The store of the server {address} failed: {e.Status.Detail}", e);
            case StatusCode.FailedPrecondition when e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason == RpcErrors.ModelsReason:
                return new ModelException(e.Status.Detail, e);
            case StatusCode.FailedPrecondition:
                return new ToolchainException($"The server {address} has no Lean that works: {e.Status.Detail}", e);
            case StatusCode.Unauthenticated or StatusCode.PermissionDenied:
                return new ToolchainException(
                    $"The server {address} does not accept the API key; set {ProverServiceOptions.ApiKeyVariable} to the one it was started with.", e);
            case StatusCode.Unimplemented:
                return new ToolchainException($"At {address} answers something that is no Prover service of this version; check the URL.", e);
            case StatusCode.Unavailable when IsUnreachable(e):
                return new ToolchainException(
                    $"The server {address} can't be reached ({Cause(e)}); check the URL, or start one with \"prover serve\".", e);
            default:
                return new ToolchainException($"The server {address} failed ({e.StatusCode}): {e.Status.Detail}", e);
        }
    }

    /// <summary>True for whatever a call throws because its caller cancelled it.</summary>
    public static bool IsCancellation(Exception e, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested && e is (OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled });

    // A connection that breaks later comes wrapped: as an IOException, or with another kind of HttpRequestError.
    private static bool IsUnreachable(RpcException e) => e.Status.DebugException is SocketException or HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static string Cause(RpcException e) => e.Status.DebugException?.GetBaseException().Message.TrimEnd('.') ?? e.Status.Detail;
}
