using System.Numerics;

namespace Prover.Rounds.Makers.Residues;

/// <summary>Residues of numbers and of linear forms.</summary>
internal static class ResidueTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("power_value", 1, 2, PowerValue),
        new("linear", 1, 3, Linear),
        new("two_residues", 2, 4, TwoResidues),
        new("divides_sum", 2, 4, DividesSum),
        new("chinese", 3, 5, Chinese),
    ];

    private static Draft PowerValue(SeededRandom random, int difficulty)
    {
        var (@base, exponent, modulus) = (random.Between(2, 20), random.Between(3, 20 * difficulty), random.Between(3, 50));
        return new Draft(string.Empty, $"{@base}^{exponent} % {modulus} = {BigInteger.ModPow(@base, exponent, modulus)}");
    }

    private static Draft Linear(SeededRandom random, int difficulty)
    {
        var (modulus, times) = (random.Between(2, 9), random.Between(1, difficulty));
        var (residue, a, b) = (random.Between(0, (modulus * times) - 1), random.Between(2, 9), random.Between(1, 20));
        return new Draft($"(n : Nat) (h : n % {modulus * times} = {residue})", $"({a}*n + {b}) % {modulus} = {((a * residue) + b) % modulus}");
    }

    private static Draft TwoResidues(SeededRandom random, int difficulty)
    {
        var m = random.Between(3, 4 * difficulty);
        var (r, s, a, b, c) = (random.Between(0, m - 1), random.Between(0, m - 1), random.Between(1, 9), random.Between(1, 9), random.Between(0, 9));
        return new Draft($"(a b : Nat) (h₁ : a % {m} = {r}) (h₂ : b % {m} = {s})", $"({a}*a + {b}*b + {c}) % {m} = {((a * r) + (b * s) + c) % m}");
    }

    private static Draft DividesSum(SeededRandom random, int difficulty)
    {
        var m = random.Between(3, 5 * difficulty);
        var (a, k, b, l) = (random.Between(1, m - 1), random.NonZero(-3, 3), random.Between(1, m - 1), random.NonZero(-3, 3));
        return new Draft(
            $"(x y : Int) (h : {m} ∣ {a}*x + {b}*y)",
            $"{m} ∣ {a + (m * Math.Abs(k))}*x + {b + (m * Math.Abs(l))}*y");
    }

    private static Draft Chinese(SeededRandom random, int difficulty)
    {
        int[] moduli = [.. random.Shuffle([2, 3, 5, 7, 11]).Take(difficulty - 1)];
        var whole = moduli.Aggregate(1, (product, m) => product * m);
        var value = random.Between(0, whole - 1);
        var hypotheses = string.Join(' ', moduli.Select((m, i) => $"(h{i} : n % {m} = {value % m})"));
        return new Draft($"(n : Nat) {hypotheses}", $"n % {whole} = {value}");
    }
}
