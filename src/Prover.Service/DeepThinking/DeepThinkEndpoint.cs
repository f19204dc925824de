using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Prover.Core.DeepThinking;
using Prover.Service.Admission;
using Prover.Service.Errors;
using Prover.Service.Telemetry;

namespace Prover.Service.DeepThinking;

/// <summary>The method of <c>prover.v1.DeepThinkService</c>.</summary>
internal sealed class DeepThinkEndpoint(IServiceProvider services, ThinkReader reader, ActiveCalls calls) : V1.DeepThinkService.DeepThinkServiceBase
{
    public override async Task Think(V1.ThinkRequest request, IServerStreamWriter<V1.ThinkResponse> responseStream, ServerCallContext context)
    {
        var thinker = services.GetService<IDeepThinker>() ?? throw RpcErrors.NoDeepThinker().ToRpc();
        var question = reader.Read(request);
        using var activity = ServiceActivity.Start("think");
        using var stop = calls.StopWith(context.CancellationToken);
        await foreach (var happened in thinker.ThinkAsync(question, stop.Token).ConfigureAwait(false))
        {
            if (happened is DeepThinkEvent.Finished { Result.Verdict: var verdict })
            {
                activity.Tell(verdict);
            }

            if (happened.ToWire() is { } wire)
            {
                await responseStream.WriteAsync(wire, context.CancellationToken).ConfigureAwait(false);
            }
        }
    }
}
