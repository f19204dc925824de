using CsCheck;
using Prover.Datasets.Formats;

namespace Prover.Datasets.Tests.Formats;

public sealed class AdvantageSpecs
{
    [Fact]
    public void Advantages_have_mean_zero_and_standard_deviation_one() => Gen.Int[-20, 20].Select(i => i / 10.0).Array[2, 64].Where(r => r.Distinct().Count() > 1).Sample(rewards =>
    {
        var advantages = GroupAdvantages.Of(rewards);
        var mean = advantages.Average();
        var deviation = Math.Sqrt(advantages.Average(a => (a - mean) * (a - mean)));
        return Math.Abs(mean) < 1e-9 && Math.Abs(deviation - 1) < 1e-3
            && Enumerable.Range(0, rewards.Length).All(i => Enumerable.Range(0, rewards.Length).All(k => rewards[i] <= rewards[k] == advantages[i] <= advantages[k]));
    });

    [Fact]
    public void A_group_of_equal_rewards_has_no_advantage_at_all() => Gen.Select(Gen.Double[-5, 5], Gen.Int[1, 20]).Sample((reward, count) =>
    {
        double[] rewards = [.. Enumerable.Repeat(reward, count)];
        return GroupAdvantages.IsZeroVariance(rewards) && GroupAdvantages.Of(rewards).All(a => a == 0);
    });

    [Fact]
    public void Half_right_half_wrong_is_one_and_minus_one() =>
        Assert.Equal([1, -1, 1, -1], GroupAdvantages.Of([1, 0, 1, 0]).Select(a => Math.Round(a, 5)));
}
