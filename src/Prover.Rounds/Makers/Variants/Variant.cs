namespace Prover.Rounds.Makers.Variants;

/// <summary>How a variant comes from its parent.</summary>
public enum VariantKind
{
    /// <summary>A variable has a value.</summary>
    SpecialCase,

    /// <summary>A hypothesis more.</summary>
    AddedHypothesis,

    /// <summary>Less is claimed.</summary>
    WeakerClaim,

    /// <summary>A goal at which a proof was stuck.</summary>
    Lemma,
}

/// <summary>A problem that comes from an unsolved one, easier or a step towards it.</summary>
/// <param name="Name">Its name; begins with its parent's.</param>
/// <param name="Statement">The statement without <c>:=</c>. Whether it elaborates is for Lean to say.</param>
/// <param name="Parent">The unsolved problem's name.</param>
/// <param name="Kind">How it comes from it.</param>
/// <param name="Detail">What was changed, e.g. <c>n = 2</c>.</param>
public sealed record Variant(string Name, string Statement, string Parent, VariantKind Kind, string Detail);
