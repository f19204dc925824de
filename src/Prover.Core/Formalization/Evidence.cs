namespace Prover.Core.Formalization;

/// <summary>One piece of evidence about whether a formal statement says what the problem says.</summary>
/// <param name="Kind">What was examined.</param>
/// <param name="Finding">What came of it.</param>
/// <param name="Message">In a sentence, for people.</param>
public sealed record Evidence(EvidenceKind Kind, Finding Finding, string Message)
{
    /// <summary>What shows it: a proof that Lean accepted, a counterexample, another formalization, a model's words. Empty where the message says all.</summary>
    public string Detail { get; init; } = string.Empty;

    /// <summary>Time it took.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>What a piece of evidence comes to.</summary>
public enum Finding
{
    /// <summary>It could not be examined, or says nothing either way.</summary>
    Unknown,

    /// <summary>Speaks for the statement.</summary>
    Supports,

    /// <summary>A person should look: unusual for a faithful statement, but possible.</summary>
    Doubts,

    /// <summary>Speaks against the statement: a faithful formalization of a true problem does not look like this.</summary>
    Contradicts,
}

/// <summary>Ways to examine a formal statement, the cheapest first.</summary>
public enum EvidenceKind
{
    /// <summary>Lean elaborates it.</summary>
    Elaborates,

    /// <summary>Nothing in it became something else unnoticed: an identifier that Lean took for a new variable, a bound variable that is not used.</summary>
    Bindings,

    /// <summary>Arithmetic that means something else than on paper is not reached: truncated subtraction, inexact division, division by zero.</summary>
    Arithmetic,

    /// <summary>The numbers and relations of the problem's text occur in it.</summary>
    Wording,

    /// <summary>Its hypotheses do not contradict each other.</summary>
    Consistency,

    /// <summary>No trivial tactic closes it.</summary>
    Substance,

    /// <summary>It holds for small values, and its negation was not proved.</summary>
    Truth,

    /// <summary>An independent formalization says the same.</summary>
    Agreement,

    /// <summary>Told back in words by one model, it was judged against the problem by another.</summary>
    BackTranslation,

    /// <summary>Models that saw all formalizations voted.</summary>
    Vote,

    /// <summary>A person chose or wrote it.</summary>
    Person,
}

/// <summary>How much speaks for a formal statement, least first.</summary>
public enum FaithfulnessLevel
{
    /// <summary>Evidence speaks against it: vacuous, false, or not what the problem says.</summary>
    Contradicted = 1,

    /// <summary>Something about it wants a person's eye.</summary>
    Doubtful = 2,

    /// <summary>It elaborates and nothing speaks against it; nothing independent speaks for it either.</summary>
    Plausible = 3,

    /// <summary>An independent formalization or judgement agrees with it: by a person, the grammar or another model, never by the one that wrote it.</summary>
    Corroborated = 4,

    /// <summary>A person vouches for it.</summary>
    Pinned = 5,
}
