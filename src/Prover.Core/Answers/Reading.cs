namespace Prover.Core.Answers;

/// <summary>What one piece of code comes to.</summary>
/// <param name="Rank">How likely it is what the answer wants to say.</param>
/// <param name="Answer">What it says.</param>
internal sealed record Reading(ReadingRank Rank, ExtractedAnswer Answer);

/// <summary>How likely a piece of code is the answer, least first.</summary>
internal enum ReadingRank
{
    /// <summary>No Lean.</summary>
    Nothing,

    /// <summary>A theorem without a proof.</summary>
    Statement,

    /// <summary>Tactics or a term alone: the proof, or a piece of one that was talked about.</summary>
    Tactics,

    /// <summary>A theorem whose proof has holes.</summary>
    Holes,

    /// <summary>Some theorem with its proof.</summary>
    Theorem,

    /// <summary>The theorem with our name, and its proof.</summary>
    OurTheorem,
}
