using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Prover.Service.Errors;
using Prover.Service.Hosting;
using Prover.Service.Telemetry;

namespace Prover.Service.Admission;

/// <summary>Admits calls of the guarded service, or refuses them before their message is read.</summary>
internal sealed class AdmissionMiddleware(RequestDelegate next, ActiveCalls calls, ProverServiceOptions options, ServiceMetrics metrics)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Guarded.Guards(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        switch (calls.Enter())
        {
            case Admittance.Full:
                metrics.CallRefused("full");
                await TrailersOnly.WriteAsync(context, RpcErrors.Overloaded(
                    $"The service already runs {options.MaxConcurrentCalls} calls; try again later.", options.RetryAfter)).ConfigureAwait(false);
                return;
            case Admittance.ShuttingDown:
                metrics.CallRefused("shutting_down");
                await TrailersOnly.WriteAsync(context, RpcErrors.ShuttingDown()).ConfigureAwait(false);
                return;
        }

        var method = context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Name ?? "unknown";
        metrics.CallStarted(method);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            metrics.CallEnded(method);
            calls.Leave();
        }
    }
}
