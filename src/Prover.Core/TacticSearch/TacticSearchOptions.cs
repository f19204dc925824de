namespace Prover.Core.TacticSearch;

/// <summary>Limits of one search over tactics; whichever is reached first ends it.</summary>
public sealed record TacticSearchOptions
{
    /// <summary>Goals that are worked on at most.</summary>
    public int MaxGoals { get; init; } = 400;

    /// <summary>Tactics from the statement to a goal at most.</summary>
    public int MaxDepth { get; init; } = 12;

    /// <summary>Wall-clock time in all; whoever runs the search has a limit of its own besides.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Wall-clock time of the check of one text, which holds some of a goal's tactics.</summary>
    public TimeSpan BatchTimeLimit { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Tactics that are tried on a goal at most.</summary>
    public int MaxTacticsPerGoal { get; init; } = 48;

    /// <summary>How many tactics a memory may propose for a goal.</summary>
    public int MaxSuggestions { get; init; } = 12;
}
