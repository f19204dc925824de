using Prover.Core.Memory;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Hooks;

/// <summary>Writes proofs as files that a trainer reads.</summary>
public interface ITrainingExport
{
    /// <summary>Writes one file in place of what is there, whole or not at all. The same proofs make the same file.</summary>
    /// <param name="proofs">The proofs, in the order of the pool.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">The token.</param>
    Task WriteAsync(IReadOnlyList<PoolProof> proofs, string path, CancellationToken cancellationToken = default);
}

/// <summary>JSON lines: name, statement, proof, steps and lineage of each proof.</summary>
public sealed class PlainExport : ITrainingExport
{
    /// <inheritdoc />
    public Task WriteAsync(IReadOnlyList<PoolProof> proofs, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(proofs);
        var lines = proofs.Select(p => new TrainingLine(p.Problem, p.Statement, p.Proof, p.Steps, p.Round, p.Prover) { Parent = p.Parent });
        return CampaignFiles.WriteLinesAsync(path, lines, RoundsJson.Lines.TrainingLine, cancellationToken);
    }
}

/// <summary>A line of the plain export.</summary>
internal sealed record TrainingLine(string Name, string FormalStatement, string FormalProof, IReadOnlyList<ProofStep> Steps, int Round, string Prover)
{
    public string? Parent { get; init; }
}
