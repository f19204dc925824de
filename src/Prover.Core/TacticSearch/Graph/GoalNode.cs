using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.TacticSearch.Goals;

namespace Prover.Core.TacticSearch.Graph;

/// <summary>A goal of a search: proved as soon as one of the tactics that were applied to it leaves nothing open.</summary>
internal sealed class GoalNode
{
    /// <param name="text">The goal as Lean prints it.</param>
    /// <param name="cause">The tactic that left it; null for the root.</param>
    /// <param name="index">Which of the goals that the tactic left.</param>
    /// <param name="definitions">Names of the user's own definitions.</param>
    /// <param name="types">Names of the user's own types.</param>
    public GoalNode(string text, StepNode? cause, int index, IReadOnlyList<string> definitions, IReadOnlyList<string> types)
    {
        Text = text;
        Cause = cause;
        Index = index;
        Features = new GoalFeatures(GoalReader.Read(text), definitions, types);
        Form = GoalForm.Of(Features);
        Opening = Features.Goal.IsKnown ? PortfolioSampler.Opening(Features) : string.Empty;
        Depth = cause is null ? 0 : cause.Goal.Depth + 1;
        Cost = cause is null ? 0 : cause.Goal.Cost + cause.Cost;
    }

    /// <summary>The goal as Lean prints it.</summary>
    public string Text { get; }

    /// <summary>The tactic that left it; null for the root.</summary>
    public StepNode? Cause { get; }

    /// <summary>Its place among the goals that the tactic left.</summary>
    public int Index { get; }

    /// <summary>What steps look at; with what <see cref="Opening"/> moves into the context.</summary>
    public GoalFeatures Features { get; }

    /// <summary>The goal up to names.</summary>
    public GoalForm Form { get; }

    /// <summary>Tactics that bring the goal to what <see cref="Features"/> describe; empty when it is so already.</summary>
    public string Opening { get; }

    /// <summary>Tactics on the way from the root.</summary>
    public int Depth { get; }

    /// <summary>What the way from the root costs.</summary>
    public double Cost { get; }

    /// <summary>The step that proves it; null while it is open.</summary>
    public StepNode? Proof { get; set; }

    /// <summary>Whether it is proved.</summary>
    public bool IsProved => Proof is not null;

    /// <summary>Whether a proof of it still helps: neither it nor any goal above is proved.</summary>
    public bool IsWanted
    {
        get
        {
            for (var goal = this; goal is not null; goal = goal.Cause?.Goal)
            {
                if (goal.IsProved)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether the same goal, up to names, stands on the way from the root to it.</summary>
    public bool RepeatsAnAncestor
    {
        get
        {
            for (var goal = Cause?.Goal; goal is not null; goal = goal.Cause?.Goal)
            {
                if (goal.Form.Key == Form.Key)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
