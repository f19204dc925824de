using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Fields;

/// <summary>Inequalities over an ordered field, written <c>ℝ</c>: squares, parabolas, products of bounds.</summary>
internal static class InequalityTemplates
{
    private static readonly string[] Names = ["x", "y", "z"];
    private static readonly Polynomial X = Polynomial.Variable(0);
    private static readonly Polynomial Y = Polynomial.Variable(1);

    public static IReadOnlyList<Template> All { get; } =
    [
        new("linear", 1, 3, Linear),
        new("square", 3, 7, Square),
        new("vertex", 3, 7, Vertex),
        new("vertex_of_function", 5, 9, VertexOfFunction),
        new("between_roots", 4, 8, BetweenRoots),
        new("circle", 4, 8, Circle),
        new("quartic", 7, 10, Quartic),
        new("powers", 6, 10, Powers),
        new("product_of_bounds", 5, 9, ProductOfBounds),
    ];

    private static Draft Linear(SeededRandom random, int difficulty)
    {
        var (a, b, p, q) = (random.Between(1, 5), random.Between(1, 5 * difficulty), random.Between(-9, 9), random.Between(-9, 9));
        return new Draft($"(x y : ℝ) (h₀ : {p} ≤ x) (h₁ : {q} < y)", $"{(a * p) + (b * q)} < {((a * X) + (b * Y)).Text(Names)}");
    }

    private static Draft Square(SeededRandom random, int difficulty)
    {
        var (a, b, c) = (random.Between(1, 3), random.NonZero(-difficulty, difficulty), random.Between(-3, 3));
        var p = ((a * X) + (b * Y) + (difficulty > 4 ? c : 0)).Pow(2) + (random.Between(0, 1) * Y * Y);
        return new Draft("(x y : ℝ)", $"{p.Negative.Text(Names)} ≤ {p.Positive.Text(Names)}");
    }

    private static Draft Vertex(SeededRandom random, int difficulty)
    {
        var (at, least, a) = (random.NonZero(-difficulty, difficulty), random.Between(-9, 9), random.Between(1, 3));
        var p = (a * (X - at).Pow(2)) + least;
        return new Draft($"(x y : ℝ) (h : y = {p.Text(Names)})", $"{least - random.Between(0, 2)} ≤ y");
    }

    /// <summary>A parabola that reaches down to zero lies low enough.</summary>
    private static Draft VertexOfFunction(SeededRandom random, int difficulty)
    {
        var (at, a) = (random.NonZero(-difficulty, difficulty), random.Between(1, 3));
        var p = (a * (X - at).Pow(2)) - (a * at * at);
        return new Draft($"(c : ℝ) (f : ℝ → ℝ) (h₀ : ∀ x, f x = {p.Text("x")} + c) (h₁ : ∃ x, f x ≤ 0)", $"c ≤ {a * at * at}");
    }

    private static Draft BetweenRoots(SeededRandom random, int difficulty)
    {
        var low = random.Between(-difficulty, difficulty);
        var high = low + random.Between(1, difficulty);
        var bound = random.Between(-5, 5);
        var p = ((X - low) * (X - high)) + bound;
        return new Draft($"(x : ℝ) (h : {p.Text(Names)} ≤ {bound})", random.Chance(60) ? $"{low} ≤ x ∧ x ≤ {high}" : $"x ≤ {high}");
    }

    private static Draft Circle(SeededRandom random, int difficulty)
    {
        var (r, a) = (random.Between(1, 3 * difficulty), random.Between(1, 3));
        return random.Chance(50)
            ? new Draft($"(x y : ℝ) (h : x^2 + y^2 = {2 * r})", $"{(a == 1 ? string.Empty : $"{a} * ")}(x * y) ≤ {a * r}")
            : new Draft($"(x y : ℝ) (h : x^2 + y^2 = {2 * r * r})", $"x + y ≤ {2 * r}");
    }

    private static Draft Quartic(SeededRandom random, int difficulty)
    {
        var (a, b, c) = (random.Between(1, 3), random.Between(1, difficulty - 5), random.Between(0, 3));
        var p = (a * ((X * X) - (Y * Y)).Pow(2)) + (b * (X * (X - Y)).Pow(2)) + (c * ((X * Y) - random.Between(1, 3)).Pow(2));
        return new Draft("(x y : ℝ)", $"{p.Negative.Text(Names)} ≤ {p.Positive.Text(Names)}");
    }

    private static Draft Powers(SeededRandom random, int difficulty)
    {
        var (k, bound) = (random.Between(1, difficulty), random.Between(0, 5));
        return random.Between(1, 3) switch
        {
            1 => new Draft($"(x y : ℝ) (h₀ : {bound} ≤ x) (h₁ : x < y)", $"{k}*x^2 < {k}*y^2 + {bound}"),
            2 => new Draft("(x y : ℝ) (h₀ : x < y)", $"{k}*x^3 < {k}*y^3 + {bound}"),
            _ => new Draft($"(x y : ℝ) (h₀ : 0 < x) (h₁ : 0 < y) (h₂ : {k}*x^2 = {k}*y^2 + {bound})", "y ≤ x"),
        };
    }

    private static Draft ProductOfBounds(SeededRandom random, int difficulty)
    {
        var (a, b, k) = (random.Between(-difficulty, difficulty), random.Between(-difficulty, difficulty), random.Between(1, 3));
        var p = k * (X - a) * (Y - b);
        return new Draft($"(x y : ℝ) (h₀ : {a} ≤ x) (h₁ : {b} ≤ y)", $"{p.Negative.Text(Names)} ≤ {p.Positive.Text(Names)}");
    }
}
