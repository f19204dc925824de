using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Functions;

/// <summary>Functions that grow, that are one to one, that undo themselves.</summary>
internal static class OrderTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("injective", 2, 4, Injective),
        new("growth", 5, 7, Growth),
        new("strictly_monotone", 6, 9, StrictlyMonotone),
        new("involution", 4, 7, Involution),
        new("iterate", 7, 9, Iterate),
        new("shifted_self", 9, 10, ShiftedSelf),
        new("bounded_descent", 8, 10, BoundedDescent),
    ];

    private static Draft Injective(SeededRandom random, int difficulty)
    {
        var (a, b) = (random.Between(2, 5 * difficulty), random.Between(0, 9));
        var line = ((a * Polynomial.Variable(0)) + b).Text("n");
        return new Draft($"(f : Nat → Nat) (hf : ∀ n, f n = {line}) (x y : Nat) (h : f x = f y)", "x = y");
    }

    private static Draft Growth(SeededRandom random, int difficulty)
    {
        var (least, start) = (random.Between(1, 2 * difficulty), random.Between(0, 9));
        var line = ((least * Polynomial.Variable(0)) + start).Text("n");
        return new Draft($"(f : Nat → Nat) (h0 : {start} ≤ f 0) (h : ∀ n, f n + {least} ≤ f (n + 1)) (n : Nat)", $"{line} ≤ f n");
    }

    private static Draft StrictlyMonotone(SeededRandom random, int difficulty)
    {
        var least = random.Between(1, 3 * difficulty);
        return random.Between(1, 3) switch
        {
            1 => new Draft($"(f : Nat → Nat) (h : ∀ n, f n + {least} ≤ f (n + 1)) (a b : Nat) (hab : a < b)", $"f a + {least} ≤ f b"),
            2 => new Draft($"(f : Nat → Nat) (h : ∀ n, f n + {least} ≤ f (n + 1)) (a k : Nat)", $"f a + {(least * Polynomial.Variable(0)).Text("k")} ≤ f (a + k)"),
            _ => new Draft($"(f : Nat → Nat) (h : ∀ n, f n + {least} ≤ f (n + 1)) (a b : Nat) (hab : f a = f b)", "a = b"),
        };
    }

    private static Draft Involution(SeededRandom random, int difficulty)
    {
        var (a, b) = (random.Between(1, 2 * difficulty), random.Between(0, 20));
        b *= a == 1 ? 2 : 1; // f (f n) = n + 1 is true of no f.
        return random.Between(1, 3) switch
        {
            1 => new Draft($"(f : Nat → Nat) (h : ∀ n, f (f n) = {((a * Polynomial.Variable(0)) + b).Text("n")}) (x y : Nat) (hxy : f x = f y)", "x = y"),
            2 => new Draft($"(f : Nat → Nat) (h : ∀ n, f (f n) = {((a * Polynomial.Variable(0)) + b).Text("n")}) (n : Nat)", $"f ({((a * Polynomial.Variable(0)) + b).Text("n")}) = {((a * Polynomial.Variable(0)) + b).Text("f n")}"),
            _ => new Draft($"(f g : Int → Int) (hf : ∀ x, f (g x) = x + {a}) (hg : ∀ x, g (f x) = x - {a}) (x : Int)", $"f (x - {a * (b + 1)}) = f x + {a * (b + 1)}"),
        };
    }

    /// <summary>A line applied again and again to a fixed start.</summary>
    private static Draft Iterate(SeededRandom random, int difficulty)
    {
        var (factor, point, start) = (random.Between(2, difficulty), random.Between(1, 9), random.Between(0, 9));
        return new Draft(
            $"(f g : Int → Int) (hg : ∀ x, g x = {factor} * x - {(factor - 1) * point}) (u : Nat → Int) (h0 : u 0 = {start + point}) (h1 : ∀ n, u (n + 1) = g (u n)) (hf : ∀ x, f x = x - {point}) (n : Nat)",
            $"f (u n) = {(start == 1 ? string.Empty : $"{start} * ")}{factor}^n");
    }

    /// <summary><c>f (m + f n) = f m + c n</c> and the like: put 0 for the right one.</summary>
    private static Draft ShiftedSelf(SeededRandom random, int difficulty)
    {
        var (root, k) = (random.Between(1, 2 * difficulty), random.Between(2, 9));
        var c = root * root; // For others there is no such f.
        var line = (c * Polynomial.Variable(0)).Text("n");
        return random.Between(1, 3) switch
        {
            1 => new Draft($"(f : Nat → Nat) (h : ∀ m n, f (m + f n) = f m + {line}) (n : Nat)", $"f (f n) = f 0 + {line}"),
            2 => new Draft($"(f : Nat → Nat) (h : ∀ m n, f (m + f n) = f m + {line}) (a b : Nat) (hab : f a = f b)", "a = b"),
            _ => new Draft($"(f : Nat → Nat) (h : ∀ m n, f (m + f n) = f m + {line}) (m n : Nat)", $"f (m + {k} * f n) = f m + {(c * k * Polynomial.Variable(0)).Text("n")}"),
        };
    }

    /// <summary>What falls as long as it is large gets small.</summary>
    private static Draft BoundedDescent(SeededRandom random, int difficulty)
    {
        var (bound, fall) = (random.Between(0, 3 * difficulty), random.Between(1, difficulty));
        return random.Chance(50)
            ? new Draft($"(f : Nat → Nat) (h : ∀ n, {bound} < f n → f (n + 1) + {fall} ≤ f n)", $"∃ n, f n ≤ {bound}")
            : new Draft($"(f : Nat → Nat) (h : ∀ n, f (n + 1) ≤ f n) (h0 : f 0 = {bound + fall}) (n : Nat)", $"f n ≤ {bound + fall}");
    }
}
