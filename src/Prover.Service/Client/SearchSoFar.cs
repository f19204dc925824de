using System.Diagnostics;
using Prover.Core.Models;
using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Service.Client;

/// <summary>What a client has seen of a search: the honest result when the server's own never comes.</summary>
internal sealed class SearchSoFar
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private ProveEvent.Started? _started;
    private int _samples;
    private int _timedOut;
    private int _failed;
    private ModelUsage _usage;

    public void Add(ProveEvent happened)
    {
        switch (happened)
        {
            case ProveEvent.Started started:
                _started = started;
                break;
            case ProveEvent.CandidateFinished { Verdict.Kind: var kind }:
                _samples++;
                _timedOut += kind == VerdictKind.TimedOut ? 1 : 0;
                _failed += kind == VerdictKind.Infrastructure ? 1 : 0;
                break;
            case ProveEvent.Model { What: ModelEvent.Answered answered }:
                _usage += answered.Usage;
                break;
        }
    }

    public ProveEvent.Finished Broken(string reason) => Ended(new Verdict { Kind = VerdictKind.Infrastructure, Reason = reason });

    public ProveEvent.Finished Cancelled() =>
        Ended(new Verdict { Kind = VerdictKind.Cancelled, Reason = "Cancelled before the server gave a result." });

    public ProveEvent.Finished Ended(Verdict verdict)
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        return new ProveEvent.Finished(new ProveResult
        {
            Verdict = verdict with { Theorem = _started?.Theorem, Statement = _started?.Statement, Elapsed = elapsed },
            Samples = _samples,
            TimedOut = _timedOut,
            Failed = _failed,
            Usage = _usage,
        })
        { At = elapsed };
    }
}
