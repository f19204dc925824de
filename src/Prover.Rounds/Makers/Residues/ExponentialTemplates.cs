using System.Numerics;
using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Residues;

/// <summary>Divisibility of sums of powers with the exponent as variable: induction, with the claim made fit for it.</summary>
internal static class ExponentialTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("power_cycle", 5, 8, PowerCycle),
        new("sum_of_powers", 6, 10, SumOfPowers),
        new("power_and_line", 8, 10, PowerAndLine),
        new("power_with_hypothesis", 8, 10, PowerWithHypothesis),
    ];

    private static Draft PowerCycle(SeededRandom random, int difficulty)
    {
        var (a, m, order) = Cycle(random, difficulty);
        var rest = random.Between(0, order - 1);
        var exponent = ((order * Polynomial.Variable(0)) + rest).Factor("n");
        return new Draft("(n : Nat)", $"{a}^{exponent} % {m} = {BigInteger.ModPow(a, rest, m)}");
    }

    private static Draft PowerWithHypothesis(SeededRandom random, int difficulty)
    {
        var (a, m, order) = Cycle(random, difficulty);
        var rest = random.Between(0, order - 1);
        return new Draft($"(n : Nat) (h : n % {order} = {rest})", $"{a}^n % {m} = {BigInteger.ModPow(a, rest, m)}");
    }

    private static (int Base, int Modulus, int Order) Cycle(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (a, m) = (random.Between(2, 12), random.Between(3, 5 * difficulty));
            var order = Enumerable.Range(1, difficulty).FirstOrDefault(t => BigInteger.ModPow(a, t, m).IsOne);
            if (order > 1)
            {
                return (a, m, order);
            }
        }
    }

    /// <summary><c>m ∣ α a^(sn+u) + β b^(tn+v)</c> where a^s and b^t are the same modulo m.</summary>
    private static Draft SumOfPowers(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (a, b, s, t) = (random.Between(2, 9), random.Between(2, 9), random.Between(1, 3), random.Between(1, difficulty > 8 ? 3 : 2));
            var (u, v) = (random.Between(0, 3), random.Between(0, 3));
            var difference = (int)BigInteger.Abs(BigInteger.Pow(a, s) - BigInteger.Pow(b, t));
            var m = Enumerable.Range(3, 30).Where(d => difference % d == 0 && BigInteger.GreatestCommonDivisor(d, a * b).IsOne).DefaultIfEmpty(0).Last();
            if (a == b || difference == 0 || m == 0)
            {
                continue;
            }

            var alpha = random.Between(1, 5);
            var beta = Enumerable.Range(1, m).First(c => (((alpha * BigInteger.Pow(a, u)) + (c * BigInteger.Pow(b, v))) % m).IsZero);
            return new Draft("(n : Nat)", $"{m} ∣ {Term(alpha, a, s, u)} + {Term(beta, b, t, v)}");
        }
    }

    /// <summary><c>a^n - (a-1) n - 1</c> is a multiple of <c>(a-1)²</c>.</summary>
    private static Draft PowerAndLine(SeededRandom random, int difficulty)
    {
        var (a, times) = (random.Between(3, difficulty + 2), random.Between(1, 6));
        var m = (a - 1) * (a - 1);
        var slope = (((-times * (a - 1)) % m) + m) % m;
        var (line, constant) = (slope + (m * random.Between(0, 2)), (((-times) % m) + m) % m);
        var rest = (line * Polynomial.Variable(0)) + constant;
        return new Draft("(n : Nat)", $"({(times == 1 ? string.Empty : $"{times}*")}{a}^n{(rest.IsZero ? string.Empty : $" + {rest.Text("n")}")}) % {m} = 0");
    }

    private static string Term(int times, int @base, int s, int u) =>
        $"{(times == 1 ? string.Empty : $"{times}*")}{@base}^{((s * Polynomial.Variable(0)) + u).Factor("n")}";
}
