using System.Text.Json.Serialization;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Council;

namespace Prover.Core.DeepThinking.Journal;

/// <summary>A line of a thought's journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Begun), "begun")]
[JsonDerivedType(typeof(BranchOver), "branch")]
[JsonDerivedType(typeof(Subgoal), "subgoal")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(Weighed), "weighed")]
[JsonDerivedType(typeof(Vote), "vote")]
[JsonDerivedType(typeof(Fraud), "fraud")]
[JsonDerivedType(typeof(Spent), "spent")]
[JsonDerivedType(typeof(Over), "over")]
internal abstract record JournalRecord
{
    /// <summary>The first line: what is thought about.</summary>
    public sealed record Begun(int Deepthink, DeepThinkRequest Request, DateTimeOffset At) : JournalRecord;

    /// <summary>A branch is over and is not repeated.</summary>
    public sealed record BranchOver(BranchReport Report) : JournalRecord;

    /// <summary>What is known of a subgoal.</summary>
    public sealed record Subgoal(SubgoalReport Report) : JournalRecord;

    /// <summary>What a model has answered to a question, which is not asked again. Lean's word is never taken from here.</summary>
    /// <param name="Question">Who was asked what, unique within the thought.</param>
    /// <param name="Text">The answer; empty where none came in time, which is never kept.</param>
    /// <param name="Ended">Whether the answer came to its own end.</param>
    public sealed record Said(string Question, string Text, bool Ended) : JournalRecord
    {
        /// <summary>Why there is no answer; null when there is one.</summary>
        public string? Silence { get; init; }
    }

    /// <summary>What Lean said of an answer, for the account.</summary>
    public sealed record Weighed(CouncilAnswer Answer) : JournalRecord;

    /// <summary>A vote as it was counted.</summary>
    public sealed record Vote(CouncilVote Cast) : JournalRecord;

    /// <summary>Somebody was caught.</summary>
    public sealed record Fraud(CaughtFraud Caught) : JournalRecord;

    /// <summary>What has been spent so far in all.</summary>
    public sealed record Spent(DeepThinkSpent Total) : JournalRecord;

    /// <summary>The thought ended with a proof or a refutation, which is verified again whenever it is asked for, or with neither.</summary>
    public sealed record Over(string Reason) : JournalRecord
    {
        /// <summary>The whole text; null where there is none.</summary>
        public string? Proof { get; init; }

        /// <summary>Who proposed it.</summary>
        public string? Origin { get; init; }

        /// <summary>True when it proves the negation.</summary>
        public bool Refutes { get; init; }
    }
}
