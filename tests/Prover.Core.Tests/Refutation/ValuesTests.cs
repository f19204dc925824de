using System.Numerics;
using CsCheck;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation.Values;

namespace Prover.Core.Tests.Refutation;

public sealed class ValuesTests
{
    [Fact]
    public void All_integer_roots_of_a_polynomial_are_found_whatever_its_degree() =>
        Gen.Select(Gen.Int[-3_000, 3_000].Array[1, 4], Gen.Int[1, 9], Gen.Bool).Sample((roots, factor, hasMore) =>
        {
            // Without real roots of its own where the degree allows it.
            BigInteger At(BigInteger x) => factor * roots.Aggregate(BigInteger.One, (product, r) => product * (x - r)) * (hasMore && roots.Length <= 2 ? (x * x) + 1 : 1);
            var found = PolynomialRoots.Through(x => At(x), 1000);
            return found!.SequenceEqual(roots.Select(r => (BigInteger)r).Distinct().Order());
        });

    [Fact]
    public void What_is_no_polynomial_of_small_degree_is_not_solved()
    {
        Assert.Null(PolynomialRoots.Through(x => BigInteger.Pow(2, (int)x % 50), 1000));
        Assert.Null(PolynomialRoots.Through(_ => 0, 1000));
        Assert.Null(PolynomialRoots.Through(x => x > 1003 ? null : x, 1000));
    }

    [Fact]
    public void Solutions_of_Pells_equation_solve_it_and_the_smallest_is_there() => Gen.Int[2, 3_000].Sample(d =>
    {
        var found = PellSolutions.Of(d, 3);
        var root = (int)Math.Sqrt(d);
        return root * root == d ? found.Count == 0 : found.Count > 0 && found.All(s => BigInteger.Abs((s.X * s.X) - (d * s.Y * s.Y)).IsOne);
    });

    [Theory]
    [InlineData(2, "1", "1")]
    [InlineData(13, "18", "5")]
    [InlineData(61, "29718", "3805")]
    [InlineData(109, "8890182", "851525")]
    public void The_smallest_solution_comes_first(int d, string x, string y) =>
        Assert.Equal((BigInteger.Parse(x), BigInteger.Parse(y)), PellSolutions.Of(d, 1)[0]);

    [Fact]
    public void Polynomials_share_a_divisor_at_the_roots_that_are_found_and_nowhere_before() =>
        Gen.Select(Gen.Int[-9, 9].Array[2, 4], Gen.Int[-9, 9].Array[2, 4]).Where((a, b) => a[^1] != 0 && b[^1] != 0).Sample((a, b) =>
        {
            BigInteger[] left = [.. a.Select(c => (BigInteger)c)], right = [.. b.Select(c => (BigInteger)c)];
            BigInteger Shared(int n) => BigInteger.GreatestCommonDivisor(At(left, n), At(right, n));
            var found = CommonRoots.Of(left, right).ToList();
            var first = Enumerable.Range(0, 300).FirstOrDefault(n => Shared(n) > 1, -1);

            // Where both are divided by the same number everywhere, or have a common factor, there is no resultant to speak of.
            return found.Count == 0 ? first < 0 || Shared(1_000_003) > 1 || Enumerable.Range(0, 40).All(n => Shared(n) != 1) : found.All(n => n > 10_000 || Shared((int)n) != 1) && found.Min() <= (first < 0 ? int.MaxValue : first);

            static BigInteger At(BigInteger[] c, int n) => c.Reverse().Aggregate(BigInteger.Zero, (value, next) => (value * n) + next);
        });

    [Fact]
    public void The_famous_pair_of_fifth_powers_shares_a_divisor_at_last() =>
        Assert.Contains(1435390, CommonRoots.Of([-5, 0, 0, 0, 0, 1], [-4, 5, 10, 10, 5, 1]));

    [Fact]
    public void Two_residue_classes_meet_where_the_Chinese_remainder_theorem_says() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], Gen.Int[0, 5_000]).Sample((m, n, x) =>
        {
            var both = new ResidueClass(x % m, m).And(new ResidueClass(x % n, n));
            return both is { } found && found.Modulus % m == 0 && found.Modulus % n == 0 && (x - found.Remainder) % found.Modulus == 0 && found.From(-7) >= -7;
        });

    [Fact]
    public void Classes_that_contradict_each_other_have_nothing_in_common() => Assert.Null(new ResidueClass(1, 4).And(new ResidueClass(0, 6)));

    [Theory]
    [InlineData("∀ (n : Nat), n > (8 : Nat) → n % (7 : Nat) = (3 : Nat) → (5 : Nat) ∣ n → False", "10", "10", "35")]
    [InlineData("∀ (n : Nat), (100 : Nat) ≤ n ∧ n % (2 : Nat) = (1 : Nat) → False", "101", "1", "2")]
    public void The_hypotheses_about_one_variable_say_where_it_is(string printed, string first, string remainder, string modulus)
    {
        var statement = Telescope.Of(PropositionParser.Parse(printed)!);
        var facts = VariableFacts.Of(statement.Variables[0], statement);

        Assert.True(ValueStream.Small(facts, 5, _ => { }).TryGet(0, out var value));
        Assert.Equal(BigInteger.Parse(first), value);
        Assert.Equal(new ResidueClass(BigInteger.Parse(remainder), BigInteger.Parse(modulus)), facts.Class);
    }

    [Fact]
    public void Primes_are_those() => Assert.Equal([2, 3, 5, 7, 11, 13, 17, 19, 23, 29], StructuredValues.Primes(30));

    [Theory]
    [InlineData("∃ (x : Nat), ∃ (y : Nat), x ^ (2 : Nat) + y ^ (2 : Nat) = (21 : Nat)")]
    [InlineData("∃ (x : Nat), x * x = (2 : Nat)")]
    public void An_equation_that_grows_bounds_its_unknowns_so_that_the_search_is_whole(string printed) =>
        Assert.Equal(new Outcome(false, true), PropositionEvaluator.Evaluate(PropositionParser.Parse(printed)!, new Valuation()));
}
