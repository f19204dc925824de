namespace Prover.Core.DeepThinking.Branches;

/// <summary>A branch of the plan.</summary>
/// <param name="Id">Its id, unique in the plan, e.g. <c>search</c>.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Title">For people.</param>
/// <param name="Weight">Its share of what is left when it begins, against the weights of the others.</param>
public sealed record BranchPlan(string Id, BranchKind Kind, string Title, int Weight)
{
    /// <summary>Whether it asks language models.</summary>
    public bool UsesModels => Kind is BranchKind.Council or BranchKind.Sketches;
}

/// <summary>What a branch does.</summary>
public enum BranchKind
{
    /// <summary>Looks for a counterexample.</summary>
    Refutation,

    /// <summary>Calculates: the exact engine.</summary>
    Engine,

    /// <summary>Tries tactic scripts.</summary>
    Portfolio,

    /// <summary>Searches over tactics.</summary>
    Search,

    /// <summary>Takes the statement apart by tactics, without a model.</summary>
    Decomposition,

    /// <summary>Takes it apart by sketches that models write.</summary>
    Sketches,

    /// <summary>Models attempt it, review each other, and a chairman sums up.</summary>
    Council,
}

/// <summary>How a branch ended.</summary>
public enum BranchOutcome
{
    /// <summary>It found a proof that Lean has verified.</summary>
    Proved,

    /// <summary>It found a refutation that Lean has verified.</summary>
    Refuted,

    /// <summary>It has no more ideas.</summary>
    Exhausted,

    /// <summary>Its share of time, tokens or checks is spent.</summary>
    Spent,

    /// <summary>Nothing is known: all that it tried ran into time limits.</summary>
    TimedOut,

    /// <summary>The machinery failed.</summary>
    Failed,

    /// <summary>It was stopped: another branch won, or the caller ended the thought.</summary>
    Interrupted,
}

/// <summary>What a branch did. Time-outs and failures are counted apart from what Lean turned down: they say nothing about the statement.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">In a sentence.</param>
public sealed record BranchReport(string Id, BranchKind Kind, BranchOutcome Outcome, string Reason)
{
    /// <summary>Candidates and sketches that Lean was asked about.</summary>
    public int Tried { get; init; }

    /// <summary>How many of them Lean turned down.</summary>
    public int Refused { get; init; }

    /// <summary>Checks that ran into a time limit.</summary>
    public int TimedOut { get; init; }

    /// <summary>Checks that the machinery failed on.</summary>
    public int Failed { get; init; }

    /// <summary>Wall-clock time.</summary>
    public TimeSpan Wall { get; init; }

    /// <summary>Seconds of checks.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>Tokens of models.</summary>
    public long Tokens { get; init; }
}

/// <summary>What is known of a subgoal.</summary>
public enum SubgoalState
{
    /// <summary>Neither proved nor refuted so far.</summary>
    Open,

    /// <summary>Lean has verified a proof of it.</summary>
    Proved,

    /// <summary>Lean has verified a proof of its negation.</summary>
    Refuted,
}

/// <summary>A subgoal as a problem of its own, closed over its context.</summary>
/// <param name="Name">The theorem's name; the same for the same statement.</param>
/// <param name="Statement">Lean text that ends in the theorem's head.</param>
/// <param name="State">What is known.</param>
public sealed record SubgoalReport(string Name, string Statement, SubgoalState State)
{
    /// <summary>The whole text that Lean verified: of the proof, or of the refutation; null while it is open.</summary>
    public string? Proof { get; init; }

    /// <summary>Why it is open, in a sentence; null when it is not.</summary>
    public string? Reason { get; init; }
}
