using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Recurrences;

/// <summary>Identities like those of Fibonacci's numbers.</summary>
internal static class FibonacciTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("sum", 4, 8, Sum),
        new("sum_of_squares", 6, 9, SumOfSquares),
        new("cassini", 8, 10, Cassini),
        new("addition", 9, 10, Addition),
        new("coprime_neighbours", 8, 10, CoprimeNeighbours),
    ];

    /// <summary><c>f(n+2) = f(n+1) + q f(n)</c>: q times the sum of the first n is <c>f(n+1) - f(1)</c>.</summary>
    private static Draft Sum(SeededRandom random, int difficulty)
    {
        var (a, b, start, q) = (random.Between(0, 9), random.Between(1, 9), random.Between(0, 3), difficulty < 6 ? 1 : random.Between(2, 9));
        var times = q == 1 ? string.Empty : $"{q} * ";
        return new Draft(
            $"{RecurrenceTemplates.Second("Nat", a, b, 1, q)} (s : Nat → Nat) (s0 : s 0 = {start}) (s1 : ∀ n, s (n + 1) = s n + {times}a n) (n : Nat)",
            $"s n + {b} = a (n + 1){(start == 0 ? string.Empty : $" + {start}")}");
    }

    private static Draft SumOfSquares(SeededRandom random, int difficulty)
    {
        var (a, b, p) = (random.Between(0, 9), random.Between(1, 9), difficulty < 8 ? 1 : random.Between(2, 6));
        return new Draft(
            $"{RecurrenceTemplates.Second("Nat", a, b, p, 1)} (s : Nat → Nat) (s0 : s 0 = {a * b}) (s1 : ∀ n, s (n + 1) = s n + {(p == 1 ? string.Empty : $"{p} * ")}a (n + 1)^2) (n : Nat)",
            "s n = a n * a (n + 1)");
    }

    private static Draft Cassini(SeededRandom random, int difficulty)
    {
        var (a, b, p, q) = (random.Between(-3, 5), random.Between(1, 5), random.Between(1, difficulty - 5), random.NonZero(-3, 3));
        var value = (a * ((p * b) + (q * a))) - (b * b);
        return new Draft($"{RecurrenceTemplates.Second("Int", a, b, p, q)} (n : Nat)", $"a n * a (n + 2) - a (n + 1)^2 = {value} * {(q > 0 ? $"({-q})" : $"{-q}")}^n");
    }

    private static Draft Addition(SeededRandom random, int difficulty)
    {
        var (p, q) = (random.NonZero(-difficulty, difficulty), random.NonZero(-9, 9));
        var right = (Polynomial.Variable(0) + (q * Polynomial.Variable(1))).Text("a (m + 1) * a (n + 1)", "a m * a n");
        return new Draft($"{RecurrenceTemplates.Second("Int", 0, 1, p, q)} (m n : Nat)", $"a (m + n + 1) = {right}");
    }

    private static Draft CoprimeNeighbours(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (a, b, p) = (random.Between(1, 3 * difficulty), random.Between(1, 3 * difficulty), random.Between(1, 9));
            if (System.Numerics.BigInteger.GreatestCommonDivisor(a, b).IsOne)
            {
                return new Draft($"{RecurrenceTemplates.Second("Nat", a, b, p, 1)} (n : Nat)", "Nat.gcd (a n) (a (n + 1)) = 1");
            }
        }
    }
}
