using System.Text;
using Prover.Core.Checking;
using Prover.Core.Repair.Partial;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;

namespace Prover.Core.Elementary.Stories;

/// <summary>Reads the goal at each step of a script: for each there is a copy of the theorem that ends there in a hole, and Lean tells the goal of every hole.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="statement">The statement.</param>
internal sealed class StepGoals(ILeanChecker checker, TheoremStatement statement)
{
    // So many copies in one text that a long proof needs few texts.
    private const int CopiesInOne = 12;
    private const int Heartbeats = 200_000;

    /// <summary>Lean's print of the goal in front of each step, by the step's first line in the script; steps whose goal Lean did not tell are missing.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ReadAsync(string script, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var goals = new Dictionary<int, string>();
        foreach (var steps in ScriptStep.Of(script).DistinctBy(s => s.First).Chunk(CopiesInOne))
        {
            var text = new StringBuilder(statement.Preface);
            if (text.Length > 0 && text[^1] != '\n')
            {
                text.Append('\n');
            }

            var line = 1 + text.ToString().AsSpan().Count('\n');
            var holes = new Dictionary<int, int>();
            for (var i = 0; i < steps.Length; i++)
            {
                var (cut, at) = WithHole(script, steps[i]);
                var command = statement.CommandNamed($"story_{i}", Script.AsProof(cut)) + "\n";
                holes[line + ScriptLine(command, cut) + at] = steps[i].First;
                text.Append(command);
                line += command.AsSpan().Count('\n');
            }

            var request = new CheckRequest { Text = text.ToString(), Describe = false, AskKernelAgain = false, MaxHeartbeats = Heartbeats, TimeLimit = timeLimit };
            var outcome = await checker.CheckAsync(request, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (outcome is CheckOutcome.Completed completed)
            {
                foreach (var hole in completed.Sorries)
                {
                    if (hole.Goal is { } goal && holes.TryGetValue(hole.Start.Line, out var first))
                    {
                        goals.TryAdd(first, goal);
                    }
                }
            }
        }

        return goals;
    }

    /// <summary>The script with a hole in place of a step and its later siblings, and the hole's line.</summary>
    private static (string Script, int Line) WithHole(string script, ScriptStep step)
    {
        var lines = script.Split('\n');
        var indent = Layout.Indent(lines[step.First]);
        var least = step.Column > indent ? indent + 1 : indent;
        var end = step.First + 1;
        while (end < lines.Length && (lines[end].Trim().Length == 0 || Layout.Indent(lines[end]) >= least))
        {
            end++;
        }

        string[] kept = [.. lines[..step.First], lines[step.First][..step.Column] + "sorry", .. lines[end..]];
        return (string.Join('\n', kept), step.First);
    }

    /// <summary>How many lines of the command stand in front of its script.</summary>
    private static int ScriptLine(string command, string script) => command.AsSpan().TrimEnd('\n').Count('\n') - script.AsSpan().TrimEnd('\n').Count('\n');
}
