namespace Prover.Core.DeepThinking.Budgets;

/// <summary>Time of checks that a branch may spend. A check reserves the most that it can take and gives back what it did not, so that the limit holds as
/// well as the checker keeps to a check's own.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="limit">In all; null is no limit.</param>
/// <param name="spent">Told of every check.</param>
internal sealed class CheckTimeBudget(TimeSpan? limit, Action<TimeSpan>? spent = null)
{
    /// <summary>Below this no check says anything.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _reserved;
    private TimeSpan _spent;
    private TimeSpan? _limit = limit;
    private bool _turnedAway;

    public TimeSpan? Limit => Locked(() => _limit);

    public TimeSpan Spent => Locked(() => _spent);

    /// <summary>What is neither spent nor reserved; null is no limit.</summary>
    public TimeSpan? Free => Locked(() => _limit - _spent - _reserved);

    /// <summary>True when a check was turned away, whatever came in later, or when too little is left for one and nothing can come back.</summary>
    public bool IsSpent => Locked(() => _turnedAway || (_limit - _spent < Least && _reserved == TimeSpan.Zero));

    /// <summary>Gives more, or takes away what was not spent.</summary>
    public void Raise(TimeSpan by)
    {
        lock (_gate)
        {
            _limit += by;
            Wake();
        }
    }

    /// <summary>Sets time aside for one check: what is wanted, or less when there is less. Waits for what others hold; null when nothing is left.</summary>
    public async Task<TimeSpan?> ReserveAsync(TimeSpan wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_limit is not { } all)
                {
                    _reserved += wanted;
                    return wanted;
                }

                var free = all - _spent - _reserved;
                if (free >= Least)
                {
                    var granted = free < wanted ? free : wanted;
                    _reserved += granted;
                    return granted;
                }

                if (_reserved == TimeSpan.Zero)
                {
                    _turnedAway = true;
                    return null;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says what a check really took.</summary>
    public void Settle(TimeSpan reserved, TimeSpan took)
    {
        lock (_gate)
        {
            _reserved -= reserved;
            _spent += took;
            Wake();
        }

        spent?.Invoke(took);
    }

    private void Wake()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
