using System.Globalization;
using System.Numerics;
using CsCheck;
using Prover.Core.Identities.Divisibility;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Tests.Identities.Divisibility;

public class ModulusEliminationTests
{
    private const string Inverse = "m x : Int\nh₀ : 0 ≤ x\nh₁ : 10 ≤ m ∧ m ≤ 99\nh₂ : 6 * x % m = 1\nh₃ : (x - 6 ^ 2) % m = 0\n⊢ ";

    [Theory]
    [InlineData(Inverse + "m = 43", "divides 215; the divisors 43 within the bounds")]
    [InlineData("m x : ℤ\nhm : 1 < m\nh : x * x % m = 2\nh' : (x - 5) % m = 0\n⊢ m = 23", "divides 23; the divisors 23 within the bounds")]
    [InlineData("d n : Nat\nh1 : d ∣ n ^ 2 + 1\nh2 : d ∣ (n + 1) ^ 2 + 1\n⊢ d = 1 ∨ d = 5", "divides 5; the divisors 1, 5 within the bounds")]
    [InlineData("n : ℕ\nh : n + 10 ∣ n ^ 3 + 100\n⊢ n ≤ 890", "divides 900;")]
    [InlineData("m x : Nat\nhm : 2 ≤ m\nh1 : 7 * x % m = 1\nh2 : x % m = 8 % m\n⊢ m = 5 ∨ m = 11 ∨ m = 55", "divides 55; the divisors 5, 11, 55")]
    [InlineData("m x : Int\nhm : 90 < m\nh : 6 * x % m = 1\nh' : x = 36\n⊢ m = 215", "divides 215; the divisors 215")]
    [InlineData("m x : Int\nh : m ∣ 2 * x - 1 ∧ m ∣ 3 * x - 1\n⊢ m = 1 ∨ m = -1", "divides 1; the divisors 1")]
    [InlineData("m x : Int\nhm : 300 ≤ m\nh : 6 * x % m = 1\nh' : m ∣ x - 36\n⊢ False", "no divisor")]
    public void The_other_variables_are_eliminated(string goal, string summary) =>
        Assert.Contains(summary, Assert.Single(Engine.Certify("modulus", goal)).Summary, StringComparison.Ordinal);

    [Theory]
    [InlineData(Inverse + "m = 42")]
    [InlineData("m x : Int\nhm : 1 < m\nh : 6 * x % m = 1\nh' : (x - 36) % m = 0\n⊢ m = 43")]
    [InlineData("d n : Nat\nh1 : d ∣ n ^ 2 + 1\nh2 : d ∣ (n + 1) ^ 2 + 1\n⊢ d = 1")]
    public void A_divisor_that_satisfies_everything_else_refutes_the_goal(string goal) => Assert.Empty(Engine.Certify("modulus", goal));

    [Theory]
    [InlineData("m x : Int\nh : 6 * x % m = 1\n⊢ m = 43")]
    [InlineData("m x y : Int\nh : 6 * x % m = 1\nh' : (x - y) % m = 0\n⊢ m = 43")]
    [InlineData("x : Int\nh : 6 * x % 43 = 1\nh' : (x - 36) % 43 = 0\n⊢ x = 36")]
    [InlineData("m x : Nat\nh : 6 * x % m = 1\nh' : (x - 36) % m = 0\n⊢ m = 43")]
    [InlineData("m x : Int\nh : 6 * x % m = 1 ∨ x = 2\nh' : (x - 36) % m = 0\n⊢ m = 43")]
    [InlineData("m x : Int\nh : m * x % (m * m) = 1\n⊢ m = 43")]
    public void Other_shapes_are_given_up(string goal) => Assert.Empty(Engine.Certify("modulus", goal));

    [Fact]
    public void The_lemma_states_the_hypotheses_as_they_are_printed()
    {
        var certificate = Assert.Single(Engine.Certify("modulus", Inverse + "m = 43"));

        Assert.Contains("(e0 : 6 * x % m = 1) (e1 : (x - 6 ^ 2) % m = 0) : m ∣ (215 : Int)", certificate.Candidate.Helpers, StringComparison.Ordinal);
        Assert.Contains("(lo : 10 ≤ n) (hi : n ≤ 99) : n = 43", certificate.Candidate.Helpers, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_assumed_of_all_divisors_is_used_at_a_factor()
    {
        var certificate = Assert.Single(Engine.Certify(
            "modulus", "p x : Nat\nhp : 2 < p\nhq : ∀ (d : Nat), d ∣ p → d = 1 ∨ d = p\nh1 : p ∣ x ^ 2 + 2\nh2 : p ∣ x + 8\n⊢ p = 3 ∨ p = 11"));

        Assert.Contains("have w := hq 3 (by decide); omega", certificate.Candidate.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cofactors_give_the_number() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[-30, 30], Gen.Int[-30, 30], Gen.Int[1, 3]).Sample((a, b, c, k) =>
        {
            List<string> names = ["m", "x"];
            List<ModulusFact> facts =
            [
                Fact(string.Create(CultureInfo.InvariantCulture, $"({a} * x ^ {k} - ({b})) % m = 0"), names),
                Fact(string.Create(CultureInfo.InvariantCulture, $"m ∣ x - ({c})"), names),
            ];
            var resultant = (a * BigInteger.Pow(c, k)) - b;
            foreach (var found in ModulusElimination.Of(facts, names, CancellationToken.None))
            {
                var sum = found.Cofactors[^1] * found.Value;
                for (var i = 0; i < found.Facts.Count; i++)
                {
                    sum += found.Cofactors[i] * found.Facts[i].Value;
                }

                Assert.True((sum - Polynomial.Constant(found.Number)).IsZero);
                Assert.All(found.Cofactors, p => Assert.True(p.IsIntegral));
                Assert.Equal(BigInteger.Abs(resultant), found.Number);
            }

            Assert.Equal(resultant.IsZero ? 0 : 1, ModulusElimination.Of(facts, names, CancellationToken.None).Count());
        });

    [Theory]
    [InlineData("x ≤ 5 ∧ 2 ∣ x", 4, true)]
    [InlineData("x ≤ 5 ∧ 2 ∣ x", 6, false)]
    [InlineData("x = 3 ∨ ¬x < 9", 9, true)]
    [InlineData("(x = 3 ∨ x ≠ 4) ∧ x % 3 = 1", 7, true)]
    [InlineData("y = 3 ∨ x = 4", 4, true)]
    [InlineData("y = 3 ∨ x = 4", 5, null)]
    [InlineData("∀ y, x = y", 5, null)]
    public void Propositions_are_evaluated_as_far_as_they_are_closed(string text, int x, bool? expected) =>
        Assert.Equal(expected, ClosedProposition.Holds(text, new Evaluator(NumberKind.Int, new Dictionary<string, Rational> { ["x"] = x })));

    private static ModulusFact Fact(string text, List<string> names) =>
        ModulusFact.Read("h", text, names, isNat: false) ?? throw new InvalidOperationException($"{text} is not read.");
}
