using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Prover.Cli.Backends;
using Prover.Cli.Benchmarks;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Prompts;
using Prover.Core.Storage;
using Prover.Datasets.Cards;
using Prover.Datasets.Exporting;
using Prover.Datasets.Sources;

namespace Prover.Cli.Datasets;

/// <summary><c>prover dataset export</c>: verified proofs as data for training.</summary>
internal static class ExportCommand
{
    private static readonly Option<string[]> FromRun = new("--from-run")
    {
        Description = "A run of 'prover bench run', by its folder or name, in place of the store; may be given again.",
        HelpName = "RUN",
    };

    private static readonly Option<string[]> FromRounds = new("--from-rounds")
    {
        Description = "A folder of 'prover rounds start', in place of the store; may be given again. With --rounds, the problems that these rounds were the last to try.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> MarkSource = new("--mark-source") { Description = "The source that problems are said to come from; default: what is known.", HelpName = "NAME" };

    private static readonly Option<string?> MarkLicence = new("--mark-licence") { Description = "The licence that problems come under, where it is not known.", HelpName = "NAME" };

    private static readonly Option<int?> MarkRound = new("--mark-round") { Description = "The round that problems belong to.", HelpName = "N" };

    public static Command Create()
    {
        var command = new VerbCommand(
            "export",
            "Write verified proofs (and, for preference and grpo, what Lean turned down) with splits, a data card and checksums. Time-outs and failures of the machinery are never counted against a text.",
            "prover dataset export --format sft --out proofs-sft",
            "prover dataset export --format grpo --file-format parquet --drop-zero-variance --out groups",
            "prover dataset export --format proofs --minimum-grade replayed --valid-share 0.1 --seed 7 --out proofs",
            "prover dataset export --format sft --from-rounds campaign --rounds 2-4 --out sft",
            "prover dataset export --format sft --from-run goedel-run --note 'no problem of miniF2F test' --out sft")
        {
            ExportOptionSet.Format, ExportOptionSet.Files, ExportOptionSet.Out, FromRun, FromRounds,
            ExportOptionSet.MinimumGrade, ExportOptionSet.Rounds, ExportOptionSet.MaxProofChars, ExportOptionSet.Sources, ExportOptionSet.Licences, ExportOptionSet.Origins,
            ExportOptionSet.ValidShare, ExportOptionSet.Seed, ExportOptionSet.MaxPerProblem, ExportOptionSet.DropZeroVariance, ExportOptionSet.Reward,
            ExportOptionSet.Prompt, ExportOptionSet.Notes, MarkSource, MarkLicence, MarkRound, SharedOptions.Store, SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var options = ExportOptionSet.Read(parsed);
        var local = context.LocalOptions(spares: 0);
        var marks = new SourceMarks(parsed.GetValue(MarkSource), parsed.GetValue(MarkLicence), parsed.GetValue(MarkRound));
        await using var backend = new LocalBackend(local);
        var sources = Sources(backend, local.StorePath, parsed.GetValue(FromRun) ?? [], parsed.GetValue(FromRounds) ?? [], marks);
        var exporter = new DatasetExporter(backend.Services.GetRequiredService<PromptLibrary>());
        var card = await context.Progress.RunAsync("exporting", () => exporter.ExportAsync(sources, options, cancellationToken)).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.Output.Write(CardText.Json(card));
            return ExitCode.Proved;
        }

        foreach (var split in card.Splits)
        {
            context.Output.WriteLine($"{split.Name + ":",-10}{split.Rows} rows, {split.Problems} problems");
        }

        foreach (var (reason, count) in card.LeftOut)
        {
            context.Output.WriteLine($"left out: {count} ({reason})");
        }

        context.Output.WriteLine($"wrote:    {Path.GetFullPath(options.Target)}");
        return ExitCode.Proved;
    }

    private static IReadOnlyList<IDatasetSource> Sources(LocalBackend backend, string path, string[] runs, string[] campaigns, SourceMarks marks)
    {
        if (runs.Length + campaigns.Length > 0)
        {
            return [.. runs.Select(r => new RunSource(RunFolders.Find(path, r), marks)), .. campaigns.Select(c => new CampaignSource(c, marks))];
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"There is no store '{path}'. Name one with --store FILE, a run with --from-run RUN, or rounds with --from-rounds DIR.");
        }

        var store = backend.Services.GetRequiredService<IProofStore>();
        return [new StoreSource((IStoreReader)store, store, Path.GetFileName(path), marks)];
    }
}
