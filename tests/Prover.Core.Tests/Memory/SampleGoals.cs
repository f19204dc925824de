using System.Globalization;

namespace Prover.Core.Tests.Memory;

/// <summary>A goal whose names are not chosen yet: variables are <c>{0}</c>, …, hypotheses <c>{h0}</c>, …, bound variables <c>{b}</c>.</summary>
internal sealed record GoalPattern(IReadOnlyList<string> Types, IReadOnlyList<string> Hypotheses, string Conclusion)
{
    /// <summary>The goal's text with these names.</summary>
    public string Text(IReadOnlyList<string> variables, IReadOnlyList<string> hypotheses, string bound, bool reversed = false)
    {
        var lines = Types.Select((type, i) => $"{variables[i]} : {type}").ToList();
        var assumed = Hypotheses.Select((type, i) => $"{hypotheses[i]} : {type}");
        lines.AddRange(reversed ? assumed.Reverse() : assumed);
        lines.Add($"⊢ {Conclusion}");
        var text = string.Join('\n', lines);
        for (var i = 0; i < Types.Count; i++)
        {
            text = text.Replace($"{{{i}}}", variables[i], StringComparison.Ordinal);
        }

        return text.Replace("{b}", bound, StringComparison.Ordinal);
    }

    public string Text() => Text(["x", "y", "z", "w"], ["h₀", "h₁", "h₂", "h₃"], "k");
}

/// <summary>Goals drawn at random.</summary>
internal static class SampleGoals
{
    private static readonly string[] Types = ["ℕ", "ℤ", "ℝ", "Fin 5", "Finset ℕ", "ℕ → ℕ"];
    private static readonly string[] Relations = ["=", "≤", "<", "≠", "∣", "≥"];
    private static readonly string[] Operations = ["+", "*", "-", "/", "%", "^"];
    private static readonly string[] Functions = ["Nat.gcd", "max", "f", "Nat.choose", "min", "Int.emod"];

    public static GoalPattern Draw(Random random)
    {
        var variables = random.Next(1, 5);
        return new GoalPattern(
            [.. Enumerable.Range(0, variables).Select(_ => Types[random.Next(Types.Length)])],
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => Proposition(random, variables))],
            Proposition(random, variables));
    }

    /// <summary>The same goal with another number here and there.</summary>
    public static GoalPattern Vary(GoalPattern goal, Random random) => goal with
    {
        Hypotheses = [.. goal.Hypotheses.Select(h => VaryNumbers(h, random))],
        Conclusion = VaryNumbers(goal.Conclusion, random),
    };

    private static string VaryNumbers(string text, Random random) => string.Join(' ', text.Split(' ').Select(
        word => int.TryParse(word, out _) && random.Next(3) == 0 ? random.Next(40).ToString(CultureInfo.InvariantCulture) : word));

    private static string Proposition(Random random, int variables) => random.Next(8) switch
    {
        0 => $"∃ {{b}}, {Term(random, variables, 2)} = {{b}} * {Term(random, variables, 1)}",
        1 => $"{Relation(random, variables)} ∧ {Relation(random, variables)}",
        2 => $"¬{Term(random, variables, 1)} = {Term(random, variables, 1)}",
        _ => Relation(random, variables),
    };

    private static string Relation(Random random, int variables) =>
        $"{Term(random, variables, 2)} {Relations[random.Next(Relations.Length)]} {Term(random, variables, 2)}";

    private static string Term(Random random, int variables, int depth) => (depth == 0 ? random.Next(3) : random.Next(8)) switch
    {
        0 or 1 => $"{{{random.Next(variables)}}}",
        2 => random.Next(40).ToString(CultureInfo.InvariantCulture),
        3 => $"{Functions[random.Next(Functions.Length)]} ( {Term(random, variables, depth - 1)} ) {{{random.Next(variables)}}}",
        _ => $"( {Term(random, variables, depth - 1)} ) {Operations[random.Next(Operations.Length)]} ( {Term(random, variables, depth - 1)} )",
    };
}
