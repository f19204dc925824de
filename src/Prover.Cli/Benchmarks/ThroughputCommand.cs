using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Throughput;
using Prover.Cli.Backends;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Lean;

namespace Prover.Cli.Benchmarks;

/// <summary><c>prover bench throughput</c>: how fast are proofs verified here?</summary>
internal static class ThroughputCommand
{
    private static readonly Option<int[]> Workers = new("--workers")
    {
        Description = "Lean processes that check at the same time; may be given again. Default: 1 and what processors and memory carry.",
        HelpName = "N",
    };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "Rounds through the corpus that are measured.", DefaultValueFactory = _ => 5, HelpName = "N" };

    public static Command Create()
    {
        var command = new VerbCommand(
            "throughput",
            "Verify a fixed corpus of good, bad and slow proofs on a warm pool and, side by side, in one process each; every verdict must be the expected one.",
            "prover bench throughput",
            "prover bench throughput --workers 1 --workers 4 --rounds 10 --json")
        {
            Workers, Rounds, SharedOptions.Toolchain, SharedOptions.AllowUnprotected, SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var (workers, rounds) = (context.Parsed.GetValue(Workers) ?? [], context.Parsed.GetValue(Rounds));
        if (rounds < 1 || workers.Any(w => w < 1))
        {
            throw new UsageException("--workers and --rounds must be at least 1.");
        }

        await using var backend = new LocalBackend(context.LocalOptions(spares: 0));
        var report = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            var options = new ThroughputOptions { Toolchain = backend.Services.GetRequiredService<ILeanToolchain>(), Rounds = rounds };
            options = workers.Length > 0 ? options with { Workers = [.. workers.Distinct()] } : options;
            return await ThroughputBenchmark.RunAsync(options, context.Progress, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.Output.WriteLine(report.ToJson());
        }
        else
        {
            ThroughputText.Write(report, context.Output);
        }

        return ExitCode.Proved;
    }
}
