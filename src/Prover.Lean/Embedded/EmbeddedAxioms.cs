namespace Prover.Lean.Embedded;

/// <summary>The real axioms of the embedded Lean's library.</summary>
/// <remarks>The library was shipped with most theorems, and some definitions, turned into axioms without proof. The hash that pins the package
/// vouches for those; nothing in the files tells them from the axioms that Lean's sources declare, so these are listed. All are in
/// <c>Init.Prelude</c> and <c>Init.Core</c>, but for those that Lake's <c>family_def</c> makes. What a submission declares is never one of them: it can't bear a name of the library.</remarks>
internal static class EmbeddedAxioms
{
    /// <summary>Lake declares an axiom for each member of its open families of types (<c>Lake.DataType.bool : DataType `bool = Bool</c>).
    /// No proof needs Lake: there every stub counts.</summary>
    public const string Doubtful = "Lake";

    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.Ordinal)
    {
        "propext", "Quot.sound", "Classical.choice", "sorryAx", "Lean.trustCompiler", "Lean.ofReduceBool", "Lean.ofReduceNat",

        // What the code generator puts in place of terms that it has erased.
        "lcProof", "lcErased", "lcAny", "lcVoid", "lcCast", "lcUnreachable",
    };
}
