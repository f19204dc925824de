using Prover.Core.Lean;
using Prover.Core.Verification;
using Prover.Lean.Audit;
using Prover.Lean.Library;
using Prover.Lean.Pool;

namespace Prover.Bench.Throughput;

/// <summary>Verifiers over pools of different sizes.</summary>
internal interface IVerificationStacks : IAsyncDisposable
{
    /// <summary>A verifier over a pool of its own.</summary>
    VerificationStack Open(int workers);
}

/// <summary>A verifier and what its processes take.</summary>
/// <param name="Workers">Workers of its pool.</param>
/// <param name="Verifier">The verifier; it keeps nothing.</param>
/// <param name="MemoryBytes">Memory of its Lean processes now.</param>
/// <param name="Restarts">Its processes that were replaced so far.</param>
internal sealed record VerificationStack(int Workers, IVerifier Verifier, Func<long> MemoryBytes, Func<long> Restarts);

/// <summary>Verifiers as Prover's own composition puts them together, without a store: a verdict from the store measures the store.</summary>
/// <remarks>The pool for statements and replays is shared, so that a further number of workers costs no further process beside its own.</remarks>
internal sealed class VerificationStacks : IVerificationStacks
{
    // As in the service: a replay takes about a quarter of the time that elaboration does.
    private const int TrustedShare = 4;

    private readonly ILeanToolchain _toolchain;
    private readonly LeanPoolOptions _options;
    private readonly List<LeanPool> _pools = [];
    private readonly LeanPool _trusted;
    private readonly StatementCompiler _statements;
    private readonly ProofAuditor _auditor;

    public VerificationStacks(ILeanToolchain toolchain, LeanPoolOptions options, int mostWorkers)
    {
        if (toolchain is not ILibrarySource library)
        {
            throw new ArgumentException("This toolchain's compiled library can't be read, so that nothing can be audited. Take the embedded or the native one.", nameof(toolchain));
        }

        (_toolchain, _options) = (toolchain, options);
        _trusted = new LeanPool(toolchain, options with { Workers = Math.Max(1, mostWorkers / TrustedShare), Spares = 0 });
        _statements = new StatementCompiler(_trusted);
        _auditor = new ProofAuditor(library, _trusted);
    }

    public VerificationStack Open(int workers)
    {
        var pool = new LeanPool(_toolchain, _options with { Workers = workers });
        _pools.Add(pool);
        return new VerificationStack(
            workers,
            new Verifier(pool, _statements, _auditor),
            () => pool.GetStatus().MemoryBytes + _trusted.GetStatus().MemoryBytes,
            () => pool.GetStatus().Restarts);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools)
        {
            await pool.DisposeAsync().ConfigureAwait(false);
        }

        await _trusted.DisposeAsync().ConfigureAwait(false);
    }
}
