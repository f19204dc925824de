namespace Prover.Core.TacticSearch.Steps;

/// <summary>A tactic that may help with a goal.</summary>
/// <param name="Tactic">Its text.</param>
/// <param name="Origin">Who proposes it.</param>
/// <param name="Cost">How far it is from a safe step: 0.1 for one that loses nothing, 1 for a guess, more for a wild one.</param>
internal sealed record TacticIdea(string Tactic, string Origin, double Cost)
{
    /// <summary>Heartbeats (thousands) that it may take.</summary>
    public int MaxHeartbeats { get; init; } = 6_000;

    /// <summary>The same, with a cheap try at what it leaves.</summary>
    public TacticIdea ThenTry() => this with { Tactic = $"{Tactic}\ntry ({ClosingSteps.Quick})" };

    /// <summary>True for one that is written for the goal as Lean prints it, and brings what it needs into the context itself.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>The whole script for a goal.</summary>
    public string ScriptFor(Graph.GoalNode goal) => StandsAlone ? Tactic : goal.Opening + Tactic;

    /// <summary>True for one that is only of use when it leaves nothing.</summary>
    public bool MustClose { get; init; }
}

/// <summary>Proposes tactics for goals.</summary>
/// <remarks>Stateless and deterministic; never throws on odd goals, but proposes nothing.</remarks>
internal interface ITacticSource
{
    /// <summary>Tactics for a goal.</summary>
    /// <param name="goal">The goal, its leading quantifiers and premises in the context.</param>
    IEnumerable<TacticIdea> For(Sampling.Portfolio.Goals.GoalFeatures goal);
}
