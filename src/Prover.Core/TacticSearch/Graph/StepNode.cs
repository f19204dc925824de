namespace Prover.Core.TacticSearch.Graph;

/// <summary>A tactic that Lean accepted on a goal, and the goals that it left.</summary>
internal sealed class StepNode
{
    /// <param name="goal">The goal.</param>
    /// <param name="script">The tactic's text, with what brings the goal into the form that it is for.</param>
    /// <param name="origin">Who proposed it.</param>
    /// <param name="cost">What it adds to the costs of the goals that it leaves.</param>
    /// <param name="left">The goals that it left, as Lean prints them.</param>
    /// <param name="definitions">Names of the user's own definitions.</param>
    /// <param name="types">Names of the user's own types.</param>
    public StepNode(
        GoalNode goal, string script, string origin, double cost, IReadOnlyList<string> left, IReadOnlyList<string> definitions, IReadOnlyList<string> types)
    {
        (Goal, Script, Origin, Cost) = (goal, script, origin, cost);
        Left = [.. left.Select((text, i) => new GoalNode(text, this, i, definitions, types))];
    }

    public GoalNode Goal { get; }

    public string Script { get; }

    public string Origin { get; }

    public double Cost { get; }

    /// <summary>The goals that it left, in Lean's order.</summary>
    public IReadOnlyList<GoalNode> Left { get; }

    /// <summary>Whether all of them are proved.</summary>
    public bool IsDone => Left.All(g => g.IsProved);

    /// <summary>Tells upwards what is proved now.</summary>
    public void Settle()
    {
        for (StepNode? done = this; done is { IsDone: true, Goal.IsProved: false }; done = done.Goal.Cause)
        {
            done.Goal.Proof = done;
        }
    }
}
