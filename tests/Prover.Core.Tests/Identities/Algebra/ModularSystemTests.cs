using System.Numerics;
using CsCheck;
using Prover.Core.Identities.Algebra;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Tests.Identities.Algebra;

public class ModularSystemTests
{
    private static readonly Gen<Polynomial> Vectors = Gen.Int[-40, 40].Array[3]
        .Select(c => c.Select((v, i) => Polynomial.Of(Monomial.Of(i), v)).Aggregate((a, b) => a + b));

    [Fact]
    public void What_is_a_combination_modulo_any_number_is_found_to_be_one() => Gen.Select(Vectors.Array[1, 4], Gen.Int[-9, 9].Array[4], Vectors, Gen.Int[2, 720]).Sample(
        (columns, weights, noise, modulus) =>
        {
            var target = columns.Select((c, i) => (Rational)weights[i] * c).Aggregate((Rational)modulus * noise, (a, b) => a + b);
            var solution = ModularSystem.Solve(columns, target, modulus);

            Assert.NotNull(solution);
            Assert.True(Vanishes(columns, solution, target, modulus));
        });

    [Fact]
    public void A_solution_is_never_wrong() => Gen.Select(Vectors.Array[1, 3], Vectors, Gen.Int[2, 360]).Sample((columns, target, modulus) =>
        Assert.True(ModularSystem.Solve(columns, target, modulus) is not { } solution || Vanishes(columns, solution, target, modulus)));

    [Fact]
    public void An_odd_number_is_no_multiple_of_two_modulo_four() =>
        Assert.Null(ModularSystem.Solve([Polynomial.Constant(2)], Polynomial.One, 4));

    private static bool Vanishes(Polynomial[] columns, BigInteger[] solution, Polynomial target, int modulus)
    {
        var rest = columns.Zip(solution).Aggregate(target, (r, c) => r - ((Rational)c.Second * c.First));
        return rest.Monomials.All(m => (rest[m].Numerator % modulus).IsZero);
    }
}
