using System.Text;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;
using Prover.Core.TacticSearch.Goals;

namespace Prover.Core.TacticSearch.Checking;

/// <summary>A script for a statement's theorem, bounded by heartbeats.</summary>
/// <param name="Script">The tactics after <c>by</c>.</param>
/// <param name="MaxHeartbeats">Heartbeats in thousands.</param>
internal sealed record Trial(string Script, int MaxHeartbeats);

/// <summary>Checks many scripts for one statement in one text: a copy of the theorem for each, so that one's failure is not another's.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="statement">The statement.</param>
internal sealed class TrialBatch(ILeanChecker checker, TheoremStatement statement)
{
    private const string Options = "set_option maxRecDepth 2000\nset_option linter.all false\n";

    /// <summary>What Lean said of each, in order.</summary>
    /// <remarks>One that runs out of time takes the others with it; then each is asked about alone, as long as time is left.</remarks>
    public async Task<IReadOnlyList<TrialOutcome>> CheckAsync(IReadOnlyList<Trial> trials, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var found = new TrialOutcome[trials.Count];
        Array.Fill(found, new TrialOutcome.Unknown());
        if (trials.Count == 0 || await CheckOnceAsync(trials, found, 0, timeLimit, cancellationToken).ConfigureAwait(false) || trials.Count == 1)
        {
            return found;
        }

        var left = timeLimit;
        for (var i = 0; i < trials.Count && left > TimeSpan.Zero; i++)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            await CheckOnceAsync([trials[i]], found, i, TimeSpan.FromTicks(timeLimit.Ticks / 4), cancellationToken).ConfigureAwait(false);
            left -= System.Diagnostics.Stopwatch.GetElapsedTime(started);
        }

        return found;
    }

    private async Task<bool> CheckOnceAsync(
        IReadOnlyList<Trial> trials, TrialOutcome[] found, int offset, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var (text, firstLines) = Write(trials);
        var request = new CheckRequest { Text = text, Describe = false, AskKernelAgain = false, TimeLimit = timeLimit };
        var outcome = await checker.CheckAsync(request, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (outcome is not CheckOutcome.Completed completed)
        {
            return false;
        }

        var errors = completed.Messages.Where(m => m.Severity == LeanSeverity.Error).ToLookup(m => TrialAt(firstLines, m.Start.Line));
        for (var i = 0; i < trials.Count; i++)
        {
            found[offset + i] = Read([.. errors[i]]);
        }

        return true;
    }

    private static TrialOutcome Read(IReadOnlyList<LeanMessage> errors) => errors switch
    {
        [] => new TrialOutcome.Accepted([]),
        [var only] when PrintedGoals.IsIn(only.Text) && PrintedGoals.Read(only.Text) is { } left => new TrialOutcome.Accepted(left),
        _ => new TrialOutcome.Refused(),
    };

    private static int TrialAt(List<int> firstLines, int line)
    {
        var at = firstLines.BinarySearch(line);
        return at >= 0 ? at : ~at - 1;
    }

    private (string Text, List<int> FirstLines) Write(IReadOnlyList<Trial> trials)
    {
        var text = new StringBuilder(statement.Preface);
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }

        text.Append(Options);
        var line = 1 + text.ToString().AsSpan().Count('\n');
        var firstLines = new List<int>();
        for (var i = 0; i < trials.Count; i++)
        {
            firstLines.Add(line);
            var command = $"set_option maxHeartbeats {trials[i].MaxHeartbeats * 1000L} in\n{statement.CommandNamed($"trial_{i}", $"by\n{Sampling.Portfolio.Script.Indent(trials[i].Script)}")}\n";
            text.Append(command);
            line += command.AsSpan().Count('\n');
        }

        return (text.ToString(), firstLines);
    }
}
