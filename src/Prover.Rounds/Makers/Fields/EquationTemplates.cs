using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Fields;

/// <summary>Equations over an ordered field, written <c>ℝ</c>: systems, fractions, quadratics that factor.</summary>
internal static class EquationTemplates
{
    private static readonly string[] Names = ["x", "y", "z"];

    public static IReadOnlyList<Template> All { get; } =
    [
        new("linear_equation", 1, 2, LinearEquation),
        new("linear_system", 1, 6, LinearSystem),
        new("fraction", 2, 6, Fraction),
        new("reciprocals", 3, 7, Reciprocals),
        new("roots", 4, 8, Roots),
        new("two_parabolas", 6, 10, TwoParabolas),
        new("symmetric", 5, 9, Symmetric),
    ];

    private static Draft LinearEquation(SeededRandom random, int difficulty)
    {
        var (a, b, x) = (random.Between(2, 9 * difficulty), random.Between(-20, 20), random.Between(-12, 12));
        var form = ((a * Polynomial.Variable(0)) + b).Text(Names);
        return new Draft($"(x : ℝ) (h : {form} = {(a * x) + b})", $"x = {x}");
    }

    private static Draft LinearSystem(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (x, y) = (random.Between(-9, 9), random.Between(-9, 9));
            var (a, b, c, d) = (random.NonZero(-6, 6), random.NonZero(-6, 6), random.NonZero(-6, 6), random.NonZero(-6, 6));
            if ((a * d) - (b * c) != 0)
            {
                var (k, l) = (random.Between(1, 9), random.NonZero(-9, 9));
                var conclusion = difficulty < 3 ? $"x = {x}" : difficulty < 5 ? $"x = {x} ∧ y = {y}" : $"{((k * Polynomial.Variable(0) * Polynomial.Variable(1)) + (l * Polynomial.Variable(0).Pow(2))).Text(Names)} = {(k * x * y) + (l * x * x)}";
                return new Draft($"(x y : ℝ) (h₀ : {Form(a, b)} = {(a * x) + (b * y)}) (h₁ : {Form(c, d)} = {(c * x) + (d * y)})", conclusion);
            }
        }

        string Form(int a, int b) => ((a * Polynomial.Variable(0)) + (b * Polynomial.Variable(1))).Text(Names);
    }

    private static Draft Fraction(SeededRandom random, int difficulty)
    {
        while (true)
        {
            // (x + a) / (x - b) = c at x, and nowhere else.
            var (x, b, c) = (random.Between(-9, 9), random.Between(1, 9), random.Between(2, 3 * difficulty));
            var a = (c * (x - b)) - x;
            if (x != b && a > 0)
            {
                return new Draft($"(x : ℝ) (h₀ : x ≠ {b}) (h₁ : (x + {a}) / (x - {b}) = {c})", $"x = {x}");
            }
        }
    }

    private static Draft Reciprocals(SeededRandom random, int difficulty)
    {
        var (c, k) = (random.Between(2, 4 * difficulty), random.Between(1, 3));
        var sum = ((k * Polynomial.Variable(0)) + (k * Polynomial.Variable(1))).Text(Names);
        return new Draft($"(x y : ℝ) (h₀ : x ≠ 0) (h₁ : y ≠ 0) (h₂ : {sum} = {k * c} * (x * y))", $"1 / x + 1 / y = {c}");
    }

    private static Draft Roots(SeededRandom random, int difficulty)
    {
        var (a, b, x) = (random.Between(-2 * difficulty, 2 * difficulty), random.Between(-2 * difficulty, 2 * difficulty), Polynomial.Variable(0));
        var p = random.Between(1, difficulty - 3) * (x - a) * (x - b);
        return random.Chance(50) && a != b
            ? new Draft($"(x : ℝ) (h₀ : {p.Text(Names)} = 0) (h₁ : x ≠ {a})", $"x = {b}")
            : new Draft($"(x : ℝ) (h : {p.Text(Names)} = 0)", a == b ? $"x = {a}" : $"x = {a} ∨ x = {b}");
    }

    /// <summary>Where two parabolas meet, the smaller point and the larger one.</summary>
    private static Draft TwoParabolas(SeededRandom random, int difficulty)
    {
        var (low, x, a) = (random.Between(-difficulty, difficulty), Polynomial.Variable(0), random.Between(1, 3));
        var high = low + random.Between(1, difficulty);
        var first = (a * x * x) + (random.Between(-5, 5) * x) + random.Between(-9, 9);
        var second = first + (random.Between(1, 2) * (x - low) * (x - high));
        return new Draft(
            $"(a b c d : ℝ) (h₀ : b = {first.Text("a")}) (h₁ : b = {second.Text("a")}) (h₂ : d = {first.Text("c")}) (h₃ : d = {second.Text("c")}) (h₄ : a < c)",
            random.Chance(50) ? $"c - a = {high - low}" : $"a = {low} ∧ c = {high}");
    }

    private static Draft Symmetric(SeededRandom random, int difficulty)
    {
        var (s, p) = (random.Between(1, 2 * difficulty), random.Between(-3 * difficulty, 3 * difficulty));
        return difficulty < 7
            ? new Draft($"(x y : ℝ) (h₀ : x + y = {s}) (h₁ : x * y = {p})", $"x^2 + y^2 = {(s * s) - (2 * p)}")
            : new Draft($"(x y : ℝ) (h₀ : x + y = {s}) (h₁ : x * y = {p})", $"x^3 + y^3 = {(s * s * s) - (3 * s * p)}");
    }
}
