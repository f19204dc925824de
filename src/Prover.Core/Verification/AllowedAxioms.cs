namespace Prover.Core.Verification;

/// <summary>The axioms a proof may rest on: those of Lean's own mathematics and no others.</summary>
/// <remarks>An allow-list, never a deny-list: from Lean 4.29 on each <c>native_decide</c> makes an axiom of its own.</remarks>
public static class AllowedAxioms
{
    /// <summary>Propositional extensionality, soundness of quotients, choice.</summary>
    public static IReadOnlyList<string> Standard { get; } = ["Classical.choice", "Quot.sound", "propext"];

    /// <summary>Those of <paramref name="axioms"/> that are not allowed.</summary>
    public static IReadOnlyList<string> Forbidden(IEnumerable<string> axioms) => [.. axioms.Where(a => !Standard.Contains(a))];
}
