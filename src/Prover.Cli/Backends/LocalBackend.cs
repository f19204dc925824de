using Microsoft.Extensions.DependencyInjection;
using Prover.Core.Certificates;
using Prover.Core.DeepThinking;
using Prover.Core.Formalization;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Proving;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Composition;

namespace Prover.Cli.Backends;

/// <summary>Everything in this process.</summary>
internal sealed class LocalBackend(ProverOptions options) : Backend
{
    private readonly ServiceProvider _services = new ServiceCollection().AddProver(options).BuildServiceProvider();

    public override IVerifier Verifier => _services.GetRequiredService<IVerifier>();

    public override IFormalization Formalization => _services.GetRequiredService<IFormalization>();

    public override IDeepThinker Thinker => _services.GetRequiredService<IDeepThinker>();

    public override IProofSearch Search => _services.GetRequiredService<IProofSearch>();

    /// <summary>Makes and rechecks certificates; only here, since the compiled file does not travel.</summary>
    public ICertifier Certifier => _services.GetRequiredService<ICertifier>();

    public override bool HasModels => _services.GetRequiredService<ILanguageModels>().All.Count > 0;

    /// <summary>Everything it is made of.</summary>
    public IServiceProvider Services => _services;

    private IProofStore Store => _services.GetRequiredService<IProofStore>();

    public override Task PrepareAsync(IProgress<ToolchainProgress> progress, CancellationToken cancellationToken) =>
        _services.GetRequiredService<ILeanToolchain>().PrepareAsync(progress, cancellationToken);

    public override Task<StoredProof?> GetProofAsync(string id, CancellationToken cancellationToken) => Store.GetProofAsync(id, cancellationToken);

    public override Task<ProofPage> ListProofsAsync(ProofQuery query, CancellationToken cancellationToken) => Store.ListProofsAsync(query, cancellationToken);

    public override ValueTask DisposeAsync() => _services.DisposeAsync();
}
