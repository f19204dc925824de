namespace Prover.Models.Configuration;

/// <summary>All that is configured.</summary>
public sealed class ModelsConfiguration
{
    /// <summary>Where it came from, for messages: a path, or the names of environment variables.</summary>
    public required string Source { get; init; }

    /// <summary>The models by name, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, ModelOptions>> Models { get; init; } = [];

    /// <summary>The cache of answers; null is none.</summary>
    public CacheOptions? Cache { get; init; }
}
