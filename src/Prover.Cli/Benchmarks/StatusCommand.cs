using System.CommandLine;
using Prover.Bench.Runs;
using Prover.Bench.Scores;
using Prover.Cli.Commands;
using Prover.Cli.Output;

namespace Prover.Cli.Benchmarks;

/// <summary><c>prover bench status</c>: how far is a run, without touching it?</summary>
internal static class StatusCommand
{
    private static readonly Argument<string> Run = new("RUN") { Description = "The run's folder, or its name under the default place." };

    public static Command Create()
    {
        var command = new VerbCommand("status", "Say how far a run is and what it has found so far; it may go on meanwhile.", "prover bench status RUN") { Run };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var folder = RunFolders.Find(context.LocalOptions(spares: 0).StorePath, context.Parsed.GetRequiredValue(Run));
        var run = await RunFolder.ReadAsync(folder, cancellationToken).ConfigureAwait(false);
        PlainScore.Write(context.Output, run, Scorer.Score(run));
        return ExitCode.Proved;
    }
}
