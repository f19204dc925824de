using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Inequalities;

/// <summary>Inequalities that come from squares and from products of what is not negative. They are multiplied out and terms are brought to
/// the side where they are positive, so that the squares are to be found again.</summary>
internal static class SquareTemplates
{
    private static readonly string[] Names = ["x", "y", "z", "w"];

    public static IReadOnlyList<Template> All { get; } =
    [
        new("linear", 1, 3, Linear),
        new("one_square", 2, 5, OneSquare),
        new("sum_of_squares", 4, 8, SumOfSquares),
        new("product_of_bounds", 4, 7, ProductOfBounds),
        new("cauchy", 6, 9, Cauchy),
        new("cubic", 8, 10, Cubic),
        new("quartic", 9, 10, Quartic),
    ];

    private static Draft Linear(SeededRandom random, int difficulty)
    {
        var bounds = Enumerable.Range(0, difficulty).Select(_ => random.Between(-9, 9)).ToList();
        var factors = bounds.Select(_ => random.NonZero(-5, 5)).ToList();
        var hypotheses = bounds.Select((b, i) => factors[i] > 0 ? $"(h{i} : {b} ≤ {Names[i]})" : $"(h{i} : {Names[i]} ≤ {b})");
        var form = factors.Select((f, i) => f * Polynomial.Variable(i)).Aggregate((a, b) => a + b);
        var least = factors.Zip(bounds, (f, b) => f * b).Sum();
        return new Draft($"({string.Join(' ', Names.Take(difficulty))} : Int) {string.Join(' ', hypotheses)}", $"{least - random.Between(0, 3)} ≤ {form.Text(Names)}");
    }

    private static Draft OneSquare(SeededRandom random, int difficulty) =>
        NotNegative(random.Linear(Math.Min(3, difficulty - 1), difficulty, withConstant: difficulty > 3).Pow(2) + random.Between(0, 2), Math.Min(3, difficulty - 1));

    private static Draft SumOfSquares(SeededRandom random, int difficulty)
    {
        var variables = 2 + (difficulty / 5);
        return NotNegative(Squares(random, variables, variables, withConstant: difficulty > 5), variables);
    }

    private static Draft ProductOfBounds(SeededRandom random, int difficulty)
    {
        var (a, b) = (random.Between(-6, 9), random.Between(-6, 9));
        var (x, y) = (Polynomial.Variable(0), Polynomial.Variable(1));
        var product = random.Between(1, 4) * (x - a) * (y - b);
        product += difficulty < 6 ? 0 : random.Linear(2, 3).Pow(2);
        return NotNegative(product, 2, $" (hx : {a} ≤ x) (hy : {b} ≤ y)");
    }

    /// <summary>Cauchy and Schwarz with weights, in two or three dimensions.</summary>
    private static Draft Cauchy(SeededRandom random, int difficulty)
    {
        var dimensions = difficulty < 8 ? 2 : 3;
        var weights = Enumerable.Range(0, dimensions).Select(_ => random.Between(1, 9)).ToList();
        var (a, b) = (Enumerable.Range(1, dimensions).Select(i => $"a{i}").ToList(), Enumerable.Range(1, dimensions).Select(i => $"b{i}").ToList());
        return new Draft(
            $"({string.Join(' ', a.Concat(b))} : Int)",
            $"({Sum(i => $"{a[i]}*{b[i]}")})^2 ≤ ({Sum(i => $"{a[i]}^2")}) * ({Sum(i => $"{b[i]}^2")})");

        string Sum(Func<int, string> term) => string.Join(" + ", weights.Select((w, i) => $"{(w == 1 ? string.Empty : $"{w}*")}{term(i)}"));
    }

    /// <summary>A form that is not negative times a sum of squares: <c>3xyz ≤ x³ + y³ + z³</c> is one.</summary>
    private static Draft Cubic(SeededRandom random, int difficulty)
    {
        var variables = difficulty < 10 ? 2 : 3;
        var form = Enumerable.Range(0, variables).Select(i => random.Between(1, 3) * Polynomial.Variable(i)).Aggregate((a, b) => a + b);
        var hypotheses = string.Concat(Names.Take(variables).Select(n => $" (h{n} : 0 ≤ {n})"));
        return NotNegative(form * Squares(random, variables, variables - 1, withConstant: false), variables, hypotheses);
    }

    private static Draft Quartic(SeededRandom random, int difficulty)
    {
        var (x, y) = (Polynomial.Variable(0), Polynomial.Variable(1));
        var quadratics = Enumerable.Range(0, difficulty - 8).Select(_ =>
            (random.NonZero(-2, 2) * x * x) + (random.NonZero(-3, 3) * x * y) + (random.NonZero(-2, 2) * y * y) + random.Between(-2, 2));
        return NotNegative(quadratics.Select(q => q * q).Aggregate((a, b) => a + b) + random.Linear(2, 3).Pow(2), 2);
    }

    private static Polynomial Squares(SeededRandom random, int variables, int count, bool withConstant) => Enumerable.Range(0, count)
        .Select(i => random.Between(1, 3) * ((random.NonZero(1, 3) * Polynomial.Variable(i)) + (random.NonZero(-3, 3) * Polynomial.Variable((i + 1) % variables)) + (withConstant ? random.Between(-3, 3) : 0)).Pow(2))
        .Aggregate((a, b) => a + b);

    private static Draft NotNegative(Polynomial p, int variables, string hypotheses = "") => new(
        $"({string.Join(' ', Names.Take(variables))} : Int){hypotheses}", $"{p.Negative.Text(Names)} ≤ {p.Positive.Text(Names)}");
}
