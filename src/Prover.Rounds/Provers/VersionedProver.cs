using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Core;

namespace Prover.Rounds.Provers;

/// <summary>A prover under the name of its version, so that the records of two versions never mix.</summary>
internal sealed class VersionedProver(ProverVersion version, IBenchProver prover) : IBenchProver, IAsyncDisposable
{
    public ProverSettings Settings { get; } = prover.Settings with { Name = version.ToString(), Memory = version.MemoryId };

    public Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default) =>
        prover.AttemptAsync(problem, statement, seed, cancellationToken);

    public ValueTask DisposeAsync() => Disposal.DisposeAsync(prover);
}
