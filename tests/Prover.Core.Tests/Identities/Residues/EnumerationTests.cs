using System.Numerics;
using CsCheck;
using Prover.Core.Identities.Residues;

namespace Prover.Core.Tests.Identities.Residues;

public class EnumerationTests
{
    [Theory]
    [InlineData("x ^ 3 + y ^ 3 + z ^ 3 = 9 * x + 4", 9, true)]
    [InlineData("x ^ 3 + y ^ 3 + z ^ 3 = 9 * x + 3", 9, false)]
    [InlineData("x ^ 2 + y ^ 2 + z ^ 2 = 8 * x + 7", 8, true)]
    [InlineData("x ^ 2 + y ^ 2 + z ^ 2 = 8 * x + 7", 4, false)]
    public void A_modulus_shows_that_an_equation_has_no_solution_or_it_does_not(string equation, int modulus, bool expected) =>
        Assert.Equal(expected, For(modulus, "False", equation).Holds(TestContext.Current.CancellationToken));

    [Fact]
    public void Only_the_residues_of_the_power_that_occurs_are_gone_through()
    {
        var enumeration = For(16, "False", "a ^ 4 + b ^ 4 = 15");

        Assert.All(enumeration.Ranges, r => Assert.Equal([0, 1], r.Values));
        Assert.Equal(4, enumeration.Cases);
    }

    [Fact]
    public void Powers_with_a_variable_exponent_repeat_as_they_are_said_to() => Gen.Select(Gen.Int[2, 40], Gen.Int[2, 60]).Sample((b, modulus) =>
    {
        var enumeration = For(modulus, $"{modulus} ∣ {b} ^ n");
        var range = Assert.Single(enumeration.Ranges);

        for (var n = range.Preperiod; n < range.Preperiod + 80; n++)
        {
            Assert.Equal(BigInteger.ModPow(b, n, modulus), BigInteger.ModPow(b, n + range.Period, modulus));
        }
    });

    [Fact]
    public void A_bound_on_the_exponent_moves_the_start() => Assert.Equal(7, Assert.Single(For(5, "5 ∣ 2 ^ n", "7 ≤ n").Ranges).Preperiod);

    [Theory]
    [InlineData(2730, new[] { 2, 3, 5, 7, 13 })]
    [InlineData(504, new[] { 8, 9, 7 })]
    public void Numbers_split_into_prime_powers(int number, int[] expected) => Assert.Equal(expected, ResidueSource.PrimePowers(number));

    private static Enumeration For(int modulus, string claim, params string[] hypotheses) =>
        Enumeration.For(modulus, _ => true, [.. hypotheses.Select(h => Condition.Read(h)!)], Condition.Read(claim)!)!;
}
