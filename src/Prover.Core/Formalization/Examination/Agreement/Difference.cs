namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>How far two statements differ; the least grave first.</summary>
internal enum DifferenceKind
{
    /// <summary>No difference was found.</summary>
    None,

    /// <summary>They could not be compared.</summary>
    Unknown,

    /// <summary>They differ in form, or for numbers that terms stand for and perhaps never are.</summary>
    Form,

    /// <summary>At some values one holds and the other does not.</summary>
    Values,
}

/// <summary>What tells two statements apart.</summary>
/// <param name="Kind">How far they differ.</param>
/// <param name="Message">In a sentence.</param>
/// <param name="Where">The values, where there are any.</param>
internal sealed record Difference(DifferenceKind Kind, string Message, string Where = "")
{
    public static Difference None { get; } = new(DifferenceKind.None, "They say the same.");
}
