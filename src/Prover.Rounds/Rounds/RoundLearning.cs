using Prover.Rounds.Hooks;
using Prover.Rounds.Provers;

namespace Prover.Rounds.Rounds;

/// <summary>Makes a new version of the prover: writes the pool for trainers, then lets every hook learn.</summary>
internal sealed class RoundLearning(RoundsFolder folder, CampaignParts parts, IProgress<RoundsProgress>? progress)
{
    public async Task<RoundRecord> LearnAsync(RoundRecord record, CancellationToken cancellationToken)
    {
        var paths = folder.Paths.Round(record.Round);
        var pool = await folder.ReadPoolAsync(cancellationToken).ConfigureAwait(false);
        var found = pool.Where(p => p.Round == record.Round).ToList();
        var files = new HookFiles(
            folder.Path, Path.Combine(paths.Export, "train.jsonl"), Path.Combine(paths.Export, "new.jsonl"), folder.Paths.Pool, paths.Output, paths.Log);
        Directory.CreateDirectory(paths.Export);
        await parts.Export.WriteAsync(pool, files.Train, cancellationToken).ConfigureAwait(false);
        await parts.Export.WriteAsync(found, files.New, cancellationToken).ConfigureAwait(false);
        var request = new HookRequest(record.Round, record.Prover, pool, files) { Progress = new Telling(record, progress) };
        var candidate = record.Prover with { Version = record.Round, Parent = record.Prover.Version };
        List<HookSummary> summaries = [];
        foreach (var hook in parts.Hooks)
        {
            var result = await hook.LearnAsync(request, cancellationToken).ConfigureAwait(false);
            summaries.Add(new HookSummary(hook.Name, result.Summary));
            candidate = await ApplyAsync(candidate, record, result, cancellationToken).ConfigureAwait(false);
        }

        var learned = new LearnedRecord([.. found.Select(p => p.Id)], summaries, candidate);
        await CampaignFiles.WriteAsync(paths.Learned, learned, RoundsJson.Readable.LearnedRecord, cancellationToken).ConfigureAwait(false);
        return record with { Phase = RoundPhase.Learned, Candidate = candidate };
    }

    private async Task<ProverVersion> ApplyAsync(ProverVersion candidate, RoundRecord record, HookResult result, CancellationToken cancellationToken)
    {
        if (result.Memory is { } memory)
        {
            // With slashes everywhere: the record is the same on all systems, and a campaign can be moved.
            candidate = candidate with { Memory = Path.GetRelativePath(folder.Path, memory).Replace(Path.DirectorySeparatorChar, '/'), MemoryId = result.MemoryId };
        }

        if (result.Model is { } model)
        {
            var name = CampaignModels.NameOf(record.Round);
            await CampaignModels.RegisterAsync(folder.ModelsPath, name, record.Prover.Model ?? BaseModel(), model, cancellationToken).ConfigureAwait(false);
            candidate = candidate with { Model = name };
        }

        return candidate;
    }

    private string? BaseModel() => folder.Settings.Prover.Name.Split(':', 2) is ["model", var name] ? name
        : folder.Settings.Prover.Models is [var only] ? only
        : null;

    private sealed class Telling(RoundRecord record, IProgress<RoundsProgress>? progress) : IProgress<string>
    {
        public void Report(string value) => progress?.Report(new RoundsProgress(record.Round, record.Phase, value) { IsLog = true });
    }
}
