using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Prover.Cli.Backends;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Checking;
using Prover.Datasets.Files;
using Prover.Datasets.Formats;
using Prover.Datasets.Verification;

namespace Prover.Cli.Datasets;

/// <summary><c>prover dataset verify</c>: does everything hold that a dataset says is proved?</summary>
internal static class VerifyDatasetCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The dataset's folder." };

    private static readonly Option<int?> Sample = new("--sample") { Description = "Verify so many proofs, drawn by the seed; default: all.", HelpName = "N" };

    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the drawing.", HelpName = "N" };

    private static readonly Option<bool> IgnoreChecksums = new("--ignore-checksums") { Description = "Verify the proofs even where files are not as they were written." };

    public static Command Create()
    {
        var command = new VerbCommand(
            "verify",
            "Check a dataset's checksums, then verify every proof in it again against its own statement, with the Lean here and nothing but the dataset. "
            + "Exit codes: 0 all hold, 1 a file was changed or a proof does not hold, 2 usage or no dataset, 3 nothing is known of a proof (time-out or infrastructure).",
            "prover dataset verify proofs",
            "prover dataset verify proofs --sample 100 --seed 3 --json")
        {
            Folder, Sample, Seed, IgnoreChecksums, SharedOptions.TimeLimit, SharedOptions.Workers, SharedOptions.Toolchain, SharedOptions.AllowUnprotected, SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        if (parsed.GetValue(Sample) is < 1)
        {
            throw new UsageException("--sample must be at least 1.");
        }

        var dataset = await DatasetFolder.OpenAsync(parsed.GetRequiredValue(Folder), cancellationToken).ConfigureAwait(false);
        var faults = await dataset.CheckSumsAsync(cancellationToken).ConfigureAwait(false);
        if (faults.Count > 0 && !parsed.GetValue(IgnoreChecksums))
        {
            DatasetReport.Write(context, faults, null);
            return ExitCode.NotProved;
        }

        if (dataset.Format == DatasetFormat.Statements)
        {
            throw new UsageException("This dataset holds statements alone: there is no proof in it to verify. Its checksums hold.");
        }

        await using var backend = new LocalBackend(context.LocalOptions(spares: 0));
        var done = 0L;
        var report = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            var parallelism = backend.Services.GetRequiredService<ILeanChecker>().Parallelism;
            var options = new DatasetVerificationOptions { Sample = parsed.GetValue(Sample), Seed = parsed.GetValue(Seed), TimeLimit = context.TimeLimit() };
            return await new DatasetVerifier(backend.Verifier, parallelism).VerifyAsync(
                dataset,
                options,
                check => context.Progress.Say($"{Interlocked.Increment(ref done)}: {check.Proof.Name} {DatasetReport.Word(check.Kind)}"),
                cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        DatasetReport.Write(context, faults, report);
        return faults.Count > 0 || report.Failed > 0 ? ExitCode.NotProved
            : report.IsGood ? ExitCode.Proved
            : ExitCode.Unknown;
    }
}
