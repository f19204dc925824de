namespace Prover.Bench.Profiles;

/// <summary>The profiles there are.</summary>
public static class Profiles
{
    /// <summary>Statements with their own headers, for a native Lean with Mathlib.</summary>
    public static Profile Mathlib { get; } = new(
        "mathlib", "Each statement with the header that its data set gives it; needs a native Lean with Mathlib.", null, NeedsMathlib: true);

    /// <summary>Statements over Lean's own library: what miniF2F's notations for numbers mean there, and nothing else.</summary>
    /// <remarks>The option is off because plain Lean would otherwise take a name that it does not know for a new variable: a statement about
    /// Mathlib's <c>Foo</c> would elaborate as one about everything, and so mean something else without a word.</remarks>
    public static Profile Core { get; } = new(
        "core",
        "Each statement after the notations ℕ, ℤ and ℚ for Lean's own Nat, Int and Rat, and with autoImplicit off; needs no Mathlib. "
        + "What does not elaborate is listed as not expressible.",
        """
        set_option autoImplicit false
        notation "ℕ" => Nat
        notation "ℤ" => Int
        notation "ℚ" => Rat

        """,
        NeedsMathlib: false);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Mathlib, Core];

    /// <summary>The profile of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public static Profile Get(string name) => All.FirstOrDefault(p => p.Name == name)
        ?? throw new ArgumentException($"There is no profile '{name}'. Choose one of: {string.Join(", ", All.Select(p => p.Name))}.", nameof(name));
}
