using System.Runtime.CompilerServices;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;
using Prover.Service.Admission;
using Prover.Service.Errors;
using Prover.Service.Hosting;

namespace Prover.Service.Campaigns;

/// <summary>Follows a campaign's records, whichever process works on it.</summary>
internal sealed class CampaignWatch(ActiveCalls calls, ProverServiceOptions options, TimeProvider time)
{
    /// <summary>Every round, and again whenever it has come further, until the campaign is complete.</summary>
    public async IAsyncEnumerable<RoundReport> FollowAsync(RoundsFolder folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A round's record is written once a phase.
        var told = new Dictionary<int, RoundPhase>();
        while (true)
        {
            var records = await folder.ReadRoundsAsync(cancellationToken).ConfigureAwait(false);
            if (records.Any(r => IsNews(r.Round, r.Phase)))
            {
                // What is told is what was read with its figures, which may be further by now.
                var report = await CampaignReport.ReadAsync(folder, cancellationToken).ConfigureAwait(false);
                foreach (var round in report.Rounds.Where(r => IsNews(r.Round, r.Phase)).ToList())
                {
                    told[round.Round] = round.Phase;
                    yield return round;
                }

                if (report.IsComplete)
                {
                    yield break;
                }
            }

            if (calls.IsDraining)
            {
                throw RpcErrors.ShuttingDown().ToRpc();
            }

            await Task.Delay(options.WatchInterval, time, cancellationToken).ConfigureAwait(false);
        }

        bool IsNews(int round, RoundPhase phase) => !told.TryGetValue(round, out var known) || known != phase;
    }
}
