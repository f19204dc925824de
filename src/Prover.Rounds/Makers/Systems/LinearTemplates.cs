using System.Numerics;
using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Systems;

/// <summary>Systems of linear equations with one solution.</summary>
internal static class LinearTemplates
{
    private static readonly string[] Names = ["x", "y", "z", "w", "v"];

    public static IReadOnlyList<Template> All { get; } =
    [
        new("square_system", 1, 8, SquareSystem),
        new("combination", 3, 7, Combination),
        new("cramer", 5, 8, Cramer),
        new("natural_solutions", 4, 8, NaturalSolutions),
        new("parametric", 7, 10, Parametric),
    ];

    private static Draft SquareSystem(SeededRandom random, int difficulty)
    {
        var n = difficulty switch { <= 2 => 2, <= 4 => 3, <= 6 => 4, _ => 5 };
        var solution = Enumerable.Range(0, n).Select(_ => random.Between(-9, 9)).ToList();
        while (true)
        {
            var rows = Enumerable.Range(0, n).Select(_ => Enumerable.Range(0, n).Select(_ => random.Between(-4, 6)).ToArray()).ToArray();
            if (Determinant(rows) != 0)
            {
                var hypotheses = rows.Select((row, i) => $"(h{i} : {Form(row).Text(Names)} = {row.Zip(solution, (a, x) => a * x).Sum()})");
                var all = Names.Take(n).Zip(solution, (name, value) => $"{name} = {value}").ToList();
                return new Draft(
                    $"({string.Join(' ', Names.Take(n))} : Int) {string.Join(' ', hypotheses)}",
                    difficulty % 2 == 1 ? random.Pick(all) : string.Join(" ∧ ", all));
            }
        }
    }

    /// <summary>What a combination of equations and inequalities gives.</summary>
    private static Draft Combination(SeededRandom random, int difficulty)
    {
        var variables = Math.Min(4, difficulty - 1);
        var (sum, bound, hypotheses) = ((Polynomial)0, 0, new List<string>());
        for (var i = 0; i < variables; i++)
        {
            var (form, value, times) = (random.Linear(variables, 4, withConstant: false), random.Between(-9, 9), random.Between(1, 4));
            hypotheses.Add($"(h{i} : {form.Text(Names)} ≤ {value})");
            (sum, bound) = (sum + (times * form), bound + (times * value));
        }

        return new Draft($"({string.Join(' ', Names.Take(variables))} : Int) {string.Join(' ', hypotheses)}", $"{sum.Text(Names)} ≤ {bound}");
    }

    /// <summary>Cramer's rule: coefficients are letters, some with numbers in front of them.</summary>
    private static Draft Cramer(SeededRandom random, int difficulty)
    {
        string[] names = ["a", "b", "c", "d", "e", "f", "x", "y"];
        var letters = Enumerable.Range(0, 6).Select(i => (i < difficulty - 2 ? random.Between(1, 4) : 1) * Polynomial.Variable(i)).ToList();
        var (x, y) = (Polynomial.Variable(6), Polynomial.Variable(7));
        var determinant = (letters[0] * letters[3]) - (letters[1] * letters[2]);
        var first = (letters[4] * letters[3]) - (letters[1] * letters[5]);
        return new Draft(
            $"(a b c d e f x y : Int) (h₁ : {((letters[0] * x) + (letters[1] * y)).Text(names)} = {letters[4].Text(names)}) (h₂ : {((letters[2] * x) + (letters[3] * y)).Text(names)} = {letters[5].Text(names)})",
            $"{determinant.Factor(names)} * x = {first.Text(names)}");
    }

    /// <summary>All natural solutions of one equation.</summary>
    private static Draft NaturalSolutions(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (a, b, c) = (random.Between(2, 9), random.Between(2, 9), random.Between(5, 12 * difficulty));
            var solutions = Enumerable.Range(0, (c / a) + 1).Where(x => (c - (a * x)) % b == 0).Select(x => $"(x = {x} ∧ y = {(c - (a * x)) / b})").ToList();
            if (a != b && solutions.Count is >= 2 and <= 5)
            {
                return new Draft($"(x y : Nat) (h : {a}*x + {b}*y = {c})", string.Join(" ∨ ", solutions));
            }
        }
    }

    /// <summary>Linear in x and y with a parameter; the determinant is a square plus something, hence not 0.</summary>
    private static Draft Parametric(SeededRandom random, int difficulty)
    {
        var (k, plus, u, v) = (random.Between(1, difficulty - 5), random.Between(1, 9), random.Between(-9, 9), random.Between(-9, 9));
        string[] names = ["t", "x", "y"];
        var (t, x, y) = (k * Polynomial.Variable(0), Polynomial.Variable(1), Polynomial.Variable(2));
        var (first, second) = ((t * x) - (plus * y), x + (t * y));
        return new Draft(
            $"(t x y : Int) (h₁ : {first.Text(names)} = {At(t, u, -plus * v)}) (h₂ : {second.Text(names)} = {At(t, v, u)})",
            $"x = {u} ∧ y = {v}");

        string At(Polynomial t, int slope, int constant) => ((slope * t) + constant).Text(names);
    }

    private static Polynomial Form(int[] row) => row.Select((a, i) => a * Polynomial.Variable(i)).Aggregate((a, b) => a + b);

    private static BigInteger Determinant(int[][] rows) => rows.Length == 1
        ? rows[0][0]
        : Enumerable.Range(0, rows.Length).Aggregate(BigInteger.Zero, (sum, column) =>
            sum + ((column % 2 == 0 ? 1 : -1) * rows[0][column] * Determinant([.. rows.Skip(1).Select(row => row.Where((_, i) => i != column).ToArray())])));
}
