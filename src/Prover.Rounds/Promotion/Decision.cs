using Prover.Bench.Scores;

namespace Prover.Rounds.Promotion;

/// <summary>When a new version of a prover takes the place of the old.</summary>
public enum PromotionRule
{
    /// <summary>When it is shown to be better on the held-out problems: the 95 % interval of the paired difference lies above 0.</summary>
    Better,

    /// <summary>Unless it is shown to be worse: unless that interval lies below 0. For a learner that only adds to what it knows.</summary>
    NotWorse,
}

/// <summary>What became of a new version.</summary>
public enum DecisionKind
{
    /// <summary>Round 0: there is nothing to compare with.</summary>
    Baseline,

    /// <summary>The next round goes on with it.</summary>
    Promoted,

    /// <summary>The next round goes on with the version before.</summary>
    RolledBack,

    /// <summary>Nothing was learned: it is the version before under another number.</summary>
    Unchanged,
}

/// <summary>What was decided about a new version, and on which figures.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record Decision(DecisionKind Kind, string Reason)
{
    /// <summary>The round whose held-out run the new version was compared with; null for the baseline.</summary>
    public int? ComparedWith { get; init; }

    /// <summary>Solved held-out problems, new minus old, as a part of those compared, with the paired 95 % interval; null where nothing was compared.</summary>
    public Estimate? Difference { get; init; }

    /// <summary>Held-out problems that were compared.</summary>
    public int Problems { get; init; }

    /// <summary>Solved by the new version only.</summary>
    public int Gained { get; init; }

    /// <summary>Solved by the old version only.</summary>
    public int Lost { get; init; }

    /// <summary>McNemar's exact test of the two; null where nothing was compared.</summary>
    public double? PValue { get; init; }

    /// <summary>What makes it less than certain, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
