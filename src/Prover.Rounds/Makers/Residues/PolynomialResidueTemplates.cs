using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Residues;

/// <summary>Residues of polynomials: by cases, then algebra. Facts are computed over all residues.</summary>
internal static class PolynomialResidueTemplates
{
    private static readonly int[] Primes = [3, 5, 7, 11, 13];

    public static IReadOnlyList<Template> All { get; } =
    [
        new("possible_residues", 3, 6, PossibleResidues),
        new("consecutive_product", 4, 8, ConsecutiveProduct),
        new("residue_of_polynomial", 4, 8, ResidueOfPolynomial),
        new("missed_residue", 6, 9, MissedResidue),
        new("anisotropic_form", 8, 10, AnisotropicForm),
        new("fermat", 7, 10, Fermat),
    ];

    private static Draft PossibleResidues(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (m, p) = (random.Between(3, 2 + (2 * difficulty)), random.Natural(2 + (difficulty / 6), 5));
            var residues = Enumerable.Range(0, m).Select(r => (int)(p.At(r) % m)).Distinct().Order().ToList();
            if (residues.Count <= Math.Min(4, m - 1))
            {
                return new Draft("(n : Nat)", string.Join(" ∨ ", residues.Select(r => $"{p.Factor("n")} % {m} = {r}")));
            }
        }
    }

    /// <summary>A product of k consecutive numbers is a multiple of k!; multiplied out, with multiples of the modulus added.</summary>
    private static Draft ConsecutiveProduct(SeededRandom random, int difficulty)
    {
        var (k, modulus) = difficulty switch { <= 4 => (2, 2), <= 6 => (3, random.Pick([3, 6])), _ => (4, random.Pick([8, 12, 24])) };
        var (n, start) = (Polynomial.Variable(0), random.Between(-3, 3));
        var product = Enumerable.Range(start, k).Aggregate((Polynomial)random.Pick([1, 5, 7]), (p, shift) => p * (n + shift));
        var whole = product + (modulus * (random.Natural(2, 4) - random.Natural(1, 6)));
        return random.Chance(30)
            ? new Draft("(n : Int)", $"{modulus} ∣ {string.Join(" * ", Enumerable.Range(start, k).Select(shift => (n + shift).Factor("n")))}")
            : new Draft("(n : Int)", $"{modulus} ∣ {whole.Text("n")}");
    }

    private static Draft ResidueOfPolynomial(SeededRandom random, int difficulty)
    {
        var (m, p) = (random.Between(4, 3 * difficulty), random.Natural(2 + ((difficulty - 4) / 2), 5));
        var residue = random.Between(0, m - 1);
        return new Draft($"(n : Nat) (h : n % {m} = {residue})", $"{p.Factor("n")} % {m} = {p.At(residue) % m}");
    }

    /// <summary>A residue that a form never has.</summary>
    private static Draft MissedResidue(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var (m, a, b) = (random.Between(3, 2 * difficulty), random.Between(1, 9), random.Between(1, 9));
            var (k, l, c) = (random.Between(2, 2 + (difficulty / 8)), random.Between(2, 3), random.Between(0, 5));
            var p = (a * Polynomial.Variable(0).Pow(k)) + (b * Polynomial.Variable(1).Pow(l)) + c;
            if (Missed(m, p) is { Count: > 0 } missed && a % m != 0 && b % m != 0)
            {
                return new Draft("(x y : Int)", $"({p.Text("x", "y")}) % {m} ≠ {random.Pick(missed)}");
            }
        }
    }

    private static List<int> Missed(int m, Polynomial p)
    {
        var had = Enumerable.Range(0, m).SelectMany(x => Enumerable.Range(0, m).Select(y => (int)(p.At(x, y) % m))).ToHashSet();
        return [.. Enumerable.Range(0, m).Where(r => !had.Contains(r))];
    }

    /// <summary>A quadratic form that is 0 modulo a prime only where both numbers are.</summary>
    private static Draft AnisotropicForm(SeededRandom random, int difficulty)
    {
        while (true)
        {
            var p = random.Pick(Primes[..(difficulty - 5)]);
            var (a, b, c) = (random.Between(1, 20), random.Between(0, 9), random.Between(1, 20));
            var (x, y) = (Polynomial.Variable(0), Polynomial.Variable(1));
            var form = (a * x * x) + (b * x * y) + (c * y * y);
            if (Enumerable.Range(0, p * p).All(i => i == 0 || !(form.At(i / p, i % p) % p).IsZero))
            {
                return new Draft($"(x y : Int) (h : {p} ∣ {form.Text("x", "y")})", $"{p} ∣ x ∧ {p} ∣ y");
            }
        }
    }

    /// <summary><c>n^p - n</c> and what else divides it: all primes q with q - 1 dividing p - 1.</summary>
    private static Draft Fermat(SeededRandom random, int difficulty)
    {
        var exponent = difficulty < 9 ? random.Pick([3, 5]) : random.Pick([5, 7]);
        var modulus = exponent switch { 3 => random.Pick([3, 6]), 5 => random.Pick([5, 10, 15, 30]), _ => random.Pick([7, 14, 21, 42]) };
        var n = Polynomial.Variable(0);
        var power = random.NonZero(1, 12) * (n.Pow(exponent) - n);
        var whole = power + (modulus * random.NonZero(-9, 9) * n) + (modulus * random.NonZero(-9, 9));
        return new Draft("(n : Int)", $"{modulus} ∣ {whole.Text("n")}");
    }
}
