using Prover.Core.Formalization;
using Prover.Core.Memory;
using Prover.Core.Models;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Looks for a proof of a statement until one is verified or the budget is spent.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IProofSearch
{
    /// <summary>Streams what happens; the last event is always <see cref="ProveEvent.Finished"/>, also when the token is cancelled
    /// (verdict <see cref="VerdictKind.Cancelled"/>).</summary>
    /// <exception cref="ArgumentException">There is not exactly one of a statement and a text.</exception>
    /// <exception cref="InvalidStatementException">The statement is no Lean theorem, or does not elaborate.</exception>
    IAsyncEnumerable<ProveEvent> ProveAsync(ProveRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A problem to prove, stated in Lean or in words, and what may be spent on it.</summary>
public sealed record ProveRequest
{
    /// <summary>Lean text that ends in one theorem, with or without <c>:= by sorry</c>; see <see cref="VerifyRequest.Statement"/>. Null when
    /// there is a <see cref="Text"/> instead.</summary>
    public string? Statement { get; init; }

    /// <summary>The problem in natural language, to be formalized first; null when there is a <see cref="Statement"/>.</summary>
    public string? Text { get; init; }

    /// <summary>What may be spent.</summary>
    public ProveBudget Budget { get; init; } = new();

    /// <summary>The grade that the winner must reach.</summary>
    public Grade Grade { get; init; } = Verifier.StrongestGrade;

    /// <summary>Settings for the sampler.</summary>
    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>When false, the store is neither asked nor told.</summary>
    public bool UseStore { get; init; } = true;
}

/// <summary>Limits of one search; whichever is reached first ends it.</summary>
public sealed record ProveBudget
{
    /// <summary>Distinct candidates that are checked at most.</summary>
    public int MaxSamples { get; init; } = 256;

    /// <summary>Wall-clock time in all, from the moment the statement has been checked.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wall-clock time of one candidate's check.</summary>
    public TimeSpan CandidateTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Processor time of Lean's processes for all checks together, the winner's verification not counted; null is no limit. Unlike a limit by the clock
    /// it is the same on a busy machine, so provers are compared by it.</summary>
    public TimeSpan? ProcessorTimeLimit { get; init; }

    /// <summary>Tokens of language models, prompts and answers together; null is no limit.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Candidates checked at the same time; null takes the checker's own parallelism.</summary>
    public int? Parallelism { get; init; }
}

/// <summary>Something that happened in a search.</summary>
public abstract record ProveEvent
{
    private ProveEvent()
    {
    }

    /// <summary>Time since the search began.</summary>
    public TimeSpan At { get; init; }

    /// <summary>The statement elaborates; the search begins.</summary>
    /// <param name="Theorem">Full name.</param>
    /// <param name="Statement">The statement as Lean prints it.</param>
    /// <param name="Goal">The goal at the start of the proof, if Lean gave it.</param>
    public sealed record Started(string Theorem, string Statement, string? Goal) : ProveEvent;

    /// <summary>A candidate goes to a worker.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Candidate">The candidate.</param>
    public sealed record CandidateStarted(int Number, ProofCandidate Candidate) : ProveEvent;

    /// <summary>A candidate's check ended.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Candidate">The candidate.</param>
    /// <param name="Verdict">How.</param>
    public sealed record CandidateFinished(int Number, ProofCandidate Candidate, Verdict Verdict) : ProveEvent;

    /// <summary>Something on the way from the problem's text to a statement; before <see cref="Started"/>.</summary>
    /// <param name="What">What.</param>
    public sealed record Formalizing(FormalizeEvent What) : ProveEvent;

    /// <summary>Something between the search and a language model.</summary>
    /// <param name="What">What.</param>
    public sealed record Model(ModelEvent What) : ProveEvent;

    /// <summary>The search ended; always the last event.</summary>
    /// <param name="Result">How.</param>
    public sealed record Finished(ProveResult Result) : ProveEvent;
}

/// <summary>How a search ended.</summary>
public sealed record ProveResult
{
    /// <summary>The verdict: proved or refuted with the winner's facts, or why there is none.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The whole Lean text that was verified; null when nothing was.</summary>
    public string? Proof { get; init; }

    /// <summary>Who proposed the winner.</summary>
    public string? Origin { get; init; }

    /// <summary>The winner's steps with the goals they met; the whole script as one where its sampler knows no finer ones. Empty where that can't be told, for
    /// a proof that was kept from before, and where a service answered.</summary>
    public IReadOnlyList<ProofStep> Steps { get; init; } = [];

    /// <summary>What Lean needed for the winner alone, processor time where that was measured, else time by the clock; null where nothing won, the verdict was kept from before, or a service answered.</summary>
    public TimeSpan? ProofTime { get; init; }

    /// <summary>Goals, as Lean prints them, at which a search over tactics gave up; they need not be true. Empty where something was verified, and where a service answered.</summary>
    public IReadOnlyList<string> StuckGoals { get; init; } = [];

    /// <summary>What ended the search.</summary>
    public SearchEnd End { get; init; }

    /// <summary>Candidates checked.</summary>
    public int Samples { get; init; }

    /// <summary>How many of them, and of a sampler's own checks, ran into a time limit.</summary>
    public int TimedOut { get; init; }

    /// <summary>How many of them, and of a sampler's own checks, the machinery failed on.</summary>
    public int Failed { get; init; }

    /// <summary>What all checks together cost in Lean, the winner's verification not counted: processor time where the budget limits it, else time by the clock.</summary>
    public TimeSpan CheckTime { get; init; }

    /// <summary>What the language models have cost.</summary>
    public ModelUsage Usage { get; init; }

    /// <summary>The problem with its formal statement and the evidence for it; null for a problem that was stated in Lean.</summary>
    public FormalizedProblem? Problem { get; init; }

    /// <summary>Tokens spent.</summary>
    public long Tokens => Usage.Tokens;
}
