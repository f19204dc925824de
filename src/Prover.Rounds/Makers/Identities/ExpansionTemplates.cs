using Prover.Rounds.Makers.Polynomials;

namespace Prover.Rounds.Makers.Identities;

/// <summary>Products, powers and sums of squares, multiplied out.</summary>
internal static class ExpansionTemplates
{
    private static readonly string[] Names = ["x", "y", "z", "w"];

    public static IReadOnlyList<Template> All { get; } =
    [
        new("square", 1, 2, Square),
        new("product", 1, 6, Product),
        new("natural_product", 2, 5, NaturalProduct),
        new("difference_of_squares", 3, 6, DifferenceOfSquares),
        new("two_squares", 5, 8, TwoSquares),
        new("power", 6, 9, Power),
    ];

    private static Draft Square(SeededRandom random, int difficulty)
    {
        var form = random.Linear(difficulty, 9);
        return Int(difficulty, $"{form.Factor(Names)}^2 = {(form * form).Text(Names)}");
    }

    private static Draft Product(SeededRandom random, int difficulty)
    {
        // Twenty terms at most: Lean's elaboration of long sums takes seconds.
        var variables = Math.Min(3, 1 + (difficulty / 2));
        var factors = Enumerable.Range(0, 2 + (difficulty / 4)).Select(_ => random.Linear(variables, 3 + difficulty)).ToList();
        var product = factors.Aggregate((a, b) => a * b);
        return Int(variables, $"{string.Join(" * ", factors.Select(f => f.Factor(Names)))} = {product.Text(Names)}");
    }

    private static Draft NaturalProduct(SeededRandom random, int difficulty)
    {
        var variables = 1 + (difficulty / 2);
        var factors = Enumerable.Range(0, 2 + (difficulty / 4)).Select(_ => random.Linear(variables, 9)).Select(f => f.Positive + f.Negative).ToList();
        var product = factors.Aggregate((a, b) => a * b);
        return Of("Nat", variables, $"{string.Join(" * ", factors.Select(f => f.Factor(Names)))} = {product.Text(Names)}");
    }

    private static Draft DifferenceOfSquares(SeededRandom random, int difficulty)
    {
        var variables = difficulty / 2;
        var (a, b) = (random.Linear(variables, 3 * difficulty), random.Linear(variables, 3 * difficulty));
        return Int(variables, $"{a.Factor(Names)}^2 - {b.Factor(Names)}^2 = {(a - b).Factor(Names)} * {(a + b).Factor(Names)}");
    }

    /// <summary>Brahmagupta: sums <c>p² + n q²</c> are closed under products.</summary>
    private static Draft TwoSquares(SeededRandom random, int difficulty)
    {
        var n = random.NonZero(-9, 9);
        var forms = Enumerable.Range(0, 4).Select(i => difficulty < 7
            ? random.NonZero(-5, 5) * Polynomial.Variable(i)
            : (random.NonZero(-3, 3) * Polynomial.Variable(i)) + (random.NonZero(-3, 3) * Polynomial.Variable((i + 1) % 4))).ToList();
        var (cross, along) = ((forms[0] * forms[2]) - (n * forms[1] * forms[3]), (forms[0] * forms[3]) + (forms[1] * forms[2]));
        return Int(4, $"{Sum(forms[0], forms[1])} * {Sum(forms[2], forms[3])} = {cross.Factor(Names)}^2 {Sign(n)}{along.Factor(Names)}^2");

        string Sum(Polynomial p, Polynomial q) => $"({p.Factor(Names)}^2 {Sign(n)}{q.Factor(Names)}^2)";

        static string Sign(int n) => $"{(n < 0 ? "-" : "+")} {(Math.Abs(n) == 1 ? string.Empty : $"{Math.Abs(n)}*")}";
    }

    private static Draft Power(SeededRandom random, int difficulty)
    {
        var variables = random.Between(2, 3);
        var (form, other) = (random.Linear(variables, 4), random.Linear(variables, 3));
        var exponent = variables == 3 ? 3 : 3 + ((difficulty - 5) / 2);
        return Int(variables, $"{form.Factor(Names)}^{exponent} - {other.Factor(Names)}^2 = {(form.Pow(exponent) - other.Pow(2)).Text(Names)}");
    }

    private static Draft Int(int variables, string conclusion) => Of("Int", variables, conclusion);

    private static Draft Of(string type, int variables, string conclusion) => new($"({string.Join(' ', Names.Take(variables))} : {type})", conclusion);
}
