namespace Prover.Lean.Processes;

/// <summary>Looks at a process tree several times a second and calls out when it passes a limit.</summary>
internal sealed class TreeWatch : IAsyncDisposable
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ProcessTree _tree;
    private readonly long _limitBytes;
    private readonly int _threadLimit;
    private readonly Action<string> _exceeded;
    private readonly ITimer _timer;
    private long _bytes;
    private int _looking;

    /// <param name="tree">The processes.</param>
    /// <param name="limitBytes">Limit of their memory; 0 is none.</param>
    /// <param name="threadLimit">Limit of their threads; 0 is none.</param>
    /// <param name="exceeded">Told the reason in words.</param>
    /// <param name="time">The clock.</param>
    public TreeWatch(ProcessTree tree, long limitBytes, int threadLimit, Action<string> exceeded, TimeProvider time)
    {
        _tree = tree;
        _limitBytes = limitBytes;
        _threadLimit = threadLimit;
        _exceeded = exceeded;
        _timer = time.CreateTimer(_ => Look(), null, TimeSpan.Zero, Interval);
    }

    /// <summary>Memory at the last look, in bytes.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look()
    {
        // On a machine under load one look can last until the next.
        if (Interlocked.Exchange(ref _looking, 1) == 1)
        {
            return;
        }

        var (bytes, threads) = _tree.Measure();
        Volatile.Write(ref _bytes, bytes);
        Volatile.Write(ref _looking, 0);
        if (_limitBytes > 0 && bytes > _limitBytes)
        {
            _exceeded($"it held {bytes:N0} bytes of memory, more than its limit of {_limitBytes:N0}");
        }
        else if (_threadLimit > 0 && threads > _threadLimit)
        {
            _exceeded($"it ran {threads:N0} threads, more than its limit of {_threadLimit:N0}");
        }
    }
}
