using System.Numerics;
using CsCheck;
using Prover.Bench.Scores;

namespace Prover.Bench.Tests.Scores;

public sealed class McNemarTests
{
    // M. W. Fagerland, S. Lydersen, P. Laake (2013), "The McNemar test for binary matched-pairs data", BMC Medical Research Methodology 13:91. Their
    // first example (Bentur et al.) has 1 and 7 children who changed; two-sided exact conditional p-value 2 · binomcdf(1, 8, 0.5) = 18/256 = 0.0703.
    [Fact]
    public void It_gives_the_published_value_of_Fagerland_Lydersen_and_Laake()
    {
        Assert.Equal(18.0 / 256, McNemarTest.PValue(1, 7), 1e-12);
        Assert.Equal(0.0703, McNemarTest.PValue(7, 1), 5e-5);
    }

    // The R package exact2x2 (M. P. Fay) on the table of R's mcnemar.test, approval ratings from A. Agresti (1990), "Categorical Data Analysis", p. 350:
    // 86 changed one way and 150 the other, p-value = 3.716e-05.
    [Fact]
    public void It_gives_the_value_of_exact2x2_for_Agrestis_table() => Assert.Equal(3.716e-5, McNemarTest.PValue(86, 150), 5e-9);

    [Fact]
    public void It_is_twice_the_smaller_tail_summed_directly() => Gen.Select(Gen.Int[0, 150], Gen.Int[0, 150]).Sample((b, c) =>
    {
        var (sum, choose) = (BigInteger.Zero, BigInteger.One);
        for (var i = 0; i <= Math.Min(b, c); i++)
        {
            sum += choose;
            choose = choose * (b + c - i) / (i + 1);
        }

        var exact = Math.Min(1, 2 * (double)sum / Math.Pow(2, b + c));
        Assert.Equal(exact, McNemarTest.PValue(b, c), 1e-9 * exact);
    });

    [Fact]
    public void Where_nothing_differs_or_all_is_even_it_is_1()
    {
        Assert.Equal(1, McNemarTest.PValue(0, 0));
        Assert.Equal(1, McNemarTest.PValue(9, 9));
        Assert.Equal(1, McNemarTest.PValue(1, 0));
    }

    [Fact]
    public void Negative_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => McNemarTest.PValue(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => McNemarTest.PValue(3, -1));
    }
}
