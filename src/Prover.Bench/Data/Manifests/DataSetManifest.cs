namespace Prover.Bench.Data.Manifests;

/// <summary>What a public data set is: where it comes from, and what its content must be.</summary>
/// <param name="Name">For people, e.g. <c>miniF2F</c>.</param>
/// <param name="Repository">Address of the git repository.</param>
/// <param name="Revision">Full id of the commit: a hash over all of its content.</param>
/// <param name="Path">Path of the file there.</param>
/// <param name="Splits">Its parts by name.</param>
public sealed record DataSetManifest(string Name, string Repository, string Revision, string Path, IReadOnlyDictionary<string, SplitContent> Splits)
{
    /// <summary>Whose terms the data comes under, for people; null when not said.</summary>
    public string? Licence { get; init; }

    /// <summary>The headers that its problems come with, for people who set up a Lean for it. Not checked: the hashes are.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>What is known to be wrong in it.</summary>
    public IReadOnlyList<KnownFault> KnownFaults { get; init; } = [];
}

/// <summary>The content of a split.</summary>
/// <param name="Problems">How many problems it has.</param>
/// <param name="Sha256">Hex SHA-256 over its lines in the file's order, each with its line feed; null when not on record.</param>
public sealed record SplitContent(int Problems, string? Sha256 = null);
