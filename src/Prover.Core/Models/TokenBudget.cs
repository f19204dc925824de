namespace Prover.Core.Models;

/// <summary>Tokens that one job may spend, shared by all who work on it.</summary>
/// <remarks>Thread-safe. Whoever asks a model reserves the most that the answer can cost and gives back what was not used, so that the
/// limit holds to the token as long as servers honour the limit of an answer.</remarks>
/// <param name="limit">Tokens of prompts and answers in all; null is no limit.</param>
public sealed class TokenBudget(long? limit = null)
{
    private readonly Lock _gate = new();
    private long _reserved;
    private long? _limit = limit;

    /// <summary>Tokens in all; null is no limit.</summary>
    public long? Limit
    {
        get
        {
            lock (_gate)
            {
                return _limit;
            }
        }
    }

    /// <summary>Tokens spent so far.</summary>
    public long Spent { get; private set; }

    /// <summary>Tokens neither spent nor reserved; null is no limit.</summary>
    public long? Free
    {
        get
        {
            lock (_gate)
            {
                return _limit - Spent - _reserved;
            }
        }
    }

    /// <summary>True when nothing is left and nothing can come back.</summary>
    public bool IsSpent
    {
        get
        {
            lock (_gate)
            {
                return _limit <= Spent && _reserved == 0;
            }
        }
    }

    /// <summary>Sets tokens aside; null when there are not that many left.</summary>
    public TokenReservation? TryReserve(long tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        lock (_gate)
        {
            if (_limit is { } all && Spent + _reserved + tokens > all)
            {
                return null;
            }

            _reserved += tokens;
            return new TokenReservation(this, tokens);
        }
    }

    /// <summary>Gives more: what others of the same job did not need. Without a limit nothing changes.</summary>
    internal void Raise(long by)
    {
        lock (_gate)
        {
            _limit += by;
        }
    }

    internal void Settle(long reserved, long spent)
    {
        lock (_gate)
        {
            _reserved -= reserved;
            Spent += spent;
        }
    }
}

/// <summary>Tokens set aside for one request. Disposing it without <see cref="Settle"/> gives all of them back.</summary>
public sealed class TokenReservation : IDisposable
{
    private readonly TokenBudget _budget;
    private int _settled;

    internal TokenReservation(TokenBudget budget, long tokens)
    {
        _budget = budget;
        Tokens = tokens;
    }

    /// <summary>How many.</summary>
    public long Tokens { get; }

    /// <summary>Says what was really spent; counts once.</summary>
    public void Settle(long spent)
    {
        if (Interlocked.Exchange(ref _settled, 1) == 0)
        {
            _budget.Settle(Tokens, spent);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Settle(0);
}
