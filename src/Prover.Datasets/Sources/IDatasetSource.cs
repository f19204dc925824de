using Prover.Datasets.Entries;

namespace Prover.Datasets.Sources;

/// <summary>Where entries come from: a store, a run, rounds.</summary>
public interface IDatasetSource
{
    /// <summary>What it is, for the card, e.g. <c>store proofs.db</c>; no secrets and no more of a path than its last part.</summary>
    string Description { get; }

    /// <summary>Streams the entries; never all of them in memory. Each problem comes once, with all of its attempts.</summary>
    IAsyncEnumerable<DatasetEntry> ReadAsync(SourceRequest request, CancellationToken cancellationToken = default);
}

/// <summary>What is wanted of a source.</summary>
/// <param name="WithFailures">Whether attempts are needed that proved nothing; without them a source may save itself the reading.</param>
public sealed record SourceRequest(bool WithFailures = true);
