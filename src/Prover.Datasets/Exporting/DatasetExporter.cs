using Prover.Core;
using Prover.Core.Prompts;
using Prover.Datasets.Cards;
using Prover.Datasets.Files;
using Prover.Datasets.Filtering;
using Prover.Datasets.Formats;
using Prover.Datasets.Rewards;
using Prover.Datasets.Sources;
using Prover.Datasets.Splits;

namespace Prover.Datasets.Exporting;

/// <summary>Writes datasets. Entries are streamed: memory does not grow with the texts, only by some 700 bytes a problem and 16 a text.</summary>
/// <param name="prompts">The prompts that rows begin with.</param>
/// <param name="time">The clock.</param>
public sealed class DatasetExporter(PromptLibrary prompts, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Writes a dataset: data files, card and checksums, all or nothing.</summary>
    /// <param name="sources">Where entries come from, one after the other.</param>
    /// <param name="options">What and how.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    /// <returns>The card.</returns>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    /// <exception cref="DatasetException">The target is there and not empty, or can't be written.</exception>
    /// <exception cref="PromptException">The prompt is none.</exception>
    public async Task<DataCard> ExportAsync(IReadOnlyList<IDatasetSource> sources, ExportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var maker = Maker(options);
        var shape = RecordShape.Of(options.Format);
        using var folder = new StagedFolder(options.Target);
        var (filtered, leftOut, problems) = (new FilterTally(), new LeftOut(), new NearDuplicates());
        using var spool = new Spool(Path.Combine(folder.Path, ".spool"), shape);
        foreach (var source in sources)
        {
            await foreach (var entry in ReadAhead.OfAsync(source.ReadAsync(new SourceRequest(maker.NeedsFailures), cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (options.Filter.Apply(entry, filtered) is not { } wanted)
                {
                    continue;
                }

                foreach (var made in maker.Make(wanted, leftOut))
                {
                    spool.Add(problems.Add(wanted.ProblemId, wanted.Statement), made);
                }
            }
        }

        var plan = SplitPlan.Draw(problems, options.ValidShare, options.Seed);
        var splits = new List<SplitCard>();
        foreach (var split in DatasetPaths.Splits)
        {
            var tally = new SplitTally();
            var rows = spool.Read(cancellationToken).Where(row => plan.IsValid(row.Problem) == (split == DatasetPaths.Valid)).Select(row =>
            {
                tally.Add(row);
                return row.Json;
            });
            await WriteAsync(Path.Combine(folder.Path, DatasetPaths.Of(split, options.Files)), rows, options.Files, shape, cancellationToken).ConfigureAwait(false);
            splits.Add(tally.Of(split, options.Files));
        }

        spool.Dispose();
        var card = new DataCard
        {
            Format = options.Format.ToString().ToLowerInvariant(),
            FileFormat = options.Files.ToString().ToLowerInvariant(),
            Created = _time.GetUtcNow(),
            Version = ProductVersion.Current,
            Command = options.Command,
            Sources = [.. sources.Select(s => s.Description)],
            Seed = options.Seed,
            ValidShare = options.ValidShare,
            Groups = plan.Groups,
            LargestGroup = plan.LargestGroup,
            Reward = options.Format == DatasetFormat.Grpo ? options.Reward.ToString() : null,
            Splits = splits,
            Filters = FilterCards.Of(options.Filter, filtered),
            LeftOut = leftOut.Counts,
            Notes = options.Notes,
        };
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, DatasetPaths.Card), CardJson.Write(card), cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, DatasetPaths.CardPage), CardPage.Of(card), cancellationToken).ConfigureAwait(false);
        await Checksums.WriteAsync(folder.Path, cancellationToken).ConfigureAwait(false);
        folder.Commit();
        return card;
    }

    private IRecordMaker Maker(ExportOptions options)
    {
        var renderer = new PromptRenderer(prompts, options.Prompt, options.Library);
        renderer.Demand();
        return options.Format switch
        {
            DatasetFormat.Sft => new SftMaker(renderer, options.MaxPerProblem),
            DatasetFormat.Preference => new PreferenceMaker(renderer, options.MaxPairs),
            DatasetFormat.Grpo => new GrpoMaker(renderer, new StoredReward(options.Reward), options.DropZeroVariance),
            DatasetFormat.Proofs => new ProofsMaker(),
            _ => new StatementsMaker(),
        };
    }

    private static async Task WriteAsync(
        string path, IEnumerable<ReadOnlyMemory<byte>> rows, FileFormat format, RecordShape shape, CancellationToken cancellationToken)
    {
        // Parquet is written forth and back; lines are only added.
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 18);
        await using (file.ConfigureAwait(false))
        {
            if (format == FileFormat.Parquet)
            {
                await shape.WriteParquetAsync(rows, file, cancellationToken).ConfigureAwait(false);
                return;
            }

            foreach (var row in rows)
            {
                // Into the buffer, mostly: to wait for each would cost more than to write it.
                file.Write(row.Span);
                file.WriteByte((byte)'\n');
            }
        }
    }
}
