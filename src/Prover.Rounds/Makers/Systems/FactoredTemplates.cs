using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Systems;

/// <summary>Equations that factor: whole solutions by cases.</summary>
internal static class FactoredTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("quadratic", 6, 9, Quadratic),
        new("sum_and_product", 8, 10, SumAndProduct),
        new("divisors", 6, 9, Divisors),
        new("hyperbola", 8, 10, Hyperbola),
        new("cubic", 9, 10, Cubic),
    ];

    private static Draft Quadratic(SeededRandom random, int difficulty)
    {
        var (a, b, times, x) = (random.Between(-2 * difficulty, 2 * difficulty), random.Between(-2 * difficulty, 2 * difficulty), random.Between(1, difficulty - 4), Polynomial.Variable(0));
        var p = times * (x - a) * (x - b);
        return new Draft($"(x : Int) (h : {p.Text("x")} = 0)", a == b ? $"x = {a}" : $"x = {a} ∨ x = {b}");
    }

    private static Draft Cubic(SeededRandom random, int difficulty)
    {
        var (roots, x) = (Enumerable.Range(0, 3).Select(_ => random.Between(-difficulty, difficulty)).ToList(), Polynomial.Variable(0));
        var p = roots.Aggregate((Polynomial)random.Between(1, 3), (product, root) => product * (x - root));
        return new Draft($"(x : Int) (h : {p.Text("x")} = 0)", string.Join(" ∨ ", roots.Distinct().Select(r => $"x = {r}")));
    }

    private static Draft SumAndProduct(SeededRandom random, int difficulty)
    {
        var (a, b, k) = (random.Between(-3 * difficulty, 3 * difficulty), random.Between(-3 * difficulty, 3 * difficulty), random.Between(1, difficulty - 7));
        var sum = ((k * Polynomial.Variable(0)) + (k * Polynomial.Variable(1))).Text("x", "y");
        return new Draft(
            $"(x y : Int) (h₁ : {sum} = {k * (a + b)}) (h₂ : x*y = {a * b})",
            a == b ? $"x = {a} ∧ y = {a}" : $"(x = {a} ∧ y = {b}) ∨ (x = {b} ∧ y = {a})");
    }

    private static Draft Divisors(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var product = random.Between(6, 25 * difficulty);
            var pairs = Pairs(product).ToList();
            if (pairs.Count is >= 2 and <= 4)
            {
                return new Draft($"(x y : Nat) (h : x*y = {product}) (hle : x ≤ y)", string.Join(" ∨ ", pairs.Select(p => $"(x = {p.Small} ∧ y = {p.Large})")));
            }
        }
    }

    /// <summary><c>(x + a)(y + b) = c</c>, multiplied out: Simon's favourite trick, with its natural solutions.</summary>
    private static Draft Hyperbola(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (a, b, c) = (random.Between(1, 9), random.Between(1, 9), random.Between(10, 12 * difficulty));
            var (x, y) = (Polynomial.Variable(0), Polynomial.Variable(1));
            var solutions = Enumerable.Range(a, c).Where(d => c % d == 0 && c / d >= b).Select(d => $"(x = {d - a} ∧ y = {(c / d) - b})").ToList();
            if (solutions.Count is >= 1 and <= 4 && c > a * b)
            {
                var left = ((x + a) * (y + b)) - (a * b);
                return new Draft($"(x y : Nat) (h : {left.Text("x", "y")} = {c - (a * b)})", string.Join(" ∨ ", solutions));
            }
        }
    }

    private static IEnumerable<(int Small, int Large)> Pairs(int product) =>
        Enumerable.Range(1, product).Where(d => d * d <= product && product % d == 0).Select(d => (d, product / d));
}
