namespace Prover.Core.Proving;

/// <summary>What ended a search.</summary>
public enum SearchEnd
{
    /// <summary>Not told: the search was another process's, or ended before it had begun.</summary>
    Unknown,

    /// <summary>A proof or a refutation was verified.</summary>
    Won,

    /// <summary>The sampler had no more candidates, and all of them were checked.</summary>
    Exhausted,

    /// <summary>The budget of samples was spent.</summary>
    SamplesSpent,

    /// <summary>The budget of tokens was spent.</summary>
    TokensSpent,

    /// <summary>The time was spent.</summary>
    TimeSpent,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
