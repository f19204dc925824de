namespace Prover.Models.Limits;

/// <summary>A token bucket, filled at a steady rate; whoever takes waits in the order of arrival until there is enough.</summary>
/// <remarks>
/// Our own beside System.Threading.RateLimiting, whose bucket knows no <see cref="TimeProvider"/> and can't be corrected: here the level may be
/// set right once the real cost is known, and sink below zero. It holds six seconds' worth: providers enforce limits "per minute" in such parts.
/// Who takes more than that waits for a full bucket and leaves it in debt.
/// </remarks>
internal sealed class TokenBucket : IDisposable
{
    private const double BurstSeconds = 6;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly double _perSecond;
    private readonly double _most;
    private TaskCompletionSource _returned = NewSignal();
    private double _level;
    private long _filled;

    /// <param name="perMinute">How much comes in.</param>
    /// <param name="time">The clock.</param>
    public TokenBucket(double perMinute, TimeProvider time)
    {
        _time = time;
        _perSecond = perMinute / 60;
        _most = _level = Math.Max(1, _perSecond * BurstSeconds);
        _filled = time.GetTimestamp();
    }

    /// <summary>Takes so much, when it is there.</summary>
    public async Task TakeAsync(double amount, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (Missing(amount) is var (wait, returned))
            {
                await returned.WaitAsync(wait, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes more (or gives back, when negative) once the real amount is known.</summary>
    public void Correct(double more)
    {
        lock (_gate)
        {
            Fill();
            _level = Math.Min(_most, _level - more);
            if (more < 0)
            {
                // Whoever waits for what the estimate took need not wait for as much any longer.
                _returned.TrySetResult();
                _returned = NewSignal();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private (TimeSpan Wait, Task Returned)? Missing(double amount)
    {
        lock (_gate)
        {
            Fill();
            var needed = Math.Min(amount, _most);
            // A rounding error must not cost another wait.
            if (_level >= needed - 1e-6)
            {
                _level -= amount;
                return null;
            }

            return (TimeSpan.FromMilliseconds(Math.Ceiling((needed - _level) / _perSecond * 1_000)), _returned.Task);
        }
    }

    private void Fill()
    {
        var now = _time.GetTimestamp();
        _level = Math.Min(_most, _level + (_time.GetElapsedTime(_filled, now).TotalSeconds * _perSecond));
        _filled = now;
    }
}
