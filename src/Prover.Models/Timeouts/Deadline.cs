namespace Prover.Models.Timeouts;

/// <summary>A caller's token together with a clock of our own, so that it is known afterwards which of the two ended the work.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public Deadline(TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    /// <summary>Ends with the caller's token or when time is up.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>True when time was up and the caller did not give up.</summary>
    public bool IsUp => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Sets the clock, anew if it ran.</summary>
    public void Set(TimeSpan left) => _source.CancelAfter(left);

    /// <summary>Stops the clock.</summary>
    public void Stop() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <inheritdoc />
    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
