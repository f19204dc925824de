using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking;

/// <summary>How a thought ended: a proof, a refutation, or an account of what was tried.</summary>
public sealed record DeepThinkResult
{
    /// <summary>Proved or refuted with the winner's facts, or why there is neither.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The whole Lean text that was verified; null when nothing was.</summary>
    public string? Proof { get; init; }

    /// <summary>Who proposed the winner.</summary>
    public string? Origin { get; init; }

    /// <summary>What was tried, whatever the end.</summary>
    public required DeepThinkAccount Account { get; init; }
}

/// <summary>What a thought tried, what it knows and what it has spent.</summary>
public sealed record DeepThinkAccount
{
    /// <summary>The branches that have begun, in the order of the plan; one that was interrupted has the outcome <see cref="BranchOutcome.Interrupted"/>.</summary>
    public IReadOnlyList<BranchReport> Branches { get; init; } = [];

    /// <summary>Branches of the plan that never began.</summary>
    public IReadOnlyList<BranchPlan> NotBegun { get; init; } = [];

    /// <summary>Every subgoal that a sketch has raised, each once: proved, refuted or open.</summary>
    public IReadOnlyList<SubgoalReport> Subgoals { get; init; } = [];

    /// <summary>The council, stage by stage; null where it did not meet.</summary>
    public CouncilReport? Council { get; init; }

    /// <summary>Answers that tried to be called a proof of what they do not prove.</summary>
    public IReadOnlyList<CaughtFraud> Caught { get; init; } = [];

    /// <summary>What was allowed.</summary>
    public DeepThinkBudget Budget { get; init; } = new();

    /// <summary>What was spent, earlier runs included. What a killed run had spent since its last line in the journal is not known and not in it.</summary>
    public DeepThinkSpent Spent { get; init; } = new();

    /// <summary>Subgoals that stand proved.</summary>
    public IEnumerable<SubgoalReport> Proved => Subgoals.Where(s => s.State == SubgoalState.Proved);

    /// <summary>Subgoals that remain.</summary>
    public IEnumerable<SubgoalReport> Remaining => Subgoals.Where(s => s.State == SubgoalState.Open);
}

/// <summary>An answer that tried to be called a proof of what it does not prove.</summary>
/// <param name="Who">A member of the council, the chairman, or the author of a sketch.</param>
/// <param name="How">In a sentence: another statement, an axiom, a hidden hole.</param>
public sealed record CaughtFraud(string Who, string How);
