using Prover.Bench.Data;
using Prover.Rounds.Problems;

namespace Prover.Rounds.Rounds;

/// <summary>What of a campaign's problems may be trained on, and what is kept out.</summary>
/// <param name="Usable">The problems to train on, each statement once.</param>
/// <param name="Excluded">Those that would give a held-out problem away.</param>
/// <param name="Duplicates">Those whose statement an earlier one has up to names, whichever files they are in.</param>
internal sealed record TrainingSelection(
    IReadOnlyList<TrainingProblem> Usable, IReadOnlyList<ExcludedProblem> Excluded, IReadOnlyList<Duplicate> Duplicates)
{
    /// <summary>Selects.</summary>
    public static async Task<TrainingSelection> OfAsync(
        IReadOnlyList<TrainingProblem> problems, IReadOnlyList<BenchProblem> heldOut, IContamination contamination, CancellationToken cancellationToken)
    {
        var found = await contamination.FindAsync(problems, heldOut, cancellationToken).ConfigureAwait(false);
        var excluded = found.ToDictionary(e => e.Problem, StringComparer.Ordinal);
        var duplicates = Problems.Duplicates.Find(problems.Select(p => p.Problem), cancellationToken);
        foreach (var duplicate in duplicates)
        {
            // What a copy of it gives away, it gives away itself.
            if (excluded.GetValueOrDefault(duplicate.Problem) is { } copy)
            {
                excluded.TryAdd(duplicate.First, copy with { Problem = duplicate.First, Reason = $"It has the statement of {duplicate.Problem}, which is kept out." });
            }
        }

        List<Duplicate> others = [.. duplicates.Where(d => !excluded.ContainsKey(d.Problem))];
        var keptOut = others.Select(d => d.Problem).Concat(excluded.Keys).ToHashSet(StringComparer.Ordinal);
        return new TrainingSelection(
            [.. problems.Where(p => !keptOut.Contains(p.Name))],
            [.. problems.Select(p => excluded.GetValueOrDefault(p.Name)).OfType<ExcludedProblem>()],
            others);
    }
}
