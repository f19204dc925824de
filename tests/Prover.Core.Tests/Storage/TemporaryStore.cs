using Prover.Core.Storage.LiteDb;

namespace Prover.Core.Tests.Storage;

/// <summary>A directory for one store, gone after the test.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("prover-store-").FullName;

    public string Path => System.IO.Path.Combine(_directory, "proofs.db");

    public string LogPath => System.IO.Path.Combine(_directory, "proofs-log.db");

    public LiteDbProofStore Open(TimeProvider? time = null) => new(Path, timeProvider: time);

    public string[] Files() => [.. Directory.GetFiles(_directory).Select(file => System.IO.Path.GetFileName(file)!)];

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
