using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Existence;

/// <summary>Common divisors, and equations without a solution.</summary>
internal static class DivisorTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("gcd_value", 1, 3, GcdValue),
        new("common_divisor", 3, 6, CommonDivisor),
        new("coprime_lines", 7, 10, CoprimeLines),
        new("no_solution", 6, 10, NoSolution),
        new("bezout", 4, 7, Bezout),
    ];

    private static Draft GcdValue(SeededRandom random, int difficulty)
    {
        var g = random.Between(2, 20 * difficulty);
        var (a, b) = (g * random.Between(1, 50), g * random.Between(1, 50));
        return new Draft(string.Empty, $"Nat.gcd {a} {b} = {System.Numerics.BigInteger.GreatestCommonDivisor(a, b)}");
    }

    /// <summary>What divides two forms divides their combinations.</summary>
    private static Draft CommonDivisor(SeededRandom random, int difficulty)
    {
        var (a, c, constant) = (random.Between(1, difficulty), random.Between(1, difficulty), random.Between(1, 20));
        var (b, d) = (random.Between(0, 9), random.Between(0, 9));
        var (n, v) = (Polynomial.Variable(0), (c * b) - (a * d));
        return new Draft(
            $"(d n : Int) (h₁ : d ∣ {((a * n) + b).Text("n")}) (h₂ : d ∣ {((c * n) + d).Text("n")})",
            difficulty < 5 ? $"d ∣ {v}" : $"d ∣ {((constant * ((a * n) + b)) + v).Text("n")}");
    }

    /// <summary><c>gcd (a n + b) (c n + d) = 1</c> where the determinant is 1 or -1; by Euclid's algorithm on the forms.</summary>
    private static Draft CoprimeLines(SeededRandom random, int difficulty)
    {
        var (a, b, c, d) = (1, random.Between(0, 3), 0, 1);
        for (var i = 0; i < difficulty - 5; i++)
        {
            var k = random.Between(1, 3);
            (a, b, c, d) = i % 2 == 0 ? (a, b, c + (k * a), d + (k * b)) : (a + (k * c), b + (k * d), c, d);
        }

        var n = Polynomial.Variable(0);
        return new Draft("(n : Nat)", $"Nat.gcd {((a * n) + b).Factor("n")} {((c * n) + d).Factor("n")} = 1");
    }

    /// <summary>An equation that has no solution modulo some number, which is not told.</summary>
    private static Draft NoSolution(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (m, k) = (random.Between(3, 2 * difficulty), random.Between(2, difficulty > 8 ? 4 : 2));
            var (a, b) = (random.Between(1, 9), m * random.Between(1, 4));
            var powers = Enumerable.Range(0, m).Select(x => a * (int)System.Numerics.BigInteger.ModPow(x, k, m) % m).ToHashSet();
            var missed = Enumerable.Range(0, m).Where(r => !powers.Contains(r)).ToList();
            if (a % m != 0 && missed.Count > 0)
            {
                var (c, l) = (random.Pick(missed) + (m * random.Between(0, 5)), random.Between(1, 3));
                return new Draft(
                    string.Empty,
                    $"¬ ∃ x y : Int, {((a * Polynomial.Variable(0).Pow(k)) - (b * Polynomial.Variable(1).Pow(l))).Text("x", "y")} = {c}");
            }
        }
    }

    private static Draft Bezout(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (a, b) = (random.Between(2, 5 * difficulty), random.Between(2, 5 * difficulty));
            if (a != b && System.Numerics.BigInteger.GreatestCommonDivisor(a, b).IsOne)
            {
                return difficulty < 6
                    ? new Draft(string.Empty, $"∃ x y : Int, {a}*x + {b}*y = {random.Between(1, 9)}")
                    : new Draft("(n : Int)", $"∃ x y : Int, {a}*x + {b}*y = n");
            }
        }
    }
}
