using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Counts how candidates ended, and says what a search without a winner may claim.</summary>
internal sealed class SearchTally
{
    private readonly Lock _gate = new();
    private string? _firstFailure;

    public int Samples { get; private set; }

    public int Rejected { get; private set; }

    public int TimedOut { get; private set; }

    public int Failed { get; private set; }

    public void Add(Verdict verdict)
    {
        lock (_gate)
        {
            Samples++;
            switch (verdict.Kind)
            {
                case VerdictKind.Rejected:
                    Rejected++;
                    break;
                case VerdictKind.TimedOut:
                    TimedOut++;
                    break;
                case VerdictKind.Infrastructure:
                    Failed++;
                    _firstFailure ??= verdict.Reason;
                    break;
            }
        }
    }

    /// <summary>The verdict of a search that found nothing. "Not proved" needs at least one candidate that Lean really
    /// turned down, or none at all: a search in which only the clock or the machinery spoke knows nothing.</summary>
    public Verdict WithoutWinner(string endedBecause)
    {
        if (Rejected == 0 && Failed > 0)
        {
            return new Verdict { Kind = VerdictKind.Infrastructure, Reason = $"No candidate could be checked: {_firstFailure}" };
        }

        if (Rejected == 0 && TimedOut > 0)
        {
            return new Verdict { Kind = VerdictKind.TimedOut, Reason = $"All {TimedOut} candidates ran into the time limit. Allow more time for each." };
        }

        var apart = (TimedOut, Failed) switch
        {
            (0, 0) => string.Empty,
            var (t, f) => $", {t} timed out, {f} could not be checked",
        };
        return new Verdict
        {
            Kind = VerdictKind.NotProved,
            Reason = $"No proof among {Samples} candidates ({Rejected} rejected{apart}); {endedBecause}.",
        };
    }
}
