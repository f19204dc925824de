namespace Prover.Rounds.Problems.Syntax;

/// <summary>Lean's infix operators: how strongly each holds its operands.</summary>
internal static class Operators
{
    /// <summary>The strength that an argument of a function has.</summary>
    public const int Argument = 1024;

    private static readonly Dictionary<string, (int At, int Left, int Right)> Infix = new(StringComparer.Ordinal)
    {
        ["↔"] = (20, 21, 21),
        ["→"] = (25, 26, 25),
        ["∨"] = (30, 31, 30),
        ["∧"] = (35, 36, 35),
        ["="] = (50, 51, 51),
        ["≠"] = (50, 51, 51),
        ["<"] = (50, 51, 51),
        ["≤"] = (50, 51, 51),
        [">"] = (50, 51, 51),
        ["≥"] = (50, 51, 51),
        ["∣"] = (50, 51, 51),
        ["∈"] = (50, 51, 51),
        ["+"] = (65, 65, 66),
        ["-"] = (65, 65, 66),
        ["*"] = (70, 70, 71),
        ["/"] = (70, 70, 71),
        ["%"] = (70, 70, 71),
        ["^"] = (75, 76, 75),
    };

    /// <summary>The strength of an operator and of its operands; null for what is none.</summary>
    public static (int At, int Left, int Right)? Of(string token) => Infix.TryGetValue(token, out var strength) ? strength : null;

    /// <summary>The strength of a prefix and of its operand.</summary>
    public static (int At, int Operand) OfPrefix(string token) => token switch { "¬" => (40, 40), "-" => (75, 75), _ => (Argument, Argument) };
}
