namespace Prover.Core.Checking;

/// <summary>Keeps the checks of one part of a search to a share of all that it costs, for as long as another part works: what is thorough must not hold up
/// what is quick.</summary>
/// <remarks>Thread-safe. A check is never cut short; it waits until the others have spent enough for the share to be kept at its end too, if it costs what the
/// last one did. The others are to be such as have something to check at hand: where they wait for something else, nothing is checked.</remarks>
/// <param name="meter">What all checks cost.</param>
/// <param name="share">The share of what is spent from now on, more than 0 and at most 1.</param>
/// <param name="expected">What the first check is likely to cost.</param>
/// <param name="until">Ends the waiting.</param>
/// <param name="outer">A pace that the same checks have to keep too.</param>
public sealed class CheckPace(CheckMeter meter, double share, TimeSpan expected, Task until, CheckPace? outer = null)
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _start = meter.Spent;
    private TimeSpan _own;
    private TimeSpan _next = expected;

    /// <summary>The checker at this pace.</summary>
    public ILeanChecker Over(ILeanChecker checker) => new Paced(outer?.Over(checker) ?? checker, this);

    /// <summary>For a candidate that somebody else checks: waits until the others have caught up, and then counts what a check is likely to cost.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await TurnAsync(cancellationToken).ConfigureAwait(false);
        await (outer?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        lock (_gate)
        {
            _own += _next;
        }
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        TimeSpan due;
        lock (_gate)
        {
            due = _start + ((_own + _next) / share) - _next;
        }

        await Task.WhenAny(until, meter.WhenSpent(due)).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Add(TimeSpan cost)
    {
        lock (_gate)
        {
            _own += cost;
            _next = cost;
        }
    }

    private sealed class Paced(ILeanChecker checker, CheckPace pace) : DelegatingChecker(checker)
    {
        public override async Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
        {
            await pace.TurnAsync(cancellationToken).ConfigureAwait(false);
            var outcome = await Inner.CheckAsync(request, cancellationToken).ConfigureAwait(false);
            pace.Add(outcome.Cost);
            return outcome;
        }
    }
}
