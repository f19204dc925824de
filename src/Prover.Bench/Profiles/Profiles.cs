using Prover.Core.Statements;

namespace Prover.Bench.Profiles;

/// <summary>The profiles there are.</summary>
public static class Profiles
{
    /// <summary>Statements with their own headers, for a native Lean with Mathlib.</summary>
    public static Profile Mathlib { get; } = new(
        "mathlib", "Each statement with the header that its data set gives it; needs a native Lean with Mathlib.", null, NeedsMathlib: true);

    /// <summary>Statements over Lean's own library: what miniF2F's notations for numbers mean there, with any ordered field for the real numbers and any
    /// field of characteristic zero for the complex ones.</summary>
    /// <remarks>
    /// The option is off because plain Lean would otherwise take a name that it does not know for a new variable: a statement about
    /// Mathlib's <c>Foo</c> would elaborate as one about everything, and so mean something else without a word.
    /// <para>The fields are variables with the names <c>ℝ</c> and <c>ℂ</c>, so a statement is taken to the letter, and one that mentions neither says
    /// nothing of them. What is proved of all such fields holds of the real and the complex numbers, which are such; it is more than the data
    /// asks for: what needs a root or a limit can't be proved so. Where a field is meant, a cast from ℕ or ℤ is the field's own; elsewhere Lean's
    /// own instances come first.</para>
    /// </remarks>
    public static Profile Core { get; } = new(
        "core",
        "Each statement after the notations ℕ, ℤ and ℚ for Lean's own Nat, Int and Rat, with autoImplicit off; ℝ is any ordered field and ℂ any field of "
        + "characteristic zero, so what is proved holds of the real and the complex numbers too. Needs no Mathlib. "
        + "What does not elaborate is listed as not expressible.",
        $"""
        set_option autoImplicit false
        notation "ℕ" => Nat
        notation "ℤ" => Int
        notation "ℚ" => Rat
        notation "abs " x:max => @ite _ (0 ≤ x) (Classical.propDecidable _) x (-x)
        attribute [local instance 1] Lean.Grind.Semiring.natCast Lean.Grind.Ring.intCast
        {FieldVariables.Real}
        {FieldVariables.Complex}

        """,
        NeedsMathlib: false);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Mathlib, Core];

    /// <summary>The profile of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public static Profile Get(string name) => All.FirstOrDefault(p => p.Name == name)
        ?? throw new ArgumentException($"There is no profile '{name}'. Choose one of: {string.Join(", ", All.Select(p => p.Name))}.", nameof(name));
}
