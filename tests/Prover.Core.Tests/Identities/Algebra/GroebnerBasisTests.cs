using CsCheck;
using Prover.Core.Identities.Algebra;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Tests.Identities.Algebra;

public class GroebnerBasisTests
{
    private static readonly string[] Names = ["x", "y", "z"];

    private static readonly Gen<Polynomial> Polynomials = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[-5, 5]).Array[1, 4]
        .Select(terms => terms.Aggregate(Polynomial.Zero, (sum, t) => sum + Polynomial.Of(new Monomial(t.Item1, t.Item2, t.Item3), t.Item4)));

    // Bases of larger ones can be too large for the limit.
    private static readonly Gen<Polynomial> Small = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[-5, 5]).Array[1, 3]
        .Select(terms => terms.Aggregate(Polynomial.Zero, (sum, t) => sum + Polynomial.Of(new Monomial(t.Item1, t.Item2), t.Item3)));

    [Fact]
    public void Cofactors_recombine_exactly_to_the_polynomial_less_its_remainder() => Gen.Select(Polynomials.Array[1, 3], Polynomials).Sample(
        (generators, target) =>
        {
            var (remainder, cofactors) = GroebnerBasis.Of(generators, TestContext.Current.CancellationToken).Divide(target);
            var sum = cofactors.Zip(generators, (c, g) => c * g).Aggregate(remainder, (a, b) => a + b);

            Assert.True((sum - target).IsZero);
        },
        iter: 60);

    [Fact]
    public void A_combination_of_small_generators_is_always_found() => Gen.Select(Small.Array[2], Polynomials.Array[2]).Sample(
        (generators, multipliers) =>
        {
            var target = (multipliers[0] * generators[0]) + (multipliers[1] * generators[1]);
            var cofactors = GroebnerBasis.Of(generators, TestContext.Current.CancellationToken).Cofactors(target);

            Assert.True(cofactors is not null, string.Join(" | ", generators.Concat(multipliers).Select(p => p.ToLean(i => Names[i]))));
            Assert.True((cofactors!.Zip(generators, (c, g) => c * g).Aggregate((a, b) => a + b) - target).IsZero);
        },
        iter: 40);

    [Fact]
    public void Newtons_identity_lies_in_the_ideal_of_the_sum() =>
        Assert.NotNull(GroebnerBasis.Of([Of("x + y + z")], TestContext.Current.CancellationToken).Cofactors(Of("6*(x^5+y^5+z^5) - 5*(x^2+y^2+z^2)*(x^3+y^3+z^3)")));

    [Fact]
    public void What_does_not_vanish_where_the_generators_do_is_not_in_the_ideal() =>
        Assert.Null(GroebnerBasis.Of([Of("x + y"), Of("y - 1")], TestContext.Current.CancellationToken).Cofactors(Of("x + 2")));

    private static Polynomial Of(string text) => Polynomial.Parse(text, Names)!;
}
