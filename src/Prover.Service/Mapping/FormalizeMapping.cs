using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Prover.Core.Formalization;

namespace Prover.Service.Mapping;

/// <summary>Formalizations and their evidence, to the wire and back.</summary>
internal static class FormalizeMapping
{
    public static V1.FormalizeResponse ToWire(this FormalizeEvent happened)
    {
        var at = Duration.FromTimeSpan(happened.At);
        return happened switch
        {
            FormalizeEvent.Proposed proposed => Event(new V1.FormalizeEvent { At = at, Proposed = proposed.Statement.ToWire() }),
            FormalizeEvent.Declined declined => Event(new V1.FormalizeEvent
            {
                At = at,
                Declined = new V1.FormalizeEvent.Types.Declined { Author = declined.Author, Reason = declined.Reason },
            }),
            FormalizeEvent.Examined examined => Event(new V1.FormalizeEvent
            {
                At = at,
                Examined = new V1.FormalizeEvent.Types.Examined { Statement = examined.Statement.ToWire(), Evidence = examined.Evidence.ToWire() },
            }),
            FormalizeEvent.Model model => Event(new V1.FormalizeEvent { At = at, Model = model.What.ToWire() }),
            FormalizeEvent.Finished finished => new V1.FormalizeResponse { Result = ToWire(finished.Result, at) },
            _ => throw new InvalidOperationException($"The event {happened.GetType().Name} has no form on the wire."),
        };
    }

    /// <summary>Null for what a newer server says and this version does not know.</summary>
    public static FormalizeEvent? ToDomain(this V1.FormalizeResponse wire) => wire.PayloadCase switch
    {
        V1.FormalizeResponse.PayloadOneofCase.Event => ToDomain(wire.Event),
        V1.FormalizeResponse.PayloadOneofCase.Result => new FormalizeEvent.Finished(ToDomain(wire.Result)) { At = Read(wire.Result.At) },
        _ => null,
    };

    public static V1.FormalizedProblem ToWire(this FormalizedProblem problem)
    {
        var wire = new V1.FormalizedProblem
        {
            Id = problem.Id,
            Text = problem.Text,
            Chosen = ToWire(new ExaminedStatement(problem.Statement, problem.Level, problem.Evidence)),
            Pinned = problem.IsPinned,
            CreatedAt = Timestamp.FromDateTimeOffset(problem.CreatedAt),
        };
        wire.Others.AddRange(problem.Others.Select(ToWire));
        return wire;
    }

    public static FormalizedProblem ToDomain(this V1.FormalizedProblem wire)
    {
        var chosen = ToDomain(wire.Chosen ?? new());
        return new FormalizedProblem
        {
            Id = wire.Id,
            Text = wire.Text,
            Statement = chosen.Statement,
            Level = chosen.Level,
            Evidence = chosen.Evidence,
            Others = [.. wire.Others.Select(ToDomain)],
            IsPinned = wire.Pinned,
            CreatedAt = wire.CreatedAt?.ToDateTimeOffset() ?? default,
        };
    }

    /// <summary>A kind of evidence as the wire and JSON name it, e.g. <c>back_translation</c>.</summary>
    public static string NameOf(EvidenceKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static FormalizeEvent? ToDomain(V1.FormalizeEvent wire)
    {
        FormalizeEvent? happened = wire.KindCase switch
        {
            V1.FormalizeEvent.KindOneofCase.Proposed => new FormalizeEvent.Proposed(ToDomain(wire.Proposed)),
            V1.FormalizeEvent.KindOneofCase.Declined => new FormalizeEvent.Declined(wire.Declined.Author, wire.Declined.Reason),
            V1.FormalizeEvent.KindOneofCase.Examined when ToDomain(wire.Examined.Evidence) is { } evidence =>
                new FormalizeEvent.Examined(ToDomain(wire.Examined.Statement ?? new()), evidence),
            V1.FormalizeEvent.KindOneofCase.Model when wire.Model.ToDomain() is { } what => new FormalizeEvent.Model(what),
            _ => null,
        };
        return happened is null ? null : happened with { At = Read(wire.At) };
    }

    private static V1.FormalizeResponse Event(V1.FormalizeEvent happened) => new() { Event = happened };

    private static V1.FormalizeResult ToWire(FormalizeResult result, Duration at) => new()
    {
        Problem = result.Problem?.ToWire(),
        Reason = result.Reason ?? "",
        Usage = result.Usage.ToWire(),
        At = at,
    };

    private static FormalizeResult ToDomain(V1.FormalizeResult wire) => new()
    {
        Problem = wire.Problem?.ToDomain(),
        Reason = wire.Reason.OrNull(),
        Usage = wire.Usage.ToDomain(),
    };

    private static V1.ExaminedStatement ToWire(ExaminedStatement examined)
    {
        var wire = new V1.ExaminedStatement { Statement = examined.Statement.ToWire(), Level = (V1.FaithfulnessLevel)(int)examined.Level };
        wire.Evidence.AddRange(examined.Evidence.Select(ToWire));
        return wire;
    }

    private static ExaminedStatement ToDomain(V1.ExaminedStatement wire) => new(
        ToDomain(wire.Statement ?? new()),
        wire.Level is >= V1.FaithfulnessLevel.Contradicted and <= V1.FaithfulnessLevel.Pinned ? (FaithfulnessLevel)(int)wire.Level : FaithfulnessLevel.Doubtful,
        [.. wire.Evidence.Select(ToDomain).OfType<Evidence>()]);

    private static V1.FormalStatement ToWire(this FormalStatement statement) => new() { Text = statement.Text, Author = statement.Author };

    private static FormalStatement ToDomain(V1.FormalStatement wire) => new(wire.Text, wire.Author);

    private static V1.Evidence ToWire(this Evidence evidence) => new()
    {
        Kind = NameOf(evidence.Kind),
        Finding = evidence.Finding switch
        {
            Finding.Supports => V1.Finding.Supports,
            Finding.Doubts => V1.Finding.Doubts,
            Finding.Contradicts => V1.Finding.Contradicts,
            _ => V1.Finding.Unspecified,
        },
        Message = evidence.Message,
        Detail = evidence.Detail,
        Elapsed = Duration.FromTimeSpan(evidence.Elapsed),
    };

    /// <summary>Null for a kind that a newer server knows and this version does not.</summary>
    private static Evidence? ToDomain(V1.Evidence wire) =>
        System.Enum.GetValues<EvidenceKind>().Cast<EvidenceKind?>().FirstOrDefault(k => NameOf(k!.Value) == wire.Kind) is not { } kind
            ? null
            : new Evidence(
                kind,
                wire.Finding switch
                {
                    V1.Finding.Supports => Finding.Supports,
                    V1.Finding.Doubts => Finding.Doubts,
                    V1.Finding.Contradicts => Finding.Contradicts,
                    _ => Finding.Unknown,
                },
                wire.Message)
            {
                Detail = wire.Detail,
                Elapsed = Read(wire.Elapsed),
            };

    private static TimeSpan Read(Duration? wire) => wire?.ToTimeSpan() ?? TimeSpan.Zero;
}
