using System.Numerics;
using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Fields;

/// <summary>Functions on an ordered field, written <c>ℝ</c>, and identities that hold for all of its elements.</summary>
internal static class FunctionTemplates
{
    private static readonly Polynomial X = Polynomial.Variable(0);

    public static IReadOnlyList<Template> All { get; } =
    [
        new("value", 1, 3, Value),
        new("composition", 2, 5, Composition),
        new("coefficients", 4, 10, Coefficients),
        new("shifted", 6, 10, Shifted),
        new("multiplicative", 5, 10, Multiplicative),
        new("line", 3, 7, Line),
    ];

    private static Draft Value(SeededRandom random, int difficulty)
    {
        var (p, at) = (Quadratic(random, difficulty), random.Between(-9, 9));
        return new Draft($"(f : ℝ → ℝ) (h : ∀ x, f x = {p.Text("x")})", $"f {Bracketed(at)} = {p.At(at)}");
    }

    private static Draft Composition(SeededRandom random, int difficulty)
    {
        var (f, g, at) = (Quadratic(random, difficulty), (random.NonZero(-4, 4) * X) + random.Between(-9, 9), random.Between(-5, 5));
        return new Draft($"(f g : ℝ → ℝ) (h₀ : ∀ x, f x = {f.Text("x")}) (h₁ : ∀ x, g x = {g.Text("x")})", $"f (g {Bracketed(at)}) = {f.At(g.At(at))}");
    }

    /// <summary>Coefficients by comparing: a product of lines, multiplied out.</summary>
    private static Draft Coefficients(SeededRandom random, int difficulty)
    {
        var (r, s, k) = (random.Between(-difficulty, difficulty), random.Between(-difficulty, difficulty), random.Between(1, difficulty / 2));
        var product = $"{(k == 1 ? string.Empty : $"{k} * ")}((x - {Bracketed(r)}) * (x - {Bracketed(s)}))";
        var (a, b) = (-k * (r + s), k * r * s);
        return random.Chance(50)
            ? new Draft($"(a b : ℝ) (h : ∀ x, {(k == 1 ? string.Empty : $"{k} * ")}x^2 + a * x + b = {product})", random.Chance(50) ? $"a = {a} ∧ b = {b}" : $"a + b = {a + b}")
            : new Draft($"(a b c : ℝ) (h : ∀ x, a * x^2 + b * x + c = {product})", random.Chance(50) ? $"a + b + c = {k + a + b}" : $"a * b - c = {(k * a) - b}");
    }

    /// <summary>A quadratic by its values a step away.</summary>
    private static Draft Shifted(SeededRandom random, int difficulty)
    {
        var (p, step) = (Quadratic(random, 2), random.Between(1, difficulty));
        return new Draft($"(a b c : ℝ) (f : ℝ → ℝ) (h₀ : ∀ x, f (x + {step}) = {p.Text("x")}) (h₁ : ∀ x, f x = a * x^2 + b * x + c)", $"a + b + c = {p.At(1 - step)}");
    }

    /// <summary><c>f (x y) = f x / y</c>, so f x is a multiple of 1 / x; or <c>f (x y) = y f x</c>, a multiple of x.</summary>
    private static Draft Multiplicative(SeededRandom random, int difficulty)
    {
        var (p, times, value) = (random.Between(1, 6), random.Between(2, difficulty), random.Between(1, 9));
        var q = p * times;
        return random.Chance(50)
            ? new Draft($"(f : ℝ → ℝ) (h₀ : ∀ x > 0, ∀ y > 0, f (x * y) = f x / y) (h₁ : f {p} = {value * times})", $"f {q} = {value}")
            : new Draft($"(f : ℝ → ℝ) (h₀ : ∀ x > 0, ∀ y > 0, f (x * y) = y * f x) (h₁ : f {p} = {value})", $"f {q} = {value * times}");
    }

    private static Draft Line(SeededRandom random, int difficulty)
    {
        var (a, b, p, q) = (random.NonZero(-9, 9), random.Between(-9, 9), random.Between(1, 2), random.Between(3, 4));
        var at = random.Between(-3 * difficulty, 0);
        return new Draft(
            $"(a b : ℝ) (f : ℝ → ℝ) (h₀ : ∀ x, f x = a * x + b) (h₁ : f {p} = {(a * p) + b}) (h₂ : f {q} = {(a * q) + b})", $"f {Bracketed(at)} = {(a * at) + b}");
    }

    private static Polynomial Quadratic(SeededRandom random, int difficulty) =>
        (random.Between(1, 1 + difficulty) * X * X) + (random.NonZero(-9, 9) * X) + random.Between(-9, 9);

    private static string Bracketed(BigInteger number) => number.Sign < 0 ? $"({number})" : $"{number}";
}
