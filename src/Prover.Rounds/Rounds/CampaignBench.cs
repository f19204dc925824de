using Prover.Bench.Data;
using Prover.Bench.Runs;
using Prover.Rounds.Provers;

namespace Prover.Rounds.Rounds;

/// <summary>Asks a version of the prover: an ordinary run of the harness, in a folder of the round.</summary>
internal sealed class CampaignBench(
    RoundsFolder folder, CampaignParts parts, RunOptions? options, IProgress<RoundsProgress>? progress, TimeProvider time)
{
    private readonly KeptStatementCheck _check = new(parts.Check, folder.Paths.Checks);

    /// <summary>Runs it to its end, or goes on where it ended.</summary>
    public async Task<BenchRun> RunAsync(
        RoundRecord record, string path, DataSet data, ProverVersion version, int seed, int samples, CancellationToken cancellationToken)
    {
        var source = record.Phase == RoundPhase.Learned ? parts.HeldOutProvers ?? parts.Provers : parts.Provers;
        var prover = new VersionedProver(version, await source.CreateAsync(version, folder.Path, cancellationToken).ConfigureAwait(false));
        await using (prover.ConfigureAwait(false))
        {
            var settings = new RunSettings
            {
                Data = data.Identity,
                Profile = parts.Profile.Name,
                Header = parts.Profile.Header,
                Prover = prover.Settings,
                Lean = folder.Settings.Lean,
                Seed = seed,
                Samples = samples,
                Ks = samples == 1 ? [1] : [1, samples],
                Version = folder.Settings.Version,
            };
            var run = await RunFolder.OpenAsync(path, settings, data, time, cancellationToken).ConfigureAwait(false);
            return await new BenchRunner(run, data, parts.Profile, _check, prover, options, new Telling(record, progress), time).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // Not Progress<T>, which would tell some other time.
    private sealed class Telling(RoundRecord record, IProgress<RoundsProgress>? progress) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => progress?.Report(new RoundsProgress(record.Round, record.Phase, value.Last ?? string.Empty) { Run = value });
    }
}
