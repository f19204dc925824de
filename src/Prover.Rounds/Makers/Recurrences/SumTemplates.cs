using System.Numerics;
using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Recurrences;

/// <summary>Sums as recursive functions, with their closed forms and bounds.</summary>
internal static class SumTemplates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        new("value", 1, 2, Value),
        new("constant_steps", 2, 3, ConstantSteps),
        new("polynomial_steps", 3, 10, PolynomialSteps),
        new("geometric", 4, 8, Geometric),
        new("arithmetic_geometric", 7, 10, ArithmeticGeometric),
        new("factorials", 6, 9, Factorials),
        new("lower_bound", 5, 8, LowerBound),
        new("residue_of_sum", 8, 10, ResidueOfSum),
    ];

    private static Draft Value(SeededRandom random, int difficulty)
    {
        var (start, step, at) = (random.Between(0, 9), random.Natural(difficulty, 5), random.Between(2, 3 * difficulty));
        var value = Enumerable.Range(0, at).Aggregate((BigInteger)start, (sum, i) => sum + step.At(i));
        return new Draft(Sum("s", start, $"{step.Text("n")}"), $"s {at} = {value}");
    }

    private static Draft ConstantSteps(SeededRandom random, int difficulty)
    {
        var (start, step) = (random.Between(0, 20), random.Between(1, 9 * difficulty));
        return new Draft($"{Sum("s", start, $"{step}")} (n : Nat)", $"s n = {((step * Polynomial.Variable(0)) + start).Text("n")}");
    }

    private static Draft PolynomialSteps(SeededRandom random, int difficulty)
    {
        var degree = Math.Max(1, (difficulty - 1) / 2);
        var (start, step) = (random.Between(0, 5), random.Natural(degree, Math.Max(3, 9 - difficulty)));
        var values = new List<BigInteger> { start };
        for (var i = 0; i <= degree; i++)
        {
            values.Add(values[^1] + step.At(i));
        }

        var (times, closed) = RandomPolynomials.Through(values);
        var left = $"{(times.IsOne ? string.Empty : $"{times} * ")}s n";
        return new Draft(
            $"{Sum("s", start, step.Text("n"))} (n : Nat)",
            closed.Negative.IsZero ? $"{left} = {closed.Text("n")}" : $"{left} + {closed.Negative.Text("n")} = {closed.Positive.Text("n")}");
    }

    private static Draft Geometric(SeededRandom random, int difficulty)
    {
        var (start, a, b) = (random.Between(0, 9), random.Between(2, difficulty), random.Between(1, 9));
        return new Draft(
            $"(s : Nat → Nat) (h0 : s 0 = {start}) (h1 : ∀ n, s (n + 1) = {a} * s n + {b}) (n : Nat)",
            $"{(a == 2 ? string.Empty : $"{a - 1} * ")}s n + {b} = {((a - 1) * start) + b} * {a}^n");
    }

    /// <summary>Steps <c>(α n + β) a^n</c>, chosen so that the sum is <c>(A n + B) a^n</c> up to a constant.</summary>
    private static Draft ArithmeticGeometric(SeededRandom random, int difficulty)
    {
        var (start, a, line, constant) = (random.Between(0, 5), random.Between(2, difficulty - 4), random.Between(1, 4), random.Between(0, 4));
        var n = Polynomial.Variable(0);
        var step = (line * (a - 1) * n) + ((line * a) + (constant * (a - 1)));
        var closed = (line * n) + constant;
        return new Draft(
            $"{Sum("s", start, $"{step.Factor("n")} * {a}^n")} (n : Nat)",
            $"s n{(constant == 0 ? string.Empty : $" + {constant}")} = {closed.Factor("n")} * {a}^n{(start == 0 ? string.Empty : $" + {start}")}");
    }

    private static Draft Factorials(SeededRandom random, int difficulty)
    {
        var (start, times, first) = (random.Between(0, difficulty), random.Between(1, 9), random.Between(1, 5));
        return new Draft(
            $"(f s : Nat → Nat) (f0 : f 0 = {first}) (f1 : ∀ n, f (n + 1) = (n + 1) * f n) (s0 : s 0 = {start}) "
                + $"(s1 : ∀ n, s (n + 1) = s n + {(times == 1 ? string.Empty : $"{times} * ")}(n * f n)) (n : Nat)",
            $"s n + {times * first} = {(times == 1 ? string.Empty : $"{times} * ")}f n{(start == 0 ? string.Empty : $" + {start}")}");
    }

    private static Draft LowerBound(SeededRandom random, int difficulty)
    {
        var (start, least) = (random.Between(0, 9), random.Between(2, 3 * difficulty));
        var step = random.Natural(difficulty < 7 ? 1 : 2, 5);
        step += least - step.ConstantTerm;
        return new Draft($"{Sum("s", start, step.Text("n"))} (n : Nat)", $"{((least * Polynomial.Variable(0)) + start).Text("n")} ≤ s n");
    }

    /// <summary>The differences of a product of k consecutive numbers: the sum stays the same modulo k!, as no single step shows.</summary>
    private static Draft ResidueOfSum(SeededRandom random, int difficulty)
    {
        var (k, n) = (difficulty == 8 ? 3 : 4, Polynomial.Variable(0));
        var modulus = k == 3 ? 6 : 24;
        var step = Enumerable.Range(1, k - 1).Aggregate((Polynomial)(k * random.Between(1, 9)), (p, shift) => p * (n + shift)) + (modulus * random.Natural(1, 5));
        var start = random.Between(0, modulus - 1);
        return new Draft($"{Sum("s", start, step.Text("n"))} (n : Nat)", $"s n % {modulus} = {start}");
    }

    private static string Sum(string name, int start, string step) =>
        $"({name} : Nat → Nat) (h0 : {name} 0 = {start}) (h1 : ∀ n, {name} (n + 1) = {name} n + {(step.Contains(' ', StringComparison.Ordinal) ? $"({step})" : step)})";
}
