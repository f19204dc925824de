namespace Prover.Core.Statements;

/// <summary>Fields in place of the real and the complex numbers, which Lean has only with Mathlib: variables with their names, so that a statement about
/// <c>ℝ</c> can be put to the letter. What is proved of all such fields holds of the numbers.</summary>
public static class FieldVariables
{
    /// <summary>Any ordered field, as <c>ℝ</c>.</summary>
    public const string Real =
        "variable {ℝ : Type} [Lean.Grind.Field ℝ] [LE ℝ] [LT ℝ] [Std.LawfulOrderLT ℝ] [Std.IsLinearOrder ℝ] [Lean.Grind.OrderedRing ℝ]";

    /// <summary>Any field of characteristic zero, as <c>ℂ</c>.</summary>
    public const string Complex = "variable {ℂ : Type} [Lean.Grind.Field ℂ] [Lean.Grind.IsCharP ℂ 0]";

    /// <summary>What to do about a message of Lean that it knows no <c>ℝ</c> or <c>ℂ</c>; null for other messages.</summary>
    internal static string? Remedy(string message)
    {
        foreach (var (name, variables, what) in new[] { ("ℝ", Real, "ordered field"), ("ℂ", Complex, "field of characteristic zero") })
        {
            if (message.StartsWith($"Unknown identifier `{name}`", StringComparison.Ordinal))
            {
                return $"Only Mathlib has {name}. Without it, state the theorem for every {what}, with this line in front of it: {variables}";
            }
        }

        return null;
    }
}
