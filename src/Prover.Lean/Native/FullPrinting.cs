namespace Prover.Lean.Native;

/// <summary>The options under which Lean prints all of a term. Each is set by itself, since an option that the text has set
/// outweighs <c>pp.all</c>; those that a version does not know are refused by it and do no harm.</summary>
internal static class FullPrinting
{
    public static readonly IReadOnlyList<string> Options =
    [
        "pp.all true", "pp.explicit true", "pp.universes true", "pp.fullNames true", "pp.privateNames true", "pp.notation false",
        "pp.coercions false", "pp.coercions.types true", "pp.funBinderTypes true", "pp.piBinderTypes true", "pp.letVarTypes true",
        "pp.structureInstances false", "pp.structureInstanceTypes true", "pp.structureProjections false", "pp.fieldNotation false",
        "pp.fieldNotation.generalized false", "pp.natLit true", "pp.numericTypes true", "pp.instances true", "pp.instanceTypes true",
        "pp.proofs true", "pp.proofs.withType true", "pp.deepTerms true", "pp.match false", "pp.motive.all true", "pp.binderTypes true",
        "pp.beta false", "pp.oneline false", "pp.unicode.fun false", "pp.safeShadowing true", "pp.sanitizeNames true", "pp.inaccessibleNames true",
        "pp.anonymousConstructorNotation false", "pp.parens true", "pp.tagAppFns false", "pp.mvars true", "pp.analyze false", "pp.maxSteps 10000000",
        "maxRecDepth 10000", "maxHeartbeats 0", "format.width 120",
    ];
}
