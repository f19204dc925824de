using System.Numerics;
using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Recurrences;

/// <summary>Linear recurrences: values, closed forms, residues and bounds.</summary>
internal static class RecurrenceTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("value", 1, 3, Value),
        new("monotone", 3, 5, Monotone),
        new("fixed_residue", 3, 6, FixedResidue),
        new("two_roots", 5, 9, TwoRoots),
        new("double_root", 8, 10, DoubleRoot),
        new("exponential_bound", 5, 8, ExponentialBound),
        new("divisibility", 8, 10, Divisibility),
    ];

    private static Draft Value(SeededRandom random, int difficulty)
    {
        var (p, q, a, b, at) = (random.Between(1, 3), random.Between(1, 4), random.Between(0, 9), random.Between(1, 9), 2 + random.Between(difficulty, 2 * difficulty));
        return new Draft(Second("Nat", a, b, p, q), $"a {at} = {Values(a, b, p, q, at)[^1]}");
    }

    private static Draft Monotone(SeededRandom random, int difficulty)
    {
        var (start, step) = (random.Between(0, 9), random.Natural(difficulty - 2, 9));
        step += random.Between(1, 9);
        return new Draft(
            $"(a : Nat → Nat) (h0 : a 0 = {start}) (h1 : ∀ n, a (n + 1) = a n + {step.Factor("n")}) (n : Nat)",
            random.Chance(50) ? "a n < a (n + 1)" : $"{start} ≤ a n");
    }

    private static Draft FixedResidue(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (m, factor, constant) = (random.Between(2, 3 * difficulty), random.Between(2, 12), random.Between(0, 20));
            var residue = Enumerable.Range(0, m).Where(r => ((factor * r) + constant) % m == r).ToList();
            if (residue.Count > 0)
            {
                var r = random.Pick(residue);
                return new Draft(
                    $"(a : Nat → Nat) (h0 : a 0 = {r + (m * random.Between(0, 3))}) (h1 : ∀ n, a (n + 1) = {((factor * Polynomial.Variable(0)) + constant).Text("a n")}) (n : Nat)",
                    $"a n % {m} = {r}");
            }
        }
    }

    /// <summary>The roots of the characteristic polynomial are whole and different: <c>α r^n + β t^n</c>.</summary>
    private static Draft TwoRoots(SeededRandom random, int difficulty)
    {
        var (r, t) = (random.Between(2, difficulty), random.NonZero(-difficulty, difficulty));
        t = t == r ? 1 : t;
        var (alpha, beta) = (random.NonZero(-5, 5), random.NonZero(-5, 5));
        return new Draft(
            $"{Second("Int", alpha + beta, (alpha * r) + (beta * t), r + t, -r * t)} (n : Nat)",
            $"a n = {Times(alpha)}{Base(r)}^n {(beta < 0 ? "-" : "+")} {Times(Math.Abs(beta))}{Base(t)}^n");
    }

    private static Draft DoubleRoot(SeededRandom random, int difficulty)
    {
        var (r, alpha, beta) = (random.Between(2, difficulty - 4), random.NonZero(-9, 9), random.NonZero(-9, 9));
        return new Draft(
            $"{Second("Int", alpha, (alpha + beta) * r, 2 * r, -r * r)} (n : Nat)",
            $"a n = ({alpha} {(beta < 0 ? "-" : "+")} {Times(Math.Abs(beta))}n) * {Base(r)}^n");
    }

    private static Draft ExponentialBound(SeededRandom random, int difficulty)
    {
        var (p, q) = (random.Between(1, 3), random.Between(1, difficulty));
        var @base = Enumerable.Range(2, 9).First(c => c * c >= (p * c) + q);
        var (a, b) = (random.Between(1, 5), random.Between(1, 9));
        var times = Math.Max(a, (b + @base - 1) / @base);
        return new Draft($"{Second("Nat", a, b, p, q)} (n : Nat)", $"a n ≤ {(times == 1 ? string.Empty : $"{times} * ")}{@base}^n");
    }

    /// <summary>Modulo m the pair of neighbours comes back as a multiple of the first, which begins with 0.</summary>
    private static Draft Divisibility(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (p, q, first, m) = (random.Between(1, 4), random.Between(1, 4), random.Between(1, 5), random.Between(2, 12));
            var values = Values(0, first, p, q, difficulty - 3);
            var period = Enumerable.Range(1, difficulty - 3).FirstOrDefault(i => (values[i] % m).IsZero);
            if (period > 1)
            {
                return new Draft($"{Second("Nat", 0, first, p, q)} (n : Nat)", $"{m} ∣ a ({period} * n)");
            }
        }
    }

    internal static List<BigInteger> Values(int a, int b, int p, int q, int last)
    {
        var values = new List<BigInteger> { a, b };
        while (values.Count <= last)
        {
            values.Add((p * values[^1]) + (q * values[^2]));
        }

        return values;
    }

    internal static string Second(string type, int a, int b, int p, int q)
    {
        var step = ((p * Polynomial.Variable(0)) + (q * Polynomial.Variable(1))).Text("a (n + 1)", "a n");
        return $"(a : Nat → {type}) (h0 : a 0 = {a}) (h1 : a 1 = {b}) (h2 : ∀ n, a (n + 2) = {step})";
    }

    private static string Times(int factor) => factor switch { 1 => string.Empty, -1 => "-", _ => $"{factor}*" };

    private static string Base(int number) => number < 0 ? $"({number})" : $"{number}";
}
