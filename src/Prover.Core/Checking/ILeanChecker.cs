using Prover.Core.Auditing;
using Prover.Core.Lean;

namespace Prover.Core.Checking;

/// <summary>Checks Lean texts with real Lean; the pool implements it.</summary>
/// <remarks>Thread-safe. Waits for a free place when busy; a full queue is an
/// <see cref="CheckOutcome.InfrastructureFailure"/> with <see cref="CheckOutcome.InfrastructureFailure.Overloaded"/> set.
/// Cancellation is an outcome and no exception here, because whoever asked for a batch must record it.</remarks>
public interface ILeanChecker
{
    /// <summary>Which Lean answers; makes it ready at the first call.</summary>
    Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default);

    /// <summary>How many checks run at the same time at most.</summary>
    int Parallelism { get; }

    /// <summary>How busy it is.</summary>
    PoolStatus GetStatus();

    /// <summary>Gets a process ready for a text's header, ahead of its check; need not be awaited and never throws: what fails
    /// here fails again, and is told, there.</summary>
    Task WarmUpAsync(string text, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Elaborates the text and tells what Lean said.</summary>
    Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default);
}

/// <summary>One text to check.</summary>
public sealed record CheckRequest
{
    /// <summary>The whole Lean text. Its header (imports and opening commands) is kept warm between checks.</summary>
    public required string Text { get; init; }

    /// <summary>Whose facts are wanted: a full name, or null for the last theorem.</summary>
    public string? TheoremName { get; init; }

    /// <summary>Whether facts of the theorem are wanted at all when the text has no error.</summary>
    public bool Describe { get; init; } = true;

    /// <summary>See <see cref="TheoremQuestion.AskKernelAgain"/>; without it the outcome is good for dropping a candidate only.</summary>
    public bool AskKernelAgain { get; init; } = true;

    /// <summary>Whether the compiled file is wanted too, for an audit; needs <see cref="Describe"/>.</summary>
    public bool Compile { get; init; }

    /// <summary>Heartbeats (thousands, as <c>maxHeartbeats</c> counts) that bound each command; null leaves Lean's default.
    /// Only a cheap first bound: a text can lift it, the time limit can not be lifted.</summary>
    public int? MaxHeartbeats { get; init; }

    /// <summary>Wall-clock limit of the check itself, without waiting in the queue; null takes the checker's own.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Limit of the processor time of Lean's process for this check; null is none, and then it is not measured either. The process need not be ended
    /// where it passes: a check that then ends soon does no harm.</summary>
    public TimeSpan? ProcessorTimeLimit { get; init; }
}

/// <summary>How a check ended. Only <see cref="Completed"/> says anything about the text.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome()
    {
    }

    /// <summary>Time from the start of the check on a worker to its end, without the queue.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Processor time of Lean's process for the check; null where it was not asked for or the system does not tell.</summary>
    public TimeSpan? ProcessorTime { get; init; }

    /// <summary>What the check cost: processor time where it is known, else time by the clock.</summary>
    public TimeSpan Cost => ProcessorTime ?? Elapsed;

    /// <summary>Lean elaborated the whole text; positions are those of the text as given.</summary>
    /// <param name="Messages">Lean's messages.</param>
    /// <param name="Sorries">Every <c>sorry</c>.</param>
    /// <param name="Theorem">Facts of the theorem asked for; null when not wanted, when there are errors, or when there is none.</param>
    /// <param name="Elaboration">Lean's own time, without the header when that was warm.</param>
    public sealed record Completed(
        IReadOnlyList<LeanMessage> Messages,
        IReadOnlyList<LeanSorry> Sorries,
        TheoremFacts? Theorem,
        TimeSpan Elaboration) : CheckOutcome
    {
        /// <summary>Why nothing can be said of the theorem although the text has no error; null when there is nothing of the kind.</summary>
        public string? Undecided { get; init; }

        /// <summary>The compiled file, where it was asked for and there is a theorem.</summary>
        public CompiledModule? Compiled { get; init; }

        /// <summary>See <see cref="ILeanSession.MayHaveRunPrograms"/>: then what the process's own kernel said is worth nothing.</summary>
        public bool MayHaveRunPrograms { get; init; }

        /// <summary>True when a message is an error.</summary>
        public bool HasErrors => Messages.Any(m => m.Severity == LeanSeverity.Error);
    }

    /// <summary>The time limit passed; the process was ended.</summary>
    public sealed record TimedOut(TimeSpan Limit) : CheckOutcome;

    /// <summary>The caller cancelled.</summary>
    public sealed record Cancelled : CheckOutcome;

    /// <summary>The machinery failed, also on a second, fresh worker.</summary>
    /// <param name="Reason">What happened and what can be done, for people.</param>
    /// <param name="Overloaded">True when the queue was full: try again later.</param>
    public sealed record InfrastructureFailure(string Reason, bool Overloaded = false) : CheckOutcome;
}
