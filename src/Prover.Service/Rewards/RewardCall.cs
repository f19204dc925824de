using System.Runtime.CompilerServices;
using Prover.Datasets.Rewards;
using Prover.Service.Admission;
using Prover.Service.Telemetry;

namespace Prover.Service.Rewards;

/// <summary>Scores a batch, over whichever protocol it came.</summary>
internal sealed class RewardCall(RewardScorer scorer, RewardReader reader, ActiveCalls calls)
{
    /// <summary>Results in the order of the items.</summary>
    public IAsyncEnumerable<V1.RewardResult> RunAsync(V1.ScoreRewardsRequest request, CancellationToken cancellationToken) =>
        RunAsync(reader.Read(request), cancellationToken);

    private async IAsyncEnumerable<V1.RewardResult> RunAsync(RewardQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var activity = ServiceActivity.Start("score_rewards");
        activity?.SetTag("prover.batch.items", question.Items.Count);
        using var stop = calls.StopWith(cancellationToken);
        var index = 0;
        await foreach (var result in scorer.ScoreAsync(question.Items, question.Spec, question.Settings, stop.Token).ConfigureAwait(false))
        {
            yield return ToWire(result, index, question.Ids[index]);
            index++;
        }
    }

    private static V1.RewardResult ToWire(RewardResult result, int index, string id)
    {
        var wire = new V1.RewardResult { Index = index, Id = id, Reason = result.Reason ?? "" };
        if (result.Reward is { } reward)
        {
            wire.Reward = reward;
        }

        foreach (var part in result.Parts)
        {
            var told = new V1.RewardPart { Name = part.Name, Reason = part.Reason ?? "" };
            if (part.Value is { } value)
            {
                told.Value = value;
            }

            wire.Parts.Add(told);
        }

        return wire;
    }
}
