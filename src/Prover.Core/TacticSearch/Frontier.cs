using Prover.Core.TacticSearch.Graph;

namespace Prover.Core.TacticSearch;

/// <summary>How thoroughly a goal is worked on; each stage costs more than the one before.</summary>
internal enum Stage
{
    /// <summary>Cheap ends and all structural steps.</summary>
    Steps,

    /// <summary>The costly decision procedures and the portfolio's scripts.</summary>
    Closers,
}

/// <summary>The goals to work on next, the most promising first; a goal that no longer helps is passed over.</summary>
internal sealed class Frontier
{
    // Costly procedures on a goal are as likely to end it as going on two safe steps deeper.
    private const double CloserPenalty = 0.35;
    private const double PerCharacter = 1.0 / 250;
    private const double PerSibling = 0.35;
    private readonly PriorityQueue<(GoalNode Goal, Stage Stage), (double Cost, int Number)> _queue = new();
    private int _number;

    /// <summary>Puts a goal into its place.</summary>
    public void Add(GoalNode goal, Stage stage)
    {
        var open = 0;
        for (var step = goal.Cause; step is not null; step = step.Goal.Cause)
        {
            open += step.Left.Count(g => !g.IsProved) - 1;
        }

        var size = goal.Features.Statement.Length * PerCharacter;
        var cost = goal.Cost + size + (PerSibling * Math.Max(open, 0)) + (stage == Stage.Closers ? CloserPenalty : 0);
        _queue.Enqueue((goal, stage), (cost, _number++));
    }

    /// <summary>The next one; false when nothing is left.</summary>
    public bool TryTake(out GoalNode goal, out Stage stage)
    {
        while (_queue.TryDequeue(out var next, out _))
        {
            if (next.Goal.IsWanted)
            {
                (goal, stage) = next;
                return true;
            }
        }

        (goal, stage) = (null!, default);
        return false;
    }
}
