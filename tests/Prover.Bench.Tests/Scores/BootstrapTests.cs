using CsCheck;
using Prover.Bench.Scores;

namespace Prover.Bench.Tests.Scores;

public sealed class BootstrapTests
{
    private static readonly Gen<double[]> Values = Gen.Int[0, 8].Select(v => v / 8.0).Array[1, 60];

    [Fact]
    public void The_same_data_give_the_same_interval() =>
        Values.Sample(v => Assert.Equal(Bootstrap.Mean(v), Bootstrap.Mean([.. v])), iter: 20);

    [Fact]
    public void The_value_is_the_mean_and_lies_in_the_interval_which_lies_in_the_data() => Values.Sample(v =>
    {
        var (value, low, high) = Bootstrap.Mean(v);
        Assert.Equal(v.Average(), value, 1e-12);
        Assert.InRange(value, low, high);
        Assert.InRange(low, v.Min() - 1e-12, v.Max());
        Assert.InRange(high, v.Min(), v.Max() + 1e-12);
    }, iter: 100);

    [Theory]
    [InlineData(0.0, 40)]
    [InlineData(1.0, 40)]
    [InlineData(0.3, 40)]
    [InlineData(0.3, 1)]
    public void Problems_that_fare_alike_give_a_point(double value, int problems) =>
        Assert.Equal(new Estimate(value, value, value), Bootstrap.Mean([.. Enumerable.Repeat(value, problems)]));

    // For many problems solved or not the mean is nearly normal: p ± 1.96 √(p(1−p)/n). 10,000 resamples place an end within some 3 % of the
    // half-width; beside that a mean of 1,000 yes-or-no results moves in steps of 0.001.
    [Theory]
    [InlineData(500)]
    [InlineData(300)]
    [InlineData(800)]
    public void It_agrees_with_the_normal_approximation_where_that_is_good(int solved)
    {
        const int Problems = 1_000;
        var (value, low, high) = Bootstrap.Mean([.. Enumerable.Range(0, Problems).Select(i => i < solved ? 1.0 : 0.0)]);
        var half = 1.96 * Math.Sqrt(value * (1 - value) / Problems);
        Assert.Equal(value - half, low, 0.003);
        Assert.Equal(value + half, high, 0.003);
    }

    // The order of the problems decides which draws hit which, but hardly what the interval is: within some percent of its width.
    [Fact]
    public void The_order_of_the_problems_hardly_matters()
    {
        double[] values = [.. Enumerable.Range(0, 244).Select(i => i % 7 / 6.0)];
        var (one, other) = (Bootstrap.Mean(values), Bootstrap.Mean([.. values.Order()]));
        Assert.Equal(one.Low, other.Low, 0.1 * (one.High - one.Low));
        Assert.Equal(one.High, other.High, 0.1 * (one.High - one.Low));
    }

    [Fact]
    public void Of_nothing_there_is_no_mean() => Assert.Throws<ArgumentException>(() => Bootstrap.Mean([]));
}
