namespace Prover.Bench.Throughput;

/// <summary>Looks at memory again and again, and remembers the most.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Func<long> _lean;
    private readonly PeriodicTimer _timer;
    private readonly Task _watching;

    public MemoryWatch(Func<long> lean, TimeProvider time)
    {
        _lean = lean;
        _timer = new PeriodicTimer(Interval, time);
        Look();
        _watching = WatchAsync();
    }

    /// <summary>Most bytes of the Lean processes that were seen; final once the watch is disposed.</summary>
    public long Lean { get; private set; }

    /// <summary>The same of this process.</summary>
    public long Own { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _watching.ConfigureAwait(false);
        Look();
    }

    private async Task WatchAsync()
    {
        while (await _timer.WaitForNextTickAsync(CancellationToken.None).ConfigureAwait(false))
        {
            Look();
        }
    }

    private void Look() => (Lean, Own) = (Math.Max(Lean, _lean()), Math.Max(Own, Environment.WorkingSet));
}
