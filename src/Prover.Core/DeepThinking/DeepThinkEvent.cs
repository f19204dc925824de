using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Models;

namespace Prover.Core.DeepThinking;

/// <summary>Something that happened while a statement was thought about.</summary>
public abstract record DeepThinkEvent
{
    private DeepThinkEvent()
    {
    }

    /// <summary>Time since the thought began, earlier runs of a resumed one included.</summary>
    public TimeSpan At { get; init; }

    /// <summary>The plan: branches in the order in which they begin.</summary>
    /// <param name="Theorem">Full name.</param>
    /// <param name="Statement">The statement as Lean prints it.</param>
    /// <param name="Branches">The branches.</param>
    public sealed record Planned(string Theorem, string Statement, IReadOnlyList<BranchPlan> Branches) : DeepThinkEvent;

    /// <summary>An earlier run of the thought was found.</summary>
    /// <param name="Ended">Branches that are over and not repeated.</param>
    /// <param name="Spent">What was spent before.</param>
    public sealed record Resumed(IReadOnlyList<string> Ended, DeepThinkSpent Spent) : DeepThinkEvent;

    /// <summary>A branch begins.</summary>
    /// <param name="Branch">Its id.</param>
    /// <param name="TimeLimit">Wall-clock time that it may take.</param>
    public sealed record BranchStarted(string Branch, TimeSpan TimeLimit) : DeepThinkEvent;

    /// <summary>A branch got on.</summary>
    /// <param name="Branch">Its id.</param>
    /// <param name="What">In a sentence.</param>
    public sealed record BranchProgressed(string Branch, string What) : DeepThinkEvent;

    /// <summary>A branch ended.</summary>
    /// <param name="Report">How.</param>
    public sealed record BranchEnded(BranchReport Report) : DeepThinkEvent;

    /// <summary>A subgoal was decided: proved or refuted by Lean, or left open.</summary>
    /// <param name="Branch">The branch whose sketch it belongs to.</param>
    /// <param name="Subgoal">The subgoal.</param>
    public sealed record SubgoalDecided(string Branch, SubgoalReport Subgoal) : DeepThinkEvent;

    /// <summary>A member of the council, or its chairman, has answered, and Lean has said what it is worth.</summary>
    /// <param name="Answer">The answer.</param>
    public sealed record Answered(CouncilAnswer Answer) : DeepThinkEvent;

    /// <summary>A member of the council has voted.</summary>
    /// <param name="Vote">The vote.</param>
    public sealed record Voted(CouncilVote Vote) : DeepThinkEvent;

    /// <summary>The votes are counted.</summary>
    /// <param name="Ranking">The answers, best first.</param>
    public sealed record Ranked(IReadOnlyList<RankedAnswer> Ranking) : DeepThinkEvent;

    /// <summary>An answer tried to be called a proof of what it does not prove.</summary>
    /// <param name="Fraud">Who and how.</param>
    public sealed record Caught(CaughtFraud Fraud) : DeepThinkEvent;

    /// <summary>Lean has verified a proof or a refutation of the statement.</summary>
    /// <param name="Branch">The branch that found it.</param>
    /// <param name="Proof">The whole Lean text.</param>
    /// <param name="Origin">Who proposed it.</param>
    /// <param name="Refutes">True when it proves the negation.</param>
    public sealed record Certified(string Branch, string Proof, string Origin, bool Refutes) : DeepThinkEvent;

    /// <summary>Something between a branch and a language model.</summary>
    /// <param name="Branch">The branch.</param>
    /// <param name="What">What.</param>
    public sealed record Model(string Branch, ModelEvent What) : DeepThinkEvent;

    /// <summary>The thought ended; always the last event.</summary>
    /// <param name="Result">How.</param>
    public sealed record Finished(DeepThinkResult Result) : DeepThinkEvent;
}
