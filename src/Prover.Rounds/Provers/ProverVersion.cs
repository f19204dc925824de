using System.Globalization;

namespace Prover.Rounds.Provers;

/// <summary>A prover of a campaign: a name, and what it has learned by a round.</summary>
/// <param name="Name">The prover's name, e.g. <c>portfolio</c> or <c>search+memory</c>.</param>
/// <param name="Version">The round that made it; 0 has learned nothing.</param>
public sealed record ProverVersion(string Name, int Version)
{
    /// <summary>The version that it was made from; null for version 0.</summary>
    public int? Parent { get; init; }

    /// <summary>Where its memory lies, relative to the campaign's folder; null without.</summary>
    public string? Memory { get; init; }

    /// <summary>Hash of the proofs in its memory; null without.</summary>
    public string? MemoryId { get; init; }

    /// <summary>Name of its trained model in the campaign's <c>models.json</c>; null without.</summary>
    public string? Model { get; init; }

    /// <summary>Whether it has learned the same as another version, hence proves the same.</summary>
    public bool HasLearnedTheSameAs(ProverVersion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Name, MemoryId, Model) == (other.Name, other.MemoryId, other.Model);
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}@{Version}");
}
