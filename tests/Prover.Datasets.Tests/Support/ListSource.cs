using System.Runtime.CompilerServices;
using Prover.Datasets.Entries;
using Prover.Datasets.Sources;

namespace Prover.Datasets.Tests.Support;

/// <summary>Entries of a test's own.</summary>
internal sealed class ListSource(params IReadOnlyList<DatasetEntry> entries) : IDatasetSource
{
    public string Description => "list";

    public async IAsyncEnumerable<DatasetEntry> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var entry in entries)
        {
            await Task.Yield();
            yield return entry;
        }
    }
}
