using Prover.Bench.Runs;
using Prover.Rounds.Promotion;
using Prover.Rounds.Provers;

namespace Prover.Rounds.Rounds;

/// <summary>Drives a campaign of expert iteration: in each round problems are chosen, the prover is asked, its proofs go to the pool, a new version
/// learns from them, is measured on the held-out problems, and promoted or rolled back.</summary>
/// <remarks>
/// <para>The loop is that of S. Polu et al. (2022), "Formal Mathematics Statement Curriculum Learning", arXiv:2202.01344.</para>
/// <para>It may end at any moment, by a kill too. Each part of a round is on the disk before the next begins, and all parts can be done again with
/// the same result: a campaign that was killed and gone on with comes to the same as one that was not, as far as its provers do.</para>
/// </remarks>
/// <param name="folder">The campaign.</param>
/// <param name="parts">What it is driven with.</param>
/// <param name="options">How to take part in its runs; does not change results.</param>
/// <param name="progress">Told of everything that happens.</param>
/// <param name="time">The clock.</param>
public sealed class CampaignRunner(
    RoundsFolder folder, CampaignParts parts, RunOptions? options = null, IProgress<RoundsProgress>? progress = null, TimeProvider? time = null)
{
    private readonly CampaignBench _bench = new(folder, parts, options, progress, time ?? TimeProvider.System);
    private readonly RoundChoosing _choosing = new(folder, parts);
    private readonly RoundCollecting _collecting = new(folder, parts);
    private readonly RoundLearning _learning = new(folder, parts, progress);

    /// <summary>Goes on until all rounds are over.</summary>
    /// <returns>The records of all rounds.</returns>
    /// <exception cref="RoundsException">Somebody else works on it, a hook failed, or a file is damaged.</exception>
    /// <exception cref="RunException">The machinery fails again and again.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; everything that had ended is on record.</exception>
    public async Task<IReadOnlyList<RoundRecord>> RunAsync(CancellationToken cancellationToken = default)
    {
        using var held = folder.Hold();
        List<RoundRecord> records = [];
        var prover = new ProverVersion(folder.Settings.Prover.Name, 0);
        for (var round = 0; round <= folder.Settings.Rounds; round++)
        {
            var record = await folder.ReadRoundAsync(round, cancellationToken).ConfigureAwait(false) ?? new RoundRecord(round, RoundPhase.Begun, prover);
            while (record.Phase != RoundPhase.Decided)
            {
                cancellationToken.ThrowIfCancellationRequested();
                record = await NextAsync(record, records, cancellationToken).ConfigureAwait(false);
                await CampaignFiles.WriteAsync(folder.Paths.Round(round).Record, record, RoundsJson.Readable.RoundRecord, cancellationToken).ConfigureAwait(false);
                progress?.Report(new RoundsProgress(round, record.Phase, RoundWords.Of(record)));
            }

            records.Add(record);
            prover = record.Successor!;
        }

        return records;
    }

    /// <summary>Does the next part of a round.</summary>
    private async Task<RoundRecord> NextAsync(RoundRecord record, IReadOnlyList<RoundRecord> before, CancellationToken cancellationToken)
    {
        switch (record.Phase)
        {
            // Round 0 learns nothing: it measures where the campaign begins.
            case RoundPhase.Begun when record.Round == 0:
                return record with { Phase = RoundPhase.Learned, Candidate = record.Prover };
            case RoundPhase.Begun:
                return await _choosing.ChooseAsync(record, before, cancellationToken).ConfigureAwait(false);
            case RoundPhase.Chosen:
                var (data, seed) = (await _choosing.ReadAsync(record.Round, cancellationToken).ConfigureAwait(false), folder.Settings.Seed + record.Round);
                await _bench.RunAsync(record, folder.Paths.Round(record.Round).Attempts, data, record.Prover, seed, folder.Settings.Samples, cancellationToken).ConfigureAwait(false);
                return record with { Phase = RoundPhase.Attempted };
            case RoundPhase.Attempted:
                return await _collecting.CollectAsync(record, cancellationToken).ConfigureAwait(false);
            case RoundPhase.Collected:
                return await _learning.LearnAsync(record, cancellationToken).ConfigureAwait(false);
            case RoundPhase.Learned:
                await _bench.RunAsync(
                    record, folder.Paths.Round(record.Round).HeldOut, folder.HeldOut, record.Candidate!, folder.Settings.Seed, folder.Settings.HeldOutSamples, cancellationToken).ConfigureAwait(false);
                return record with { Phase = RoundPhase.Evaluated };
            default:
                return record with { Phase = RoundPhase.Decided, Decision = await DecideAsync(record, before, cancellationToken).ConfigureAwait(false) };
        }
    }

    private async Task<Decision> DecideAsync(RoundRecord record, IReadOnlyList<RoundRecord> before, CancellationToken cancellationToken)
    {
        if (record.Round == 0)
        {
            return new Decision(DecisionKind.Baseline, "The prover before the first round.");
        }

        // The version that was asked in this round was measured in the round that made it.
        var measured = before.Last(r => r.Candidate!.Version == record.Prover.Version).Round;
        var incumbent = await RunFolder.ReadAsync(folder.Paths.Round(measured).HeldOut, cancellationToken).ConfigureAwait(false);
        var candidate = await RunFolder.ReadAsync(folder.Paths.Round(record.Round).HeldOut, cancellationToken).ConfigureAwait(false);
        var isSame = record.Candidate!.HasLearnedTheSameAs(record.Prover);
        return PromotionJudge.Decide(folder.Settings.Promote, incumbent, candidate, isSame) with { ComparedWith = measured };
    }
}
