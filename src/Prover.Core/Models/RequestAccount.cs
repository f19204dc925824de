namespace Prover.Core.Models;

/// <summary>Hears of every try of one request, so that a budget also holds what a server may charge for tries that came to nothing.</summary>
public interface IRequestAccount
{
    /// <summary>A try is about to be sent. False forbids it: the one before may have been charged, and there is no room for another.</summary>
    bool TrySend();

    /// <summary>The last try was refused before anything was generated: it cost nothing.</summary>
    void Refused();
}

/// <summary>One request's account against a budget.</summary>
internal sealed class RequestAccount(TokenBudget budget, TokenReservation reservation) : IRequestAccount
{
    private readonly Lock _gate = new();
    private bool _sent;
    private long _lost;

    /// <summary>True when a try is out that may cost something.</summary>
    public bool MayCost
    {
        get
        {
            lock (_gate)
            {
                return _sent;
            }
        }
    }

    /// <summary>Tokens that tries before the last may have cost at most; already taken from the budget.</summary>
    public long Lost
    {
        get
        {
            lock (_gate)
            {
                return _lost;
            }
        }
    }

    /// <inheritdoc />
    public bool TrySend()
    {
        lock (_gate)
        {
            if (_sent)
            {
                if (budget.TryReserve(reservation.Tokens) is not { } again)
                {
                    return false;
                }

                again.Settle(again.Tokens);
                _lost += again.Tokens;
            }

            return _sent = true;
        }
    }

    /// <inheritdoc />
    public void Refused()
    {
        lock (_gate)
        {
            _sent = false;
        }
    }
}
