namespace Prover.Core.Checking;

/// <summary>Adds up what the checks of one search cost, and ends it when the budget is spent.</summary>
/// <remarks>Thread-safe. With a limit the cost is processor time of Lean's processes, so that a busy machine takes nothing from a budget; without one, and where
/// the system does not tell, it is the time of the checks by the clock.</remarks>
/// <param name="limit">Processor time in all; null is no limit.</param>
public sealed class CheckMeter(TimeSpan? limit = null) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _exhausted = new();
    private readonly List<(TimeSpan Amount, TaskCompletionSource Reached)> _waiting = [];
    private TimeSpan _spent;

    /// <summary>Cancelled when the limit is reached.</summary>
    public CancellationToken Exhausted => _exhausted.Token;

    /// <summary>What has been spent.</summary>
    public TimeSpan Spent
    {
        get
        {
            lock (_gate)
            {
                return _spent;
            }
        }
    }

    /// <summary>What is left, never below zero; null without a limit.</summary>
    public TimeSpan? Left => limit is { } most ? TimeSpan.FromTicks(Math.Max(0, (most - Spent).Ticks)) : null;

    /// <summary>Adds the cost of a check.</summary>
    public void Add(TimeSpan cost)
    {
        List<TaskCompletionSource> reached;
        bool isExhausted;
        lock (_gate)
        {
            _spent += cost;
            reached = [.. _waiting.Where(w => w.Amount <= _spent).Select(w => w.Reached)];
            _waiting.RemoveAll(w => w.Amount <= _spent);
            isExhausted = limit is { } most && _spent >= most;
        }

        reached.ForEach(r => r.TrySetResult());
        try
        {
            if (isExhausted)
            {
                _exhausted.Cancel();
            }
        }
        catch (ObjectDisposedException)
        {
            // The search has ended, and this was one of the checks that it left behind.
        }
    }

    /// <summary>Ends when so much has been spent; at once if it has.</summary>
    public Task WhenSpent(TimeSpan amount)
    {
        lock (_gate)
        {
            if (amount <= _spent)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((amount, reached));
            return reached.Task;
        }
    }

    /// <summary>The same checker, with every check on the meter and none that goes on when the budget is spent.</summary>
    public ILeanChecker Over(ILeanChecker checker) => new Metered(checker, this, limit is not null);

    /// <inheritdoc />
    public void Dispose() => _exhausted.Dispose();

    private sealed class Metered(ILeanChecker checker, CheckMeter meter, bool isLimited) : DelegatingChecker(checker)
    {
        public override async Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(request);
            if (meter.Left is { } left)
            {
                if (left == TimeSpan.Zero)
                {
                    return new CheckOutcome.TimedOut(TimeSpan.Zero);
                }

                request = request with { ProcessorTimeLimit = left };
            }

            var outcome = await Inner.CheckAsync(request, cancellationToken).ConfigureAwait(false);
            meter.Add(isLimited ? outcome.Cost : outcome.Elapsed);
            return outcome;
        }
    }
}
