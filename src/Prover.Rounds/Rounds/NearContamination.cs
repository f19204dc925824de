using Prover.Bench.Data;
using Prover.Rounds.Problems.Contamination;

namespace Prover.Rounds.Rounds;

/// <summary>Goes by the statements: the same text, the same up to names and layout, or nearly the same; and by what a problem is said to be a variant of.</summary>
/// <param name="threshold">The least similarity of a near statement; see <see cref="Decontamination"/>.</param>
public sealed class NearContamination(double threshold = Decontamination.UsualThreshold) : IContamination
{
    private readonly ExactContamination _exact = new();

    /// <inheritdoc />
    public string Name => "near statements";

    /// <inheritdoc />
    public async Task<IReadOnlyList<ExcludedProblem>> FindAsync(
        IReadOnlyList<TrainingProblem> training, IReadOnlyList<BenchProblem> heldOut, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        var excluded = (await _exact.FindAsync(training, heldOut, cancellationToken).ConfigureAwait(false)).ToDictionary(e => e.Problem, StringComparer.Ordinal);
        var index = new Decontamination([DataSet.Of("held-out", heldOut)], threshold);
        foreach (var hit in index.Find(training.Select(t => t.Problem), cancellationToken))
        {
            excluded.TryAdd(hit.Problem, new ExcludedProblem(hit.Problem, hit.With, hit.Likeness switch
            {
                Likeness.Near => FormattableString.Invariant($"Its statement is nearly the same ({hit.Similarity:0.00})."),
                _ => "It has the same statement up to names.",
            }));
        }

        return [.. training.Select(t => excluded.GetValueOrDefault(t.Name)).OfType<ExcludedProblem>()];
    }
}
