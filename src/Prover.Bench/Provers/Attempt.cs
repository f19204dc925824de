using Prover.Core.Memory;
using Prover.Core.Verification;

namespace Prover.Bench.Provers;

/// <summary>How one sample ended.</summary>
public enum SampleOutcome
{
    /// <summary>A proof was found and verified at the run's grade.</summary>
    Proved,

    /// <summary>The negation was proved and verified: the statement is false.</summary>
    Refuted,

    /// <summary>The prover gave up, and Lean had turned down everything that it proposed.</summary>
    NotProved,

    /// <summary>A time limit ended the attempt or the check of a candidate: with more time it might have been proved.</summary>
    TimedOut,

    /// <summary>The machinery failed (a Lean process, a model's server): nothing is known.</summary>
    Infrastructure,
}

/// <summary>One sample of a prover, and what it cost.</summary>
/// <param name="Outcome">How it ended.</param>
public sealed record Attempt(SampleOutcome Outcome)
{
    /// <summary>In a sentence, for every outcome but <see cref="SampleOutcome.Proved"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The whole Lean text that was verified; null when nothing was.</summary>
    public string? Proof { get; init; }

    /// <summary>Who proposed it, e.g. <c>portfolio/omega</c>; null when nothing was verified.</summary>
    public string? Origin { get; init; }

    /// <summary>How far it was checked; null when nothing was verified.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Axioms of what was verified.</summary>
    public IReadOnlyList<string> Axioms { get; init; } = [];

    /// <summary>The proof step by step, where the search knows the goals, else as one step where it knows the goal at the start; empty where nothing
    /// was proved.</summary>
    public IReadOnlyList<ProofStep> Steps { get; init; } = [];

    /// <summary>Goals at which a search over tactics gave up; null where something was proved or nothing searched.</summary>
    public IReadOnlyList<string>? StuckGoals { get; init; }

    /// <summary>Candidates that were checked.</summary>
    public int Candidates { get; init; }

    /// <summary>How many of them ran into a time limit.</summary>
    public int CandidatesTimedOut { get; init; }

    /// <summary>How many of them, or of requests to models, the machinery failed on.</summary>
    public int Failures { get; init; }

    /// <summary>Wall-clock seconds from question to answer.</summary>
    public double Seconds { get; init; }

    /// <summary>Seconds that its checks cost in Lean, the winner's verification not counted: processor time where that was limited, else by the clock.</summary>
    public double CheckSeconds { get; init; }

    /// <summary>Seconds that Lean needed for the winner alone, processor time where that was measured, else by the clock; null where nothing won or the verdict was kept from before.</summary>
    public double? ProofSeconds { get; init; }

    /// <summary>Tokens of prompts to models.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens of models' answers.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Price of them, in the models' currency; 0 where no price is known.</summary>
    public decimal Cost { get; init; }
}
