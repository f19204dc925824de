namespace Prover.Lean.Processes;

/// <summary>Looks at a process tree's memory several times a second and calls out when it passes the limit.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ITimer _timer;
    private long _bytes;
    private int _looking;

    /// <param name="tree">The processes.</param>
    /// <param name="limitBytes">The limit; 0 is none.</param>
    /// <param name="exceeded">Told the reason in words.</param>
    /// <param name="time">The clock.</param>
    public MemoryWatch(ProcessTree tree, long limitBytes, Action<string> exceeded, TimeProvider time)
    {
        _timer = time.CreateTimer(_ => Look(tree, limitBytes, exceeded), null, TimeSpan.Zero, Interval);
    }

    /// <summary>Memory at the last look, in bytes.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look(ProcessTree tree, long limitBytes, Action<string> exceeded)
    {
        // On a machine under load one look can last until the next.
        if (Interlocked.Exchange(ref _looking, 1) == 1)
        {
            return;
        }

        var bytes = tree.MeasureBytes();
        Volatile.Write(ref _bytes, bytes);
        Volatile.Write(ref _looking, 0);
        if (limitBytes > 0 && bytes > limitBytes)
        {
            exceeded($"it held {bytes:N0} bytes of memory, more than its limit of {limitBytes:N0}");
        }
    }
}
