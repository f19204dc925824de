using Prover.Core.Memory;
using Prover.Core.Sampling.Portfolio;

namespace Prover.Core.TacticSearch.Graph;

/// <summary>Writes scripts: of a proved goal, and of a way to an open goal with everything beside it left out.</summary>
internal static class ScriptWriter
{
    /// <summary>The whole script of a proved goal: one goal goes on in line, several have a bullet each.</summary>
    public static string Proof(GoalNode goal)
    {
        var step = goal.Proof!;
        return step.Left.Count switch
        {
            0 => step.Script,
            1 => Script.Lines(step.Script, Proof(step.Left[0])),
            _ => Script.Lines([step.Script, .. step.Left.Select(g => Script.Bullet(Proof(g)))]),
        };
    }

    /// <summary>A script that applies another to one goal below the root and leaves out all other goals by <c>sorry</c>.</summary>
    public static string Trial(GoalNode goal, string applied)
    {
        var script = Script.Bullet(applied);
        for (; goal.Cause is { } step; goal = step.Goal)
        {
            string[] turn = goal.Index == 0 ? [] : [$"rotate_left {goal.Index}"];
            string[] rest = step.Left.Count == 1 ? [] : ["all_goals sorry"];
            script = Script.Lines([step.Script, .. turn, script, .. rest]);
            script = step.Goal.Cause is null ? script : Script.Bullet(script);
        }

        return script;
    }

    /// <summary>The steps of a proof, from the root on.</summary>
    public static IReadOnlyList<ProofStep> Steps(GoalNode goal)
    {
        var step = goal.Proof!;
        return [new ProofStep(goal.Text, step.Script) { GoalsLeft = step.Left.Count }, .. step.Left.SelectMany(Steps)];
    }

}
