using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Prover.Bench.Runs;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Rounds.Rounds;
using Prover.Service.Admission;

namespace Prover.Service.Errors;

/// <summary>Turns exceptions of the domain into statuses; the only place where that is done.</summary>
internal sealed class ErrorInterceptor(ActiveCalls calls, ILogger<ErrorInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context).ToRpc();
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context).ToRpc();
        }
    }

    private Google.Rpc.Status Translate(Exception exception, ServerCallContext context)
    {
        // Whatever breaks after the client has gone (e.g. a write to nobody) is no news.
        if (context.CancellationToken.IsCancellationRequested)
        {
            return RpcErrors.Cancelled();
        }

        switch (exception)
        {
            case OperationCanceledException when calls.GraceExpired.IsCancellationRequested:
                return RpcErrors.ShuttingDown();
            case OperationCanceledException:
                return RpcErrors.Cancelled();
            case InvalidStatementException invalid:
                return RpcErrors.InvalidStatement(invalid);
            case NotSupportedException unsupported:
                return RpcErrors.Unsupported(unsupported);
            case ToolchainException toolchain:
                ErrorLog.ToolchainFailed(logger, context.Method, toolchain);
                return RpcErrors.NoToolchain(toolchain.Message);
            case StoreException store:
                ErrorLog.StoreFailed(logger, context.Method, store);
                return RpcErrors.Store(store);
            case RoundsException or RunException:
                ErrorLog.RoundsFailed(logger, context.Method, exception);
                return RpcErrors.Rounds(exception);
            case ModelException or PromptException:
                ErrorLog.ModelsFailed(logger, context.Method, exception);
                return RpcErrors.Models(exception);
            default:
                var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
                ErrorLog.CallFailed(logger, context.Method, id, exception);
                return RpcErrors.Internal(id);
        }
    }
}
