using Prover.Bench.Data;

namespace Prover.Rounds.Rounds;

/// <summary>A problem that rounds may train on.</summary>
/// <param name="Problem">The problem.</param>
public sealed record TrainingProblem(BenchProblem Problem)
{
    /// <summary>How hard it is said to be, from 0 to 1; null where nobody says.</summary>
    public double? Difficulty { get; init; }

    /// <summary>Name of the problem that it is a variant of; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Problem.Name;
}

/// <summary>Problems to train on, with where they come from.</summary>
/// <param name="Sources">The files, as their data sets name themselves.</param>
/// <param name="Problems">All problems, in the order of the files; names are one of a kind.</param>
public sealed record TrainingSet(IReadOnlyList<DataIdentity> Sources, IReadOnlyList<TrainingProblem> Problems);
