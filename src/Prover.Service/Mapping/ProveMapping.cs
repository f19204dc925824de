using Google.Protobuf.WellKnownTypes;
using Prover.Core.Proving;
using Prover.Core.Sampling;

namespace Prover.Service.Mapping;

/// <summary>Events and results of a search, to the wire and back.</summary>
internal static class ProveMapping
{
    public static V1.ProveResponse ToWire(this ProveEvent happened)
    {
        var at = Duration.FromTimeSpan(happened.At);
        return happened switch
        {
            ProveEvent.Started started => new V1.ProveResponse
            {
                Event = new V1.ProveEvent
                {
                    At = at,
                    Started = new V1.ProveEvent.Types.Started
                    {
                        Theorem = started.Theorem,
                        Statement = started.Statement,
                        Goal = started.Goal ?? "",
                    },
                },
            },
            ProveEvent.CandidateStarted started => new V1.ProveResponse
            {
                Event = new V1.ProveEvent { At = at, CandidateStarted = ToWire(started) },
            },
            ProveEvent.CandidateFinished finished => new V1.ProveResponse
            {
                Event = new V1.ProveEvent { At = at, CandidateFinished = ToWire(finished) },
            },
            ProveEvent.Model model => new V1.ProveResponse
            {
                Event = new V1.ProveEvent { At = at, Model = model.What.ToWire() },
            },
            ProveEvent.Formalizing formalizing => new V1.ProveResponse
            {
                Event = new V1.ProveEvent { At = at, Formalizing = formalizing.What.ToWire() },
            },
            ProveEvent.Finished finished => new V1.ProveResponse { Result = ToWire(finished.Result, at) },
            _ => throw new InvalidOperationException($"The event {happened.GetType().Name} has no form on the wire."),
        };
    }

    /// <summary>Null for what a newer server says and this version does not know.</summary>
    public static ProveEvent? ToDomain(this V1.ProveResponse wire) => wire.PayloadCase switch
    {
        V1.ProveResponse.PayloadOneofCase.Event => ToDomain(wire.Event),
        V1.ProveResponse.PayloadOneofCase.Result => new ProveEvent.Finished(ToDomain(wire.Result)) { At = Read(wire.Result.At) },
        _ => null,
    };

    private static ProveEvent? ToDomain(V1.ProveEvent wire) => wire.KindCase switch
    {
        V1.ProveEvent.KindOneofCase.Started => new ProveEvent.Started(
            wire.Started.Theorem, wire.Started.Statement, wire.Started.Goal.OrNull())
        { At = Read(wire.At) },
        V1.ProveEvent.KindOneofCase.CandidateStarted => new ProveEvent.CandidateStarted(
            wire.CandidateStarted.Number, Candidate(wire.CandidateStarted))
        { At = Read(wire.At) },
        V1.ProveEvent.KindOneofCase.CandidateFinished => new ProveEvent.CandidateFinished(
            wire.CandidateFinished.Number, Candidate(wire.CandidateFinished), (wire.CandidateFinished.Verdict ?? new()).ToDomain())
        { At = Read(wire.At) },
        V1.ProveEvent.KindOneofCase.Formalizing => wire.Formalizing.ToDomain() is { } what ? new ProveEvent.Formalizing(what) { At = Read(wire.At) } : null,
        V1.ProveEvent.KindOneofCase.Model => wire.Model.ToDomain() is { } what ? new ProveEvent.Model(what) { At = Read(wire.At) } : null,
        _ => null,
    };

    private static V1.ProveEvent.Types.CandidateStarted ToWire(ProveEvent.CandidateStarted started)
    {
        var wire = new V1.ProveEvent.Types.CandidateStarted
        {
            Number = started.Number,
            Proof = started.Candidate.Proof,
            Origin = started.Candidate.Origin,
            Helpers = started.Candidate.Helpers,
            Refutes = started.Candidate.Refutes,
            Tokens = started.Candidate.Tokens,
        };
        if (started.Candidate.MaxHeartbeats is { } heartbeats)
        {
            wire.MaxHeartbeats = heartbeats;
        }

        return wire;
    }

    private static V1.ProveEvent.Types.CandidateFinished ToWire(ProveEvent.CandidateFinished finished)
    {
        var wire = new V1.ProveEvent.Types.CandidateFinished
        {
            Number = finished.Number,
            Proof = finished.Candidate.Proof,
            Origin = finished.Candidate.Origin,
            Helpers = finished.Candidate.Helpers,
            Refutes = finished.Candidate.Refutes,
            Tokens = finished.Candidate.Tokens,
            Verdict = finished.Verdict.ToWire(),
        };
        if (finished.Candidate.MaxHeartbeats is { } heartbeats)
        {
            wire.MaxHeartbeats = heartbeats;
        }

        return wire;
    }

    private static V1.ProveResult ToWire(ProveResult result, Duration at) => new()
    {
        Verdict = result.Verdict.ToWire(),
        Proof = result.Proof ?? "",
        Origin = result.Origin ?? "",
        Samples = result.Samples,
        TimedOut = result.TimedOut,
        Failed = result.Failed,
        Tokens = result.Tokens,
        At = at,
        Usage = result.Usage.ToWire(),
        Problem = result.Problem?.ToWire(),
    };

    private static ProveResult ToDomain(V1.ProveResult wire) => new()
    {
        Verdict = (wire.Verdict ?? new()).ToDomain(),
        Proof = wire.Proof.OrNull(),
        Origin = wire.Origin.OrNull(),
        Samples = wire.Samples,
        TimedOut = wire.TimedOut,
        Failed = wire.Failed,
        Usage = wire.Usage.ToDomain(),
        Problem = wire.Problem?.ToDomain(),
    };

    private static ProofCandidate Candidate(V1.ProveEvent.Types.CandidateStarted wire) => new(wire.Proof, wire.Origin)
    {
        MaxHeartbeats = wire.HasMaxHeartbeats ? wire.MaxHeartbeats : null,
        Tokens = wire.Tokens,
        Refutes = wire.Refutes,
        Helpers = wire.Helpers,
    };

    private static ProofCandidate Candidate(V1.ProveEvent.Types.CandidateFinished wire) => new(wire.Proof, wire.Origin)
    {
        MaxHeartbeats = wire.HasMaxHeartbeats ? wire.MaxHeartbeats : null,
        Tokens = wire.Tokens,
        Refutes = wire.Refutes,
        Helpers = wire.Helpers,
    };

    private static TimeSpan Read(Duration? wire) => wire?.ToTimeSpan() ?? TimeSpan.Zero;
}
