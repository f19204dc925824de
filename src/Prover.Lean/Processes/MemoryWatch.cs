namespace Prover.Lean.Processes;

/// <summary>Looks at a process tree's memory several times a second and calls out once when it passes the limit.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly ITimer _timer;
    private long _bytes;

    public MemoryWatch(int processId, long limitBytes, Action<string> exceeded, TimeProvider time)
    {
        _timer = time.CreateTimer(
            _ =>
            {
                var bytes = ProcessTree.MemoryBytes(processId);
                Volatile.Write(ref _bytes, bytes);
                if (bytes > limitBytes)
                {
                    exceeded($"it held {bytes:N0} bytes of memory, more than its limit of {limitBytes:N0}");
                }
            },
            null,
            TimeSpan.Zero,
            Interval);
    }

    /// <summary>Memory at the last look, in bytes.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}
