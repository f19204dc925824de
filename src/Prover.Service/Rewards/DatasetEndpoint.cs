using Grpc.Core;

namespace Prover.Service.Rewards;

/// <summary>The methods of <c>prover.v1.DatasetService</c>.</summary>
internal sealed class DatasetEndpoint(RewardCall rewards) : V1.DatasetService.DatasetServiceBase
{
    public override async Task ScoreRewards(V1.ScoreRewardsRequest request, IServerStreamWriter<V1.RewardResult> responseStream, ServerCallContext context)
    {
        await foreach (var result in rewards.RunAsync(request, context.CancellationToken).ConfigureAwait(false))
        {
            await responseStream.WriteAsync(result, context.CancellationToken).ConfigureAwait(false);
        }
    }
}
