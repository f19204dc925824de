namespace Prover.Lean.Embedded;

/// <summary>The real axioms of the embedded Lean's library.</summary>
/// <remarks>The library was shipped with most theorems, and some definitions, turned into axioms without proof. The hash that pins the package
/// vouches for those; nothing in the files tells them from the axioms that Lean's sources declare, so these are listed. All are in
/// <c>Init.Prelude</c> and <c>Init.Core</c>. What a submission declares is never one of them: it can't bear a name of the library.</remarks>
internal static class EmbeddedAxioms
{
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        "propext", "Quot.sound", "Classical.choice", "sorryAx", "Lean.trustCompiler", "Lean.ofReduceBool", "Lean.ofReduceNat",

        // What the code generator puts in place of terms that it has erased.
        "lcProof", "lcErased", "lcAny", "lcVoid", "lcCast", "lcUnreachable",
    };
}
