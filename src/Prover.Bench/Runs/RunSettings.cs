using Prover.Bench.Data;
using Prover.Bench.Provers;

namespace Prover.Bench.Runs;

/// <summary>Everything that a run was asked for with; the file <c>run.json</c> of its folder.</summary>
public sealed record RunSettings
{
    /// <summary>Raised when the folder's files change their meaning.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the folder.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Which problems.</summary>
    public required DataIdentity Data { get; init; }

    /// <summary>Name of the profile.</summary>
    public required string Profile { get; init; }

    /// <summary>What the profile puts in front of every statement; null where each problem keeps its own.</summary>
    public string? Header { get; init; }

    /// <summary>The prover.</summary>
    public required ProverSettings Prover { get; init; }

    /// <summary>Which Lean: kind, version, and the hash of what determines its answers.</summary>
    public required string Lean { get; init; }

    /// <summary>Seed of the run; every sample's own follows from it, the problem's name and the sample's number.</summary>
    public int Seed { get; init; }

    /// <summary>Samples of each problem.</summary>
    public required int Samples { get; init; }

    /// <summary>The k of pass@k that are reported.</summary>
    public required IReadOnlyList<int> Ks { get; init; }

    /// <summary>Version of this program.</summary>
    public required string Version { get; init; }
}
