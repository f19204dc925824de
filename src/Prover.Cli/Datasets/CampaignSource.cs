using System.Runtime.CompilerServices;
using Prover.Datasets.Entries;
using Prover.Datasets.Sources;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;

namespace Prover.Cli.Datasets;

/// <summary>The problems that a campaign's rounds tried, with all attempts of all rounds. A problem belongs to the last round that tried it: one with a
/// proof, to the round that found it. What the campaign kept out, and what turned out to be false, vacuous or not expressible, is not in it.</summary>
/// <param name="path">The campaign's folder; it may go on meanwhile: rounds whose outcomes are known are read.</param>
/// <param name="marks">What the campaign does not know.</param>
internal sealed class CampaignSource(string path, SourceMarks marks) : IDatasetSource
{
    /// <inheritdoc />
    public string Description => $"rounds {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))}";

    /// <inheritdoc />
    /// <exception cref="RoundsException">There is no campaign, or a file of it is damaged.</exception>
    public async IAsyncEnumerable<DatasetEntry> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var folder = await RoundsFolder.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var records = await folder.ReadRoundsAsync(cancellationToken).ConfigureAwait(false);
        List<int> rounds = [.. records.Where(r => r.Round > 0 && r.Phase >= RoundPhase.Collected).Select(r => r.Round)];
        var last = await LastRoundsAsync(folder, rounds, cancellationToken).ConfigureAwait(false);
        var problems = folder.Train.Concat((await folder.ReadVariantsAsync(cancellationToken).ConfigureAwait(false)).Select(v => v.Training))
            .ToDictionary(p => p.Name, StringComparer.Ordinal);

        // Only of what is tried again, and so has no proof yet: without texts.
        var earlier = new Dictionary<string, IReadOnlyList<DatasetAttempt>>(StringComparer.Ordinal);
        foreach (var round in rounds)
        {
            var source = new RunSource(folder.AttemptsPath(round), marks with { Round = marks.Round ?? round });
            await foreach (var entry in source.ReadAsync(request, cancellationToken).ConfigureAwait(false))
            {
                IReadOnlyList<DatasetAttempt> attempts = [.. earlier.GetValueOrDefault(entry.Name) ?? [], .. entry.Attempts.Select(a => a with { Id = $"{round}/{a.Id}" })];
                var (lastRound, outcome) = last[entry.Name];
                if (lastRound > round)
                {
                    earlier[entry.Name] = attempts;
                    continue;
                }

                earlier.Remove(entry.Name);
                if (outcome is ProblemOutcome.Solved or ProblemOutcome.NotProved or ProblemOutcome.TimedOut or ProblemOutcome.Failed)
                {
                    var problem = problems[entry.Name];
                    yield return entry with { Source = marks.Source ?? SourceOf(folder.Settings, problem), Parent = problem.Parent, Attempts = attempts };
                }
            }
        }
    }

    // Which file a problem is from is not kept where there are several.
    private static string SourceOf(CampaignSettings settings, TrainingProblem problem)
    {
        var name = settings.Train is [var only] ? only.Name : "rounds";
        return problem.Problem.Split.Length == 0 ? name : $"{name}/{problem.Problem.Split}";
    }

    private static async Task<Dictionary<string, (int Round, ProblemOutcome Outcome)>> LastRoundsAsync(
        RoundsFolder folder, IReadOnlyList<int> rounds, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, (int, ProblemOutcome)>(StringComparer.Ordinal);
        foreach (var round in rounds)
        {
            foreach (var (problem, outcome) in await folder.ReadOutcomesAsync(round, cancellationToken).ConfigureAwait(false))
            {
                last[problem] = (round, outcome);
            }
        }

        return last;
    }
}
