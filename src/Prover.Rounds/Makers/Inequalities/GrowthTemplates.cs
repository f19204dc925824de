using System.Numerics;
using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Inequalities;

/// <summary>Growth and bounds: powers against polynomials by induction, roots of bounded squares.</summary>
internal static class GrowthTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("natural_line", 1, 3, NaturalLine),
        new("square_bound", 5, 8, SquareBound),
        new("square_between", 6, 9, SquareBetween),
        new("exponential", 5, 10, Exponential),
        new("bernoulli", 6, 9, Bernoulli),
    ];

    private static Draft NaturalLine(SeededRandom random, int difficulty)
    {
        var (a, extra, at, b) = (random.Between(1, 9), random.Between(1, difficulty), random.Between(1, 20), random.Between(0, 9));
        return new Draft($"(n : Nat) (h : {at} ≤ n)", $"{a}*n + {(extra * at) + b} ≤ {a + extra}*n + {b}");
    }

    private static Draft SquareBound(SeededRandom random, int difficulty)
    {
        var (root, a) = (random.Between(1, 4 * difficulty), random.Between(1, 9));
        var bound = (a * (root + 1) * (root + 1)) - random.Between(1, a);
        var square = a == 1 ? "x^2" : $"{a}*x^2";
        return new Draft($"(x : Int) (h : {square} ≤ {bound})", random.Chance(50) ? $"x ≤ {root}" : $"-{root} ≤ x ∧ x ≤ {root}");
    }

    /// <summary>Between two squares there is none.</summary>
    private static Draft SquareBetween(SeededRandom random, int difficulty)
    {
        var root = random.Between(1, 10 * difficulty);
        var value = (root * root) + random.Between(1, 2 * root);
        return new Draft("(n : Nat)", difficulty < 8 ? $"n^2 ≠ {value}" : $"n * (n + {2 * random.Between(1, 4) * root}) ≠ n^2 + {(2 * root * root * random.Between(2, 9)) + 1}");
    }

    /// <summary><c>P(n) &lt; c^n</c> from where it holds on: there c is at least what P grows by in a step, and that falls.</summary>
    private static Draft Exponential(SeededRandom random, int difficulty)
    {
        var (degree, @base) = (1 + ((difficulty - 4) / 3), random.Between(2, 5));
        var p = random.Natural(degree, 4);
        var from = Enumerable.Range(1, 100).First(n =>
            @base * BigInteger.Pow(n, degree) >= BigInteger.Pow(n + 1, degree) && p.At(n) < BigInteger.Pow(@base, n));
        return new Draft($"(n : Nat) (h : {from} ≤ n)", $"{p.Text("n")} < {@base}^n");
    }

    private static Draft Bernoulli(SeededRandom random, int difficulty)
    {
        var (times, b) = (random.Between(1, 3 * difficulty), random.Between(1, 9));
        var (front, term) = (times == 1 ? string.Empty : $"{times} * ", b == 1 ? "a" : $"{b}*a");
        return random.Chance(50)
            ? new Draft("(a n : Nat)", $"{front}(1 + n * ({term})) ≤ {front}(1 + {term})^n")
            : new Draft("(a n : Nat)", $"{times} + n * ({times * b}*a) ≤ {front}({term} + 1)^n");
    }
}
