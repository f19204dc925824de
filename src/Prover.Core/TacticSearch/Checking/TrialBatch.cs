using System.Globalization;
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
    // No word that could be a program's: after a text with one of those the pool ends the process, and each batch would wait for a new one.
    private const string Options = "set_option maxRecDepth 2000\n";

    /// <summary>How many texts may be checked at the same time.</summary>
    public int Parallelism => checker.Parallelism;

    /// <summary>What Lean said of each, in order.</summary>
    /// <remarks>One that runs out of time takes the others of its text with it; then they are asked about in two halves, once.</remarks>
    public async Task<IReadOnlyList<TrialOutcome>> CheckAsync(IReadOnlyList<Trial> trials, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (trials.Count == 0)
        {
            return [];
        }

        var found = await CheckOnceAsync(trials, timeLimit, cancellationToken).ConfigureAwait(false);
        if (trials.Count == 1 || found[0] is not TrialOutcome.TimedOut)
        {
            return found;
        }

        var outcomes = new List<TrialOutcome>();
        foreach (var half in trials.Chunk((trials.Count + 1) / 2))
        {
            outcomes.AddRange(await CheckOnceAsync(half, timeLimit / 2, cancellationToken).ConfigureAwait(false));
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<TrialOutcome>> CheckOnceAsync(IReadOnlyList<Trial> trials, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var (text, places) = Write(trials);
        var request = new CheckRequest { Text = text, Describe = false, AskKernelAgain = false, TimeLimit = timeLimit };
        var outcome = await checker.CheckAsync(request, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (outcome is not CheckOutcome.Completed completed)
        {
            TrialOutcome none = outcome is CheckOutcome.TimedOut ? new TrialOutcome.TimedOut() : new TrialOutcome.Failed();
            return [.. trials.Select(_ => none)];
        }

        var errors = completed.Messages.Where(m => m.Severity == LeanSeverity.Error).ToLookup(m => TrialAt(places, m.Start.Line));
        return [.. trials.Select((_, i) => Read([.. errors[i]], places[i]))];
    }

    private static TrialOutcome Read(IReadOnlyList<LeanMessage> errors, Place place)
    {
        var own = errors.Where(e => e.Start.Line < place.Mark).ToList();
        return own switch
        {
            [] => errors.Count == 0 ? new TrialOutcome.Accepted([]) : new TrialOutcome.Refused(),
            [var only] when PrintedGoals.IsIn(only.Text) && PrintedGoals.Read(only.Text) is { } left => new TrialOutcome.Accepted(left),
            _ => new TrialOutcome.Refused(),
        };
    }

    private static int TrialAt(List<Place> places, int line) => Math.Max(0, places.FindLastIndex(p => p.First <= line));

    private (string Text, List<Place> Places) Write(IReadOnlyList<Trial> trials)
    {
        var text = new StringBuilder(statement.Preface);
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }

        text.Append(Options);
        var line = 1 + text.ToString().AsSpan().Count('\n');
        var places = new List<Place>();
        for (var i = 0; i < trials.Count; i++)
        {
            var name = $"trial_{i}";
            var command = $"set_option maxHeartbeats {trials[i].MaxHeartbeats * 1000L} in\n{statement.CommandNamed(name, $"by\n{Sampling.Portfolio.Script.Indent(trials[i].Script)}")}\n";
            var mark = line + command.AsSpan().Count('\n');
            text.Append(command).Append(CultureInfo.InvariantCulture, $"#check @{name}\n");
            places.Add(new Place(line, mark));
            line = mark + 1;
        }

        return (text.ToString(), places);
    }

    /// <summary>Where a trial stands: its first line, and the line behind it that says that it is there. An error of a trial that ends in the middle of a
    /// term is reported there, and not in the next trial.</summary>
    private readonly record struct Place(int First, int Mark);
}
