namespace Prover.Core.Memory.Terms;

/// <summary>How Lean's and Mathlib's operators bind.</summary>
internal static class Operators
{
    /// <summary>What an operator that is not known binds like: a relation.</summary>
    public const int Relation = 50;

    /// <summary>Where the operand of a unary minus ends.</summary>
    public const int Minus = 75;

    /// <summary>Where the operand of a negation ends.</summary>
    public const int Not = 40;

    /// <summary>Where the body of a big operator ends.</summary>
    public const int BigOperator = 67;

    // The second number is where the right operand begins to bind: equal to the first for what groups to the right.
    private static readonly Dictionary<string, (int Left, int Right)> Infix = new(StringComparer.Ordinal)
    {
        [":"] = (1, 2),
        ["<|"] = (10, 10),
        ["|>"] = (10, 11),
        ["↔"] = (20, 21),
        ["→"] = (25, 25),
        ["∨"] = (30, 30),
        ["||"] = (30, 31),
        ["∧"] = (35, 35),
        ["&&"] = (35, 36),
        ["×"] = (35, 35),
        ["∪"] = (65, 66),
        ["+"] = (65, 66),
        ["-"] = (65, 66),
        ["++"] = (65, 66),
        ["::"] = (67, 67),
        ["*"] = (70, 71),
        ["/"] = (70, 71),
        ["%"] = (70, 71),
        ["∩"] = (70, 71),
        ["\\"] = (70, 71),
        ["•"] = (73, 73),
        ["^"] = (75, 75),
        ["∘"] = (90, 90),
    };

    /// <summary>Whether it compares two things.</summary>
    public static bool IsRelation(string symbol) => symbol is
        "=" or "≠" or "<" or "≤" or ">" or "≥" or "∣" or "∤" or "∈" or "∉" or "⊆" or "⊂" or "≡" or "≈" or "==" or "!=" or "∼";

    /// <summary>Whether it is one of the comparisons that often take each other's place.</summary>
    public static bool IsOrder(string symbol) => symbol is "=" or "≠" or "<" or "≤" or ">" or "≥";

    /// <summary>Whether it joins propositions to one.</summary>
    public static bool IsConnective(string symbol) => symbol is "∧" or "∨" or "¬" or "↔" or "∃" or "∃!";

    /// <summary>Whether no term goes on over it.</summary>
    public static bool Ends(LeanToken token) => token.Text is
        ")" or "]" or "}" or "⟩" or "⦄" or "⌋" or "⌉" or "," or ";" or ":=" or "=>" or "↦" or "|" or "‖" or "then" or "else" or "with" or "in";

    /// <summary>Whether it stands before its operand and binds as tightly as application.</summary>
    public static bool IsTightPrefix(string symbol) => symbol is "↑" or "⇑" or "↥" or "√" or "@" or "?" or "#" or "~";

    /// <summary>Whether it stands after its operand.</summary>
    public static bool IsPostfix(string symbol) => symbol is "!" or "⁻¹" or "ᶜ" or "²" or "³" or "ᵀ" or "†";

    /// <summary>How strongly it binds to its left and to its right.</summary>
    public static (int Left, int Right) Binding(string symbol) =>
        Infix.TryGetValue(symbol, out var known) ? known : (Relation, Relation + 1);
}
