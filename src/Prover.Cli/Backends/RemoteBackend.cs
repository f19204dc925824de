using Prover.Cli.Input;
using Prover.Core.DeepThinking;
using Prover.Core.Formalization;
using Prover.Core.Proving;
using Prover.Core.Storage;
using Prover.Core.Verification;
using Prover.Service.Client;

namespace Prover.Cli.Backends;

/// <summary>A running service does the work.</summary>
internal sealed class RemoteBackend : Backend
{
    private readonly ProverConnection _connection;
    private readonly RemoteProofs _proofs;

    /// <exception cref="UsageException">The URL is none.</exception>
    public RemoteBackend(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"'{url}' is no URL of a service; write e.g. http://127.0.0.1:50051.");
        }

        _connection = new ProverConnection(new ProverClientOptions { Address = address });
        _proofs = new RemoteProofs(_connection);
        Verifier = new RemoteVerifier(_connection);
        Search = new RemoteProofSearch(_connection);
        Formalization = new RemoteFormalization(_connection);
        Thinker = new RemoteDeepThinker(_connection);
    }

    public override IVerifier Verifier { get; }

    public override IProofSearch Search { get; }

    public override IFormalization Formalization { get; }

    public override IDeepThinker Thinker { get; }

    public override Task<StoredProof?> GetProofAsync(string id, CancellationToken cancellationToken) => _proofs.GetProofAsync(id, cancellationToken);

    public override Task<ProofPage> ListProofsAsync(ProofQuery query, CancellationToken cancellationToken) => _proofs.ListProofsAsync(query, cancellationToken);

    public override ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
