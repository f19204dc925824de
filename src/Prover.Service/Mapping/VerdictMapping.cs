using Google.Protobuf.WellKnownTypes;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Service.Mapping;

/// <summary>Verdicts and what they consist of, to the wire and back.</summary>
internal static class VerdictMapping
{
    public static V1.Verdict ToWire(this Verdict verdict)
    {
        var wire = new V1.Verdict
        {
            Kind = verdict.Kind.ToWire(),
            Grade = verdict.Grade.ToWire(),
            Theorem = verdict.Theorem ?? "",
            Statement = verdict.Statement ?? "",
            Reason = verdict.Reason ?? "",
            Key = verdict.Key ?? "",
            Elapsed = Duration.FromTimeSpan(verdict.Elapsed),
            Cached = verdict.Cached,
            Overloaded = verdict.Overloaded,
            Toolchain = verdict.Toolchain?.ToWire(),
            Refusal = verdict.Refusal?.ToWire(),
            Audit = verdict.Audit?.ToWire(),
            Elaboration = Duration.FromTimeSpan(verdict.Elaboration),
        };
        wire.Axioms.AddRange(verdict.Axioms);
        wire.Messages.AddRange(verdict.Messages.Select(ToWire));
        return wire;
    }

    public static Verdict ToDomain(this V1.Verdict wire)
    {
        var kind = wire.Kind.ToDomain();
        return new Verdict
        {
            Kind = kind ?? VerdictKind.Infrastructure,
            Grade = wire.Grade.ToDomain(),
            Theorem = wire.Theorem.OrNull(),
            Statement = wire.Statement.OrNull(),
            Axioms = [.. wire.Axioms],
            Messages = [.. wire.Messages.Select(ToDomain)],
            Reason = kind is null ? "The server gave a kind of verdict that this version does not know; update it." : wire.Reason.OrNull(),
            Key = wire.Key.OrNull(),
            Elapsed = wire.Elapsed?.ToTimeSpan() ?? TimeSpan.Zero,
            Cached = wire.Cached,
            Overloaded = wire.Overloaded,
            Toolchain = wire.Toolchain?.ToDomain(),
            Refusal = wire.Refusal?.ToDomain(),
            Audit = wire.Audit?.ToDomain(),
            Elaboration = wire.Elaboration?.ToTimeSpan() ?? TimeSpan.Zero,
        };
    }

    public static V1.Message ToWire(this LeanMessage message) => new()
    {
        Severity = message.Severity switch
        {
            LeanSeverity.Information => V1.Severity.Information,
            LeanSeverity.Warning => V1.Severity.Warning,
            _ => V1.Severity.Error,
        },
        Start = message.Start.ToWire(),
        End = message.End?.ToWire(),
        Text = message.Text,
    };

    // A severity that is not known counts as an error: no message may look more harmless than it is.
    public static LeanMessage ToDomain(this V1.Message wire) => new(
        wire.Severity switch
        {
            V1.Severity.Information => LeanSeverity.Information,
            V1.Severity.Warning => LeanSeverity.Warning,
            _ => LeanSeverity.Error,
        },
        wire.Start?.ToDomain() ?? default,
        wire.End?.ToDomain(),
        wire.Text);

    public static V1.Toolchain ToWire(this ToolchainIdentity identity) => new()
    {
        Kind = identity.Kind,
        LeanVersion = identity.LeanVersion,
        Hash = identity.Hash,
        HasMathlib = identity.HasMathlib,
    };

    public static ToolchainIdentity ToDomain(this V1.Toolchain wire) => new(wire.Kind, wire.LeanVersion, wire.Hash, wire.HasMathlib);

    public static V1.Grade ToWire(this Grade? grade) => grade switch
    {
        Grade.Compiled => V1.Grade.Compiled,
        Grade.Audited => V1.Grade.Audited,
        Grade.Replayed => V1.Grade.Replayed,
        _ => V1.Grade.Unspecified,
    };

    public static Grade? ToDomain(this V1.Grade wire) => wire switch
    {
        V1.Grade.Compiled => Grade.Compiled,
        V1.Grade.Audited => Grade.Audited,
        V1.Grade.Replayed => Grade.Replayed,
        _ => null,
    };

    /// <summary>The wire writes an absent text as an empty one.</summary>
    public static string? OrNull(this string text) => text.Length == 0 ? null : text;

    private static V1.VerdictKind ToWire(this VerdictKind kind) => kind switch
    {
        VerdictKind.Proved => V1.VerdictKind.Proved,
        VerdictKind.Rejected => V1.VerdictKind.Rejected,
        VerdictKind.NotProved => V1.VerdictKind.NotProved,
        VerdictKind.Refuted => V1.VerdictKind.Refuted,
        VerdictKind.TimedOut => V1.VerdictKind.TimedOut,
        VerdictKind.Cancelled => V1.VerdictKind.Cancelled,
        _ => V1.VerdictKind.Infrastructure,
    };

    private static VerdictKind? ToDomain(this V1.VerdictKind wire) => wire switch
    {
        V1.VerdictKind.Proved => VerdictKind.Proved,
        V1.VerdictKind.Rejected => VerdictKind.Rejected,
        V1.VerdictKind.NotProved => VerdictKind.NotProved,
        V1.VerdictKind.Refuted => VerdictKind.Refuted,
        V1.VerdictKind.TimedOut => VerdictKind.TimedOut,
        V1.VerdictKind.Cancelled => VerdictKind.Cancelled,
        V1.VerdictKind.Infrastructure => VerdictKind.Infrastructure,
        _ => null,
    };

    private static V1.Position ToWire(this LeanPosition position) => new() { Line = position.Line, Column = position.Column };

    private static LeanPosition ToDomain(this V1.Position wire) => new(wire.Line, wire.Column);
}
