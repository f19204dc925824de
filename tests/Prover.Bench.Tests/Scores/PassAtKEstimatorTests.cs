using System.Numerics;
using CsCheck;
using Prover.Bench.Scores;

namespace Prover.Bench.Tests.Scores;

public sealed class PassAtKEstimatorTests
{
    private static readonly Gen<(int N, int C, int K)> Cases =
        Gen.Int[1, 2_000].SelectMany(n => Gen.Select(Gen.Int[0, n], Gen.Int[1, n], (c, k) => (n, c, k)));

    [Fact]
    public void It_is_the_part_of_all_draws_with_a_proof_for_every_small_number_of_samples()
    {
        for (var n = 1; n <= 10; n++)
        {
            for (var c = 0; c <= n; c++)
            {
                for (var k = 1; k <= n; k++)
                {
                    // Sample i proves when i < c; a draw is the set of bits of a number.
                    var draws = Enumerable.Range(0, 1 << n).Where(d => BitOperations.PopCount((uint)d) == k).ToList();
                    var withProof = draws.Count(d => (d & ((1 << c) - 1)) != 0);
                    Assert.Equal((double)withProof / draws.Count, PassAtKEstimator.Estimate(n, c, k), 1e-14);
                }
            }
        }
    }

    // A value of 1 − C(n−c, k) / C(n, k) in whole numbers, rounded once, at the end.
    [Fact]
    public void It_is_exact_to_fourteen_digits_for_many_samples() => Cases.Sample(t =>
    {
        var (all, none) = (Choose(t.N, t.K), Choose(t.N - t.C, t.K));
        var exact = (double)((all - none) * BigInteger.Pow(10, 30) / all) / 1e30;
        Assert.Equal(exact, PassAtKEstimator.Estimate(t.N, t.C, t.K), 1e-13);
    }, iter: 300);

    [Theory]
    // https://github.com/openai/human-eval, README: the six example samples of one problem, three of which pass, "should yield 0.5 pass@1"
    // (the program there prints 0.4999999999999999).
    [InlineData(6, 3, 1, 0.5)]
    // https://huggingface.co/spaces/evaluate-metric/code_eval: two candidates of which one passes give {'pass@1': 0.5, 'pass@2': 1.0}.
    [InlineData(2, 1, 1, 0.5)]
    [InlineData(2, 1, 2, 1.0)]
    // https://pypi.org/project/pass-at-k: 3 of 8 correct give about 0.9821 for pass@5 and 0.375 for pass@1.
    [InlineData(8, 3, 5, 0.9821)]
    [InlineData(8, 3, 1, 0.375)]
    public void It_gives_the_values_that_others_have_published(int n, int c, int k, double published) =>
        Assert.Equal(published, PassAtKEstimator.Estimate(n, c, k), 5e-5);

    [Fact]
    public void Without_a_proof_it_is_0_and_with_nothing_but_proofs_1() => Cases.Sample(t =>
    {
        Assert.Equal(0, PassAtKEstimator.Estimate(t.N, 0, t.K));
        Assert.Equal(1, PassAtKEstimator.Estimate(t.N, t.N, t.K));
    });

    [Fact]
    public void With_all_samples_drawn_it_says_whether_there_is_a_proof() =>
        Cases.Sample(t => Assert.Equal(t.C > 0 ? 1 : 0, PassAtKEstimator.Estimate(t.N, t.C, t.N)));

    [Fact]
    public void With_one_sample_drawn_it_is_the_part_that_proves() =>
        Cases.Sample(t => Assert.Equal((double)t.C / t.N, PassAtKEstimator.Estimate(t.N, t.C, 1), 1e-14));

    [Fact]
    public void With_one_proof_it_is_the_chance_that_it_is_drawn() =>
        Cases.Sample(t => Assert.Equal((double)t.K / t.N, PassAtKEstimator.Estimate(t.N, 1, t.K), 1e-14));

    [Fact]
    public void More_proofs_or_more_draws_never_lower_it_and_more_failures_never_raise_it() => Cases.Sample(t =>
    {
        var here = PassAtKEstimator.Estimate(t.N, t.C, t.K);
        Assert.InRange(here, 0, 1);
        Assert.True(t.C == t.N || PassAtKEstimator.Estimate(t.N, t.C + 1, t.K) >= here - 1e-14);
        Assert.True(t.K == t.N || PassAtKEstimator.Estimate(t.N, t.C, t.K + 1) >= here - 1e-14);
        Assert.True(PassAtKEstimator.Estimate(t.N + 1, t.C, t.K) <= here + 1e-14);
    });

    [Theory]
    [InlineData(4, 2, 5, "k", "pass@5 from 4 samples")]
    [InlineData(4, 2, 0, "k", "at least one sample")]
    [InlineData(4, 2, -1, "k", "at least one sample")]
    [InlineData(4, 5, 1, "c", "Of 4 samples")]
    [InlineData(4, -1, 1, "c", "Of 4 samples")]
    [InlineData(0, 0, 1, "k", "pass@1 from 0 samples")]
    [InlineData(-1, 0, 1, "c", "Of -1 samples")]
    public void What_cannot_be_estimated_is_refused_in_clear_words(int n, int c, int k, string parameter, string words)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => PassAtKEstimator.Estimate(n, c, k));
        Assert.Equal(parameter, refusal.ParamName);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    private static BigInteger Choose(int n, int k)
    {
        var result = BigInteger.One;
        for (var i = 1; i <= k; i++)
        {
            result = result * (n - k + i) / i;
        }

        return n < k ? BigInteger.Zero : result;
    }
}
