using System.Numerics;
using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Identities;

/// <summary>Equations that follow from equations: what holds wherever some polynomials have given values.</summary>
internal static class ConditionalTemplates
{
    private static readonly string[] Names = ["x", "y", "z"];

    public static IReadOnlyList<Template> All { get; } =
    [
        new("from_linear", 4, 8, FromLinear),
        new("two_power_sum", 5, 9, TwoPowerSum),
        new("three_power_sum", 8, 10, ThreePowerSum),
        new("from_quadratics", 8, 10, FromQuadratics),
        new("vanishing_sum", 7, 10, VanishingSum),
    ];

    /// <summary>A multiple of what is given, and a rest that stays.</summary>
    private static Draft FromLinear(SeededRandom random, int difficulty)
    {
        var variables = difficulty < 6 ? 2 : 3;
        var (form, value) = (random.Linear(variables, 4, withConstant: false), random.Between(-9, 9));
        var factor = random.Product(variables, difficulty < 7 ? 1 : 2, 3);
        var rest = random.Linear(variables, 9);
        var left = ((form - value) * factor) + rest;
        return new Draft($"({string.Join(' ', Names.Take(variables))} : Int) (h : {form.Text(Names)} = {value})", $"{left.Text(Names)} = {rest.Text(Names)}");
    }

    /// <summary>Newton: a power sum of two numbers of which sum and product are given.</summary>
    private static Draft TwoPowerSum(SeededRandom random, int difficulty)
    {
        var (u, v, exponent) = (random.NonZero(-9, 9), random.NonZero(-9, 9), difficulty - 3 + random.Between(0, 1));
        var (a, b) = (random.Between(1, 3), random.Between(1, 3));
        var value = BigInteger.Pow(a * u, exponent) + BigInteger.Pow(b * v, exponent);
        var (x, y) = (a * Polynomial.Variable(0), b * Polynomial.Variable(1));
        return new Draft(
            $"(x y : Int) (h₁ : {(x + y).Text(Names)} = {(a * u) + (b * v)}) (h₂ : x*y = {u * v})",
            $"{(x.Pow(exponent) + y.Pow(exponent)).Text(Names)} = {value}");
    }

    private static Draft ThreePowerSum(SeededRandom random, int difficulty)
    {
        var (u, v, w) = (random.NonZero(-6, 6), random.NonZero(-6, 6), random.NonZero(-6, 6));
        var exponent = 3 + random.Between(0, difficulty - 7);
        var value = BigInteger.Pow(u, exponent) + BigInteger.Pow(v, exponent) + BigInteger.Pow(w, exponent);
        return new Draft(
            $"(x y z : Int) (h₁ : x + y + z = {u + v + w}) (h₂ : x*y + y*z + z*x = {(u * v) + (v * w) + (w * u)}) (h₃ : x*y*z = {u * v * w})",
            $"x^{exponent} + y^{exponent} + z^{exponent} = {value}");
    }

    private static Draft FromQuadratics(SeededRandom random, int difficulty)
    {
        var variables = difficulty < 10 ? 2 : 3;
        BigInteger[] point = [.. Enumerable.Range(0, variables).Select(_ => (BigInteger)random.Between(-5, 5))];
        var (p, q) = (random.Product(variables, 2, 2), random.Product(variables, 2, 2));
        var (a, b) = (random.Product(variables, difficulty == 9 ? 2 : 1, 2), random.Linear(variables, 3));
        var left = (p * a) + (q * b);
        var right = (p.At(point) * a) + (q.At(point) * b);
        return new Draft(
            $"({string.Join(' ', Names.Take(variables))} : Int) (h₁ : {(p - p.ConstantTerm).Text(Names)} = {p.At(point) - p.ConstantTerm}) (h₂ : {(q - q.ConstantTerm).Text(Names)} = {q.At(point) - q.ConstantTerm})",
            $"{left.Text(Names)} = {right.Text(Names)}");
    }

    /// <summary>What Euler's <c>x³ + y³ + z³ = 3xyz</c> for vanishing sums becomes after a linear change of variables.</summary>
    private static Draft VanishingSum(SeededRandom random, int difficulty)
    {
        var forms = Enumerable.Range(0, 3).Select(i => random.NonZero(-2, 2) * Polynomial.Variable(i)).ToList();
        forms[0] += random.Between(0, difficulty - 7) * Polynomial.Variable(1);
        var cubes = forms.Select(f => f.Pow(3)).Aggregate((a, b) => a + b);
        var product = 3 * forms[0] * forms[1] * forms[2];
        return random.Chance(50)
            ? new Draft($"(x y z : Int) (h : {forms.Aggregate((a, b) => a + b).Text(Names)} = 0)", $"{cubes.Text(Names)} = {product.Text(Names)}")
            : new Draft(
                $"(x y z : Int) (h : {forms.Aggregate((a, b) => a + b).Text(Names)} = 0)",
                $"({forms.Select(f => f.Pow(2)).Aggregate((a, b) => a + b).Text(Names)})^2 = 2*({forms.Select(f => f.Pow(4)).Aggregate((a, b) => a + b).Text(Names)})");
    }
}
