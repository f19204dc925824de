using System.Globalization;
using Prover.Bench.Data;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Rounds;

/// <summary>Chooses a round's problems by the schedule, from all that may be trained on.</summary>
internal sealed class RoundChoosing(RoundsFolder folder, CampaignParts parts)
{
    public async Task<RoundRecord> ChooseAsync(RoundRecord record, IReadOnlyList<RoundRecord> before, CancellationToken cancellationToken)
    {
        var all = await folder.ReadProblemsAsync(record.Round, cancellationToken).ConfigureAwait(false);
        var selection = await TrainingSelection.OfAsync(all, folder.HeldOut.Problems, parts.Contamination, cancellationToken).ConfigureAwait(false);
        var (histories, rounds) = await HistoriesAsync(before, cancellationToken).ConfigureAwait(false);
        var rated = selection.Usable.Select(p =>
        {
            var history = histories.GetValueOrDefault(p.Name) ?? ProblemHistory.None;
            return new RatedProblem(p.Name, parts.Difficulty.Of(p, history), history, rounds.TryGetValue(p.Name, out var last) ? last : null);
        });
        var last = before.Count > 0 ? before[^1].Window : null;
        var choice = parts.Schedule.Choose(new ScheduleRequest(record.Round, [.. rated], last, folder.Settings.ProblemsPerRound));
        await CampaignFiles.WriteLinesAsync(folder.Paths.Round(record.Round).Problems, choice.Problems, RoundsJson.Lines.ChosenProblem, cancellationToken).ConfigureAwait(false);
        return record with
        {
            Phase = RoundPhase.Chosen,
            Window = choice.Window,
            Bands = choice.Bands,
            Chosen = choice.Problems.Count,
            Excluded = selection.Excluded,
            Duplicates = selection.Duplicates,
        };
    }

    /// <summary>The problems that a round chose, as data.</summary>
    public async Task<DataSet> ReadAsync(int round, CancellationToken cancellationToken)
    {
        var all = (await folder.ReadProblemsAsync(round, cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var chosen = await CampaignFiles.ReadLinesAsync(folder.Paths.Round(round).Problems, RoundsJson.Lines.ChosenProblem, cancellationToken).ConfigureAwait(false);
        return DataSet.Of(string.Create(CultureInfo.InvariantCulture, $"round-{round}"), [.. chosen.Select(c => all[c.Problem].Problem)]);
    }

    private async Task<(Dictionary<string, ProblemHistory> Histories, Dictionary<string, int> LastRounds)> HistoriesAsync(
        IReadOnlyList<RoundRecord> before, CancellationToken cancellationToken)
    {
        var histories = new Dictionary<string, ProblemHistory>(StringComparer.Ordinal);
        var rounds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var round in before.Where(r => r.Round > 0).Select(r => r.Round))
        {
            foreach (var (problem, outcome) in await folder.ReadOutcomesAsync(round, cancellationToken).ConfigureAwait(false))
            {
                var tries = histories.GetValueOrDefault(problem, ProblemHistory.None).Tries;
                histories[problem] = new ProblemHistory(tries + (outcome == ProblemOutcome.Failed ? 0 : 1), outcome);
                rounds[problem] = round;
            }
        }

        return (histories, rounds);
    }
}
