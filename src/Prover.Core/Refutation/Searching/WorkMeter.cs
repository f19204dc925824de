namespace Prover.Core.Refutation.Searching;

/// <summary>Counts what a search has spent, and looks for its caller's cancellation meanwhile.</summary>
/// <param name="limit">What may be spent.</param>
/// <param name="cancellationToken">Ends the search with an exception.</param>
internal sealed class WorkMeter(long limit, CancellationToken cancellationToken)
{
    private const int Interval = 4096;

    private long _next = Interval;

    public long Spent { get; private set; }

    public bool IsSpent => Spent >= limit;

    public void Spend(int amount)
    {
        Spent += amount;
        if (Spent >= _next)
        {
            _next = Spent + Interval;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
