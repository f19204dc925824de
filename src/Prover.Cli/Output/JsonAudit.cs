using Prover.Core.Auditing;

namespace Prover.Cli.Output;

/// <summary>What the audit of a proof found; see <see cref="AuditReport"/>.</summary>
internal sealed record JsonAudit
{
    public required string? Grade { get; init; }

    public required string Theorem { get; init; }

    public required string Statement { get; init; }

    public required IReadOnlyList<string> Axioms { get; init; }

    public required IReadOnlyList<string> Imports { get; init; }

    public required IReadOnlyList<string> Constants { get; init; }

    public required IReadOnlyList<string> Definitions { get; init; }

    public required string CompiledSha256 { get; init; }

    public required IReadOnlyList<string> Kernels { get; init; }

    public required double AuditMs { get; init; }

    public required double ReplayMs { get; init; }

    public static JsonAudit? Of(AuditReport? report) => report is null ? null : new()
    {
        Grade = VerdictNames.Of(report.Grade),
        Theorem = report.Theorem,
        Statement = report.Statement,
        Axioms = report.Axioms,
        Imports = report.Imports,
        Constants = report.Constants,
        Definitions = report.Definitions,
        CompiledSha256 = report.CompiledSha256,
        Kernels = report.Kernels,
        AuditMs = Math.Round(report.AuditTime.TotalMilliseconds, 1),
        ReplayMs = Math.Round(report.ReplayTime.TotalMilliseconds, 1),
    };
}

/// <summary>Why a submission is no proof; see <see cref="Core.Auditing.Refusal"/>.</summary>
internal sealed record JsonRefusal(string Rule, string Message, string? Constant, IReadOnlyList<string> Chain, string? Expected, string? Found)
{
    public static JsonRefusal? Of(Refusal? refusal) => refusal is null
        ? null
        : new(Refusal.Word(refusal.Rule), refusal.Message, refusal.Constant, refusal.Chain, refusal.Expected, refusal.Found);
}
