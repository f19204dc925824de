using Prover.Bench.Reports;

namespace Prover.Bench.Tests.Reports;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0.0 %")]
    [InlineData(0.0004, "< 0.1 %")]
    [InlineData(0.0005, "0.1 %")]
    [InlineData(0.41249, "41.2 %")]
    [InlineData(0.9994, "99.9 %")]
    [InlineData(0.9999, "> 99.9 %")]
    [InlineData(1, "100.0 %")]
    public void A_percentage_is_rounded_but_never_to_all_or_none(double part, string expected) => Assert.Equal(expected, Plain(Figures.Percent(part)));

    [Theory]
    [InlineData(0.25, 0.5, "25.0 % – 50.0 %")]
    [InlineData(0.25, 0.25, "25.0 %")]
    public void An_interval_of_one_figure_is_that_figure(double low, double high, string expected) => Assert.Equal(expected, Plain(Figures.Interval(low, high)));

    [Theory]
    [InlineData(0, "0.00 s")]
    [InlineData(0.423, "0.42 s")]
    [InlineData(9.996, "10.0 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(245, "4 min 05 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(12000, "3 h 20 min")]
    public void A_time_has_the_units_of_its_size(double seconds, string expected) => Assert.Equal(expected, Plain(Figures.Seconds(seconds)));

    [Theory]
    [InlineData(1, "1.0")]
    [InlineData(0.77441, "0.77")]
    [InlineData(0.0312, "0.031")]
    [InlineData(0.00004, "< 0.0001")]
    public void A_p_value_has_two_digits(double p, string expected) => Assert.Equal(expected, Plain(Figures.PValue(p)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.008912, "0.00891")]
    [InlineData(12.3456, "12.3")]
    [InlineData(1234567.8, "1,234,568")]
    public void A_rate_has_three_digits(double number, string expected) => Assert.Equal(expected, Figures.Significant(number, 3));

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
