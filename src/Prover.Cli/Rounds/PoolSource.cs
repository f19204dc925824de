using System.Runtime.CompilerServices;
using Prover.Core.Lean;
using Prover.Core.Statements;
using Prover.Datasets.Entries;
using Prover.Datasets.Sources;
using Prover.Rounds.Rounds;

namespace Prover.Cli.Rounds;

/// <summary>Proofs of a campaign's pool, problem by problem in the pool's order.</summary>
/// <param name="proofs">The proofs.</param>
/// <param name="name">What their problems are said to come from.</param>
/// <param name="lean">The campaign's Lean.</param>
internal sealed class PoolSource(IReadOnlyList<PoolProof> proofs, string name, ToolchainIdentity lean) : IDatasetSource
{
    /// <inheritdoc />
    public string Description => $"pool of {name}";

    /// <inheritdoc />
    public async IAsyncEnumerable<DatasetEntry> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var group in proofs.GroupBy(p => p.Problem, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = group.First();
            var statement = TheoremStatement.Parse(first.Statement).Head;
            yield return new DatasetEntry(DatasetEntry.IdOf(statement), first.Problem, statement, name)
            {
                Round = first.Round,
                Parent = first.Parent,
                Attempts = [.. group.Select(Of)],
            };
        }
    }

    private DatasetAttempt Of(PoolProof proof) => new(proof.Id, AttemptOutcome.Proved)
    {
        Text = proof.Proof,
        Origin = proof.Origin ?? string.Empty,
        Prover = proof.Prover,
        Grade = proof.Grade,
        Axioms = proof.Axioms,
        Toolchain = lean,
    };
}
