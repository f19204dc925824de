using Prover.Service.Hosting;

namespace Prover.Service.Admission;

/// <summary>Counts the calls that run, lets in no more than agreed, and none once the service shuts down.</summary>
internal sealed class ActiveCalls(ProverServiceOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _graceExpired = new();
    private int _count;
    private bool _draining;

    /// <summary>True from the moment the service shuts down.</summary>
    public bool IsDraining
    {
        get
        {
            lock (_gate)
            {
                return _draining;
            }
        }
    }

    /// <summary>Cancelled when running calls have had their time after a shutdown began.</summary>
    public CancellationToken GraceExpired => _graceExpired.Token;

    /// <summary>Ends when the service drains and the last call has left.</summary>
    public Task Drained => _drained.Task;

    public Admittance Enter()
    {
        lock (_gate)
        {
            if (_draining)
            {
                return Admittance.ShuttingDown;
            }

            if (_count >= options.MaxConcurrentCalls)
            {
                return Admittance.Full;
            }

            _count++;
            return Admittance.Admitted;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _count--;
            EndDrainIfEmpty();
        }
    }

    /// <summary>No more calls from here on. Idempotent.</summary>
    public void BeginDrain()
    {
        lock (_gate)
        {
            _draining = true;
            EndDrainIfEmpty();
        }
    }

    /// <summary>Stops the calls that still run.</summary>
    public void CancelRemaining() => _graceExpired.Cancel();

    /// <summary>What stops the work of one call: its client, its deadline, or the end of the grace.</summary>
    public CancellationTokenSource StopWith(CancellationToken call) => CancellationTokenSource.CreateLinkedTokenSource(call, GraceExpired);

    public void Dispose() => _graceExpired.Dispose();

    private void EndDrainIfEmpty()
    {
        if (_draining && _count == 0)
        {
            _drained.TrySetResult();
        }
    }
}

/// <summary>Whether a call may run.</summary>
internal enum Admittance
{
    Admitted,
    Full,
    ShuttingDown,
}
