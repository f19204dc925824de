using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Existence;

/// <summary>Witnesses to be found, for one number or for all.</summary>
internal static class WitnessTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("linear_witness", 1, 2, LinearWitness),
        new("bounded", 1, 3, Bounded),
        new("two_squares", 2, 4, TwoSquares),
        new("residue_form", 3, 6, ResidueForm),
        new("coins", 5, 8, Coins),
        new("odd_square", 5, 8, OddSquare),
        new("beyond", 6, 9, Beyond),
        new("pell", 9, 10, Pell),
        new("growth", 7, 9, Growth),
    ];

    private static Draft LinearWitness(SeededRandom random, int difficulty)
    {
        var (a, b, x, y) = (random.Between(2, 20), random.Between(2, 20), random.Between(1, 10 * difficulty), random.Between(1, 10 * difficulty));
        return difficulty == 1
            ? new Draft(string.Empty, $"∃ x : Nat, {a}*x + {b} = {(a * x) + b}")
            : new Draft(string.Empty, $"∃ x y : Nat, {a}*x + {b}*y = {(a * x) + (b * y)} ∧ x ≤ {x} ∧ y ≤ {y}");
    }

    private static Draft Bounded(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (bound, a, b, m) = (random.Between(5, 15 * difficulty), random.Between(1, 9), random.Between(0, 9), random.Between(2, 12));
            var p = (a * Polynomial.Variable(0).Pow(2)) + (b * Polynomial.Variable(0)) + random.Between(0, 9);
            var never = Enumerable.Range(0, m).Where(r => Enumerable.Range(0, bound).All(n => p.At(n) % m != r)).ToList();
            if (never.Count > 0)
            {
                return new Draft(string.Empty, $"∀ n : Nat, n < {bound} → ({p.Text("n")}) % {m} ≠ {random.Pick(never)}");
            }
        }
    }

    private static Draft TwoSquares(SeededRandom random, int difficulty)
    {
        var (x, y, a) = (random.Between(1, 5 * difficulty), random.Between(1, 5 * difficulty), random.Between(1, 4));
        var square = a == 1 ? "y^2" : $"{a}*y^2";
        return new Draft(string.Empty, $"∃ x y : Nat, x^2 + {square} = {(x * x) + (a * y * y)}");
    }

    private static Draft ResidueForm(SeededRandom random, int difficulty)
    {
        var (m, r, a, b) = (random.Between(2, 3 * difficulty), random.Between(0, 9), random.Between(1, 9), random.Between(0, 9));
        r %= m;
        var value = ((a * r) + b) % m;
        return new Draft($"(n : Nat) (h : n % {m} = {r})", $"∃ k, {((a * Polynomial.Variable(0)) + b).Text("n")} = {m} * k{(value == 0 ? string.Empty : $" + {value}")}");
    }

    /// <summary>Frobenius: two coprime coins pay every large sum.</summary>
    private static Draft Coins(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (a, b) = (random.Between(2, difficulty), random.Between(3, 2 * difficulty));
            if (System.Numerics.BigInteger.GreatestCommonDivisor(a, b).IsOne)
            {
                var from = ((a - 1) * (b - 1)) + random.Between(0, 4);
                return new Draft($"(n : Nat) (h : {from} ≤ n)", $"∃ x y : Nat, n = {a}*x + {b}*y");
            }
        }
    }

    private static Draft OddSquare(SeededRandom random, int difficulty)
    {
        var (m, r) = random.Pick<(int M, int R)>([(2, 1), (4, 1), (4, 3), (6, 1), (6, 5), (8, 3), (8, 5), (10, 3), (12, 5)]);
        var (a, into) = (random.Between(1, 3 * difficulty), m == 4 ? 8 : m);
        var value = a * r * r % into;
        return new Draft(
            $"(n : Int) (h : n % {m} = {r})",
            $"∃ k : Int, {(a == 1 ? string.Empty : $"{a}*")}n^2 = {into}*k + {value}");
    }

    /// <summary>Beyond every number there is one with a property.</summary>
    private static Draft Beyond(SeededRandom random, int difficulty)
    {
        var (m, root, b) = (random.Between(2, 3 * difficulty), random.Between(0, 9), random.Between(0, 9));
        var n = Polynomial.Variable(0);
        var p = (n * n) + (b * n);
        var value = (int)(p.At(root % m) % m);
        return new Draft(string.Empty, $"∀ N : Nat, ∃ n, N < n ∧ ({p.Text("n")}) % {m} = {value}");
    }

    /// <summary>Pell: one solution makes the next, so there are as large ones as one likes.</summary>
    private static Draft Pell(SeededRandom random, int difficulty)
    {
        var (d, times) = (random.Pick([2, 3, 5, 6, 7, 8, 10, 11, 12]), random.Between(1, 3 * difficulty));
        return new Draft(string.Empty, $"∀ N : Nat, ∃ x y : Nat, N < {(times == 1 ? string.Empty : $"{times}*")}y ∧ x^2 = {d}*y^2 + 1");
    }

    private static Draft Growth(SeededRandom random, int difficulty)
    {
        var (@base, p) = (random.Between(2, 5), random.Natural(difficulty - 6, 9));
        return new Draft(string.Empty, $"∃ N : Nat, ∀ n, N ≤ n → {p.Text("n")} < {@base}^n");
    }
}
