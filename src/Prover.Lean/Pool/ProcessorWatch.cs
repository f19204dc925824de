namespace Prover.Lean.Pool;

/// <summary>Looks, while a check runs, at what it costs in processor time, and calls out when that passes a limit.</summary>
/// <remarks>Where the system does not tell, time by the clock stands in.</remarks>
internal sealed class ProcessorWatch : IDisposable
{
    // What Linux counts in is 10 ms.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);

    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _passed = new();
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private Func<TimeSpan?> _read = () => null;
    private TimeSpan? _before;
    private long? _started;
    private TimeSpan _earlier;
    private TimeSpan _used;

    /// <param name="limit">The limit.</param>
    /// <param name="time">The clock.</param>
    public ProcessorWatch(TimeSpan limit, TimeProvider time)
    {
        _limit = limit;
        _time = time;
        _timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The limit.</summary>
    public TimeSpan Limit => _limit;

    /// <summary>Cancelled when the limit is passed.</summary>
    public CancellationToken Passed => _passed.Token;

    /// <summary>Begins to watch a process; what another one has used before stays on the account.</summary>
    /// <param name="read">Its processor time so far.</param>
    public void Start(Func<TimeSpan?> read)
    {
        lock (_gate)
        {
            (_read, _before, _started, _earlier) = (read, read(), _time.GetTimestamp(), _used);
        }

        Look();
    }

    /// <summary>What has been used by now.</summary>
    public TimeSpan Measure()
    {
        lock (_gate)
        {
            // Of a process that has ended the system knows nothing more; before the first begins there is nothing to know.
            var used = _started is not { } started ? TimeSpan.Zero
                : _before is not { } before ? _time.GetElapsedTime(started)
                : _read() is { } now ? now - before
                : TimeSpan.Zero;
            return _used = TimeSpan.FromTicks(Math.Max(_used.Ticks, (_earlier + used).Ticks));
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _passed.Dispose();
    }

    private void Look()
    {
        var left = _limit - Measure();
        try
        {
            if (left <= TimeSpan.Zero)
            {
                _passed.Cancel();
                return;
            }

            // A process may use several processors at once.
            var wait = left / Math.Min(4, Environment.ProcessorCount);
            _timer.Change(wait < ShortestWait ? ShortestWait : wait, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The check has just ended.
        }
    }
}
