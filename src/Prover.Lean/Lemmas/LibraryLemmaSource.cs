using Prover.Core.TacticSearch;
using Prover.Lean.Library;

namespace Prover.Lean.Lemmas;

/// <summary>The lemmas of a toolchain's library, once for all searches.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="source">Has the library.</param>
public sealed class LibraryLemmaSource(ILibrarySource source) : ILemmaSource
{
    private LibraryLemmas? _lemmas;

    /// <inheritdoc />
    public async Task<ILemmaIndex> GetLemmasAsync(CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _lemmas) is { } known)
        {
            return known;
        }

        var library = await source.GetLibraryAsync(cancellationToken).ConfigureAwait(false);
        Interlocked.CompareExchange(ref _lemmas, new LibraryLemmas(library), null);
        return _lemmas;
    }
}
