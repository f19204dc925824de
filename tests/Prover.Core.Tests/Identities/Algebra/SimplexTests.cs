using CsCheck;
using Prover.Core.Identities.Algebra;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Tests.Identities.Algebra;

public class SimplexTests
{
    private static readonly Gen<Polynomial> Vectors = Gen.Int[-6, 6].Array[4]
        .Select(c => c.Select((v, i) => Polynomial.Of(Monomial.Of(i), v)).Aggregate((a, b) => a + b));

    [Fact]
    public void A_combination_with_weights_that_are_not_negative_is_found_exactly() => Gen.Select(Vectors.Array[1, 6], Gen.Int[0, 7].Array[6]).Sample((columns, weights) =>
    {
        var target = columns.Select((c, i) => (Rational)weights[i] * c).Aggregate((a, b) => a + b);
        var solution = Simplex.Solve(columns, target, TestContext.Current.CancellationToken);

        Assert.NotNull(solution);
        Assert.All(solution, x => Assert.True(x.Numerator.Sign >= 0));
        Assert.True((columns.Zip(solution, (c, x) => x * c).Aggregate((a, b) => a + b) - target).IsZero);
    });

    [Fact]
    public void A_negative_number_is_no_sum_of_positive_ones() =>
        Assert.Null(Simplex.Solve([Polynomial.One, Polynomial.Constant(3)], Polynomial.Constant(-1), TestContext.Current.CancellationToken));
}
