using Prover.Core.Verification;

namespace Prover.Bench.Data;

/// <summary>Which data a run was about.</summary>
/// <param name="Name">For people, e.g. <c>miniF2F</c> or a file's name.</param>
/// <param name="Sha256">Hex SHA-256 over the chosen problems in order: names, splits, headers and statements. The same for the same problems in
/// whichever of the known shapes.</param>
/// <param name="Problems">How many.</param>
/// <param name="Splits">The splits that were chosen, sorted.</param>
public sealed record DataIdentity(string Name, string Sha256, int Problems, IReadOnlyList<string> Splits)
{
    /// <summary>The public repository that it was fetched from; null for other files.</summary>
    public string? Repository { get; init; }

    /// <summary>The names of the problems that were picked out of the chosen splits; empty when all of them were taken.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The commit there; null for other files.</summary>
    public string? Revision { get; init; }
}

/// <summary>A problem that its data set is known to state wrongly.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What is wrong with it, in a sentence.</param>
public sealed record KnownFault(string Name, string Reason);

/// <summary>Problems with where they come from.</summary>
/// <param name="Identity">Which data.</param>
/// <param name="Problems">The problems, in the data set's order.</param>
public sealed record DataSet(DataIdentity Identity, IReadOnlyList<BenchProblem> Problems)
{
    /// <summary>What is known to be wrong in it; reported beside what the run's own checks find.</summary>
    public IReadOnlyList<KnownFault> KnownFaults { get; init; } = [];

    /// <summary>Names what the problems are, and hashes them.</summary>
    public static DataSet Of(string name, IReadOnlyList<BenchProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var splits = problems.Select(p => p.Split).Distinct().Order(StringComparer.Ordinal).ToList();
        var hash = ContentKey.Hash([.. problems.SelectMany(p => new[] { p.Name, p.Split, p.Header, p.Statement })]);
        return new DataSet(new DataIdentity(name, hash, problems.Count, splits), problems);
    }

    /// <summary>Only the problems of these names, in the data set's order.</summary>
    /// <exception cref="DataSetException">There is none of a name.</exception>
    public DataSet Only(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.FirstOrDefault(n => !Problems.Any(p => p.Name == n)) is { } missing)
        {
            throw new DataSetException($"There is no problem '{missing}' in {Identity.Name}{(Identity.Splits.Count > 0 ? $" ({string.Join(", ", Identity.Splits)})" : string.Empty)}.");
        }

        var chosen = Of(Identity.Name, [.. Problems.Where(p => names.Contains(p.Name))]);
        return chosen with
        {
            Identity = chosen.Identity with { Repository = Identity.Repository, Revision = Identity.Revision, Only = [.. chosen.Problems.Select(p => p.Name)] },
            KnownFaults = [.. KnownFaults.Where(f => names.Contains(f.Name))],
        };
    }
}

/// <summary>Data that can't be used; the message names the file, the place in it and the remedy.</summary>
public sealed class DataSetException(string message, Exception? innerException = null) : Exception(message, innerException);
