using System.Numerics;
using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Functions;

/// <summary>Functions on naturals and integers that are given by equations.</summary>
internal static class EquationTemplates
{
    private const string Additive = "(h : ∀ x y, f (x + y) = f x + f y)";

    public static IReadOnlyList<Template> All { get; } =
    [
        new("value", 1, 2, Value),
        new("composition", 2, 4, Composition),
        new("additive_value", 3, 5, AdditiveValue),
        new("additive", 5, 7, AdditiveForm),
        new("multiplicative", 5, 8, Multiplicative),
        new("additive_integers", 8, 10, AdditiveIntegers),
        new("quasi_additive", 7, 10, QuasiAdditive),
        new("periodic", 6, 9, Periodic),
        new("jensen", 9, 10, Jensen),
    ];

    private static Draft Value(SeededRandom random, int difficulty)
    {
        var (p, at) = (random.Natural(difficulty, 9), random.Between(0, 20));
        return new Draft($"(f : Nat → Nat) (h : ∀ n, f n = {p.Text("n")})", $"f {at} = {p.At(at)}");
    }

    private static Draft Composition(SeededRandom random, int difficulty)
    {
        var (a, b, c, d) = (random.Between(2, 9), random.Between(0, 9), random.Between(2, 9), random.Between(0, 9));
        var n = Polynomial.Variable(0);
        var (f, g) = ((a * n) + b, (c * n) + d);
        var (composed, text) = difficulty == 4 ? ((a * (c * ((a * n) + b) + d)) + b, "f (g (f n))") : ((a * g) + b, "f (g n)");
        return new Draft($"(f g : Nat → Nat) (hf : ∀ n, f n = {f.Text("n")}) (hg : ∀ n, g n = {g.Text("n")}) (n : Nat)", $"{text} = {composed.Text("n")}");
    }

    private static Draft AdditiveValue(SeededRandom random, int difficulty)
    {
        var (factor, known, times) = (random.Between(1, 20), random.Between(1, difficulty), random.Between(2, 2 * difficulty));
        return new Draft($"(f : Nat → Nat) {Additive} (h1 : f {known} = {known * factor})", $"f {known * times} = {known * times * factor}");
    }

    private static Draft AdditiveForm(SeededRandom random, int difficulty)
    {
        var (factor, known) = (random.Between(1, 30), difficulty < 6 ? 1 : random.Between(1, 4));
        var form = (factor * Polynomial.Variable(0)).Text("n");
        return new Draft($"(f : Nat → Nat) {Additive} (h1 : f {known} = {known * factor}) (n : Nat)", known == 1 ? $"f n = {form}" : $"f ({known} * n) = {(known * factor * Polynomial.Variable(0)).Text("n")}");
    }

    private static Draft Multiplicative(SeededRandom random, int difficulty)
    {
        var (@base, known) = (random.Between(2, 12), random.Between(1, difficulty - 4));
        var power = BigInteger.Pow(@base, known);
        return new Draft(
            $"(f : Nat → Nat) (h : ∀ x y, f (x + y) = f x * f y) (h1 : f {known} = {power}) (n : Nat)",
            known == 1 ? $"f n = {power}^n" : $"f ({known} * n + {known}) = {power}^(n + 1)");
    }

    private static Draft AdditiveIntegers(SeededRandom random, int difficulty)
    {
        var factor = random.NonZero(-9 * difficulty, 9 * difficulty);
        var (a, b) = (random.Between(2, 9), random.Between(2, 9));
        return random.Between(1, 3) switch
        {
            1 => new Draft($"(f : Int → Int) {Additive} (h1 : f 1 = {factor}) (x : Int)", $"f x = {(factor * Polynomial.Variable(0)).Text("x")}"),
            2 => new Draft($"(f : Int → Int) {Additive} (x y : Int)", $"f ({a}*x - {b}*y) = {a} * f x - {b} * f y"),
            _ => new Draft($"(f : Int → Int) {Additive} (h1 : f 1 = {factor}) (x y : Int)", $"f (x * y) = x * f y"),
        };
    }

    /// <summary><c>f (x + y) = f x + f y + c x y</c>: quadratics.</summary>
    private static Draft QuasiAdditive(SeededRandom random, int difficulty)
    {
        var (c, first, n) = (2 * random.Between(1, difficulty), random.Between(0, 9), Polynomial.Variable(0));
        var (half, at) = (c / 2, random.Between(5, 5 * difficulty));
        return difficulty < 8
            ? new Draft(
                $"(f : Nat → Nat) (h : ∀ x y, f (x + y) = f x + f y + {c}*x*y) (h1 : f 1 = {first + half})",
                $"f {at} = {(half * at * at) + (first * at)}")
            : new Draft(
                $"(f : Nat → Nat) (h : ∀ x y, f (x + y) = f x + f y + {c}*x*y) (h1 : f 1 = {first + half}) (n : Nat)",
                $"f n = {((half * n * n) + (first * n)).Text("n")}");
    }

    private static Draft Periodic(SeededRandom random, int difficulty)
    {
        var (period, rest) = (random.Between(2, 3 * difficulty), random.Between(0, 5));
        return random.Chance(50)
            ? new Draft($"(f : Nat → Nat) (h : ∀ n, f (n + {period}) = f n) (k n : Nat)", $"f (n + {period * random.Between(1, 3)} * k) = f n")
            : new Draft($"(f : Nat → Nat) (h : ∀ n, f (n + {period}) = f n) (n : Nat)", $"f ({period} * n + {period + rest}) = f {rest}");
    }

    /// <summary>Jensen's equation with multiples: substitutions at 0 first, then induction.</summary>
    private static Draft Jensen(SeededRandom random, int difficulty)
    {
        var (factor, constant) = (random.NonZero(-difficulty, difficulty), random.NonZero(-20, 20));
        var line = ((factor * Polynomial.Variable(0)) + constant).Text("x");
        return random.Chance(50)
            ? new Draft($"(f : Int → Int) (h : ∀ x y, f (x + y) + f (x - y) = 2 * f x) (h0 : f 0 = {constant}) (h1 : f 1 = {factor + constant}) (x : Int)", $"f x = {line}")
            : new Draft($"(f : Int → Int) (h : ∀ x y, f (x + y) = f x + f y - {Bracketed(constant)}) (h1 : f 1 = {factor + constant}) (x : Int)", $"f x = {line}");

        static string Bracketed(int number) => number < 0 ? $"({number})" : $"{number}";
    }
}
