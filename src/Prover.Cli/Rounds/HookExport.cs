using Prover.Core.Lean;
using Prover.Core.Prompts;
using Prover.Datasets.Exporting;
using Prover.Datasets.Formats;
using Prover.Rounds.Hooks;
using Prover.Rounds.Rounds;

namespace Prover.Cli.Rounds;

/// <summary>Writes what hooks train on as a dataset's rows: see <c>docs/datasets.md</c>. All of it is for training.</summary>
/// <param name="prompts">The prompts that rows begin with.</param>
/// <param name="format">Which rows.</param>
/// <param name="name">What problems are said to come from.</param>
/// <param name="lean">The campaign's Lean, which prompts speak of.</param>
internal sealed class HookExport(PromptLibrary prompts, DatasetFormat format, string name, ToolchainIdentity lean) : ITrainingExport
{
    /// <summary>The export that a campaign was asked for with.</summary>
    /// <exception cref="RoundsException">There is no such format.</exception>
    public static ITrainingExport Of(CampaignSettings settings, PromptLibrary prompts, ToolchainIdentity lean)
    {
        var name = settings.Train is [var only] ? only.Name : "rounds";
        return settings.HookFormat switch
        {
            null or "plain" => new PlainExport(),
            "sft" => new HookExport(prompts, DatasetFormat.Sft, name, lean),
            "proofs" => new HookExport(prompts, DatasetFormat.Proofs, name, lean),
            var other => throw new RoundsException($"There is no format '{other}' for hooks. Mend 'hookFormat' in campaign.json: it is 'sft', 'proofs' or 'plain'."),
        };
    }

    /// <inheritdoc />
    public async Task WriteAsync(IReadOnlyList<PoolProof> proofs, string path, CancellationToken cancellationToken = default)
    {
        // Made in a folder beside the file; one that was killed is taken away by the next.
        var work = path + ".work";
        Delete(work);
        try
        {
            var options = new ExportOptions { Target = Path.Combine(work, "dataset"), Format = format, ValidShare = 0, MaxPerProblem = int.MaxValue };
            await new DatasetExporter(prompts).ExportAsync([new PoolSource(proofs, name, lean)], options, cancellationToken).ConfigureAwait(false);
            File.Move(Path.Combine(options.Target, "train.jsonl"), path, overwrite: true);
        }
        finally
        {
            Delete(work);
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
