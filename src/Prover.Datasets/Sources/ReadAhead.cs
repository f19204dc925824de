using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Prover.Datasets.Sources;

/// <summary>Reads a stream on a thread of its own, a little ahead of whoever takes from it: a store is read while rows are made of what was read before.</summary>
internal static class ReadAhead
{
    private const int Most = 128;

    /// <summary>The same entries in the same order; an exception of the source comes where it would have come.</summary>
    public static async IAsyncEnumerable<T> OfAsync<T>(IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var entries = Channel.CreateBounded<T>(new BoundedChannelOptions(Most) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(source, entries.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var entry in entries.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private static async Task FillAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> entries, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var entry in source.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await entries.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
            }

            entries.Complete();
        }
        catch (Exception e)
        {
            entries.Complete(e);
        }
    }
}
