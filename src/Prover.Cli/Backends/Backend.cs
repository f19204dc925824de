using Prover.Core.DeepThinking;
using Prover.Core.Formalization;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Cli.Backends;

/// <summary>Where a verb's work is done: in this process, or by a service.</summary>
internal abstract class Backend : IAsyncDisposable
{
    public abstract IVerifier Verifier { get; }

    public abstract IProofSearch Search { get; }

    public abstract IFormalization Formalization { get; }

    public abstract IDeepThinker Thinker { get; }

    /// <summary>True when language models are configured here; a service has its own.</summary>
    public virtual bool HasModels => false;

    /// <summary>Makes Lean ready, with display; nothing to do where a service has it.</summary>
    public virtual Task PrepareAsync(IProgress<ToolchainProgress> progress, CancellationToken cancellationToken) => Task.CompletedTask;

    public abstract Task<StoredProof?> GetProofAsync(string id, CancellationToken cancellationToken);

    public abstract Task<ProofPage> ListProofsAsync(ProofQuery query, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
