using Prover.Bench.Data;

namespace Prover.Rounds.Rounds;

/// <summary>Finds problems that would give a held-out problem away if they were trained on.</summary>
public interface IContamination
{
    /// <summary>What it goes by, in a few words; kept with the campaign.</summary>
    string Name { get; }

    /// <summary>The problems that must not be trained on, in the order of <paramref name="training"/>, each once.</summary>
    Task<IReadOnlyList<ExcludedProblem>> FindAsync(
        IReadOnlyList<TrainingProblem> training, IReadOnlyList<BenchProblem> heldOut, CancellationToken cancellationToken = default);
}

/// <summary>A problem that is not trained on.</summary>
/// <param name="Problem">Its name.</param>
/// <param name="HeldOut">Name of the held-out problem that it would give away.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record ExcludedProblem(string Problem, string HeldOut, string Reason);

/// <summary>Goes by the text of statements, without the theorem's name, comments and layout; and by what a problem is said to be a variant of.</summary>
public sealed class ExactContamination : IContamination
{
    /// <inheritdoc />
    public string Name => "exact text";

    /// <inheritdoc />
    public Task<IReadOnlyList<ExcludedProblem>> FindAsync(
        IReadOnlyList<TrainingProblem> training, IReadOnlyList<BenchProblem> heldOut, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        var texts = heldOut.ToLookup(StatementText.Of, StringComparer.Ordinal);
        var names = heldOut.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        List<ExcludedProblem> excluded = [];
        foreach (var problem in training)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (texts[StatementText.Of(problem.Problem)].FirstOrDefault() is { } same)
            {
                excluded.Add(new ExcludedProblem(problem.Name, same.Name, "It has the same statement."));
            }
            else if (problem.Parent is { } parent && names.Contains(parent))
            {
                excluded.Add(new ExcludedProblem(problem.Name, parent, "It is a variant of it."));
            }
        }

        return Task.FromResult<IReadOnlyList<ExcludedProblem>>(excluded);
    }
}
