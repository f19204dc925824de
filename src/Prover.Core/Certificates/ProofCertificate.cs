using System.Text.Json.Serialization;
using Prover.Core.Verification;

namespace Prover.Core.Certificates;

/// <summary>A verified proof with all that is needed to check it again: what it claims, beside the compiled file that shows it.</summary>
/// <remarks>Claims only: whoever can write the file can write anything into it. <see cref="ICertifier.RecheckAsync"/> says what holds.</remarks>
public sealed record ProofCertificate
{
    /// <summary>The format that is written and read here. A change of any field, or of how statements are printed, raises the number.</summary>
    public const string CurrentFormat = "prover-certificate/1";

    /// <summary>Name and version of the format.</summary>
    public string Format { get; init; } = CurrentFormat;

    /// <summary>Full name of the theorem.</summary>
    public required string Theorem { get; init; }

    /// <summary>What it states.</summary>
    public required CertifiedStatement Statement { get; init; }

    /// <summary>The whole Lean text that was accepted.</summary>
    public required string Proof { get; init; }

    /// <summary>Which Lean accepted it.</summary>
    public required CertifiedToolchain Toolchain { get; init; }

    /// <summary>What Lean compiled the text to.</summary>
    public required CertifiedFile Compiled { get; init; }

    /// <summary>What the audit found.</summary>
    public required CertifiedAudit Audit { get; init; }

    /// <summary>How far it was checked.</summary>
    [JsonConverter(typeof(GradeWord))]
    public required Grade Grade { get; init; }

    /// <summary>How long it took.</summary>
    public required CertifiedTimings Timings { get; init; }

    /// <summary>Key of the question: toolchain, text, theorem's name, statement and grade.</summary>
    public required string ContentKey { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A statement, as it was asked for and as it was found.</summary>
public sealed record CertifiedStatement
{
    /// <summary>The trusted statement, Lean text; null when the text's own was accepted.</summary>
    public required string? Asked { get; init; }

    /// <summary>The statement printed from the compiled file; for people.</summary>
    public required string Written { get; init; }
}

/// <summary>A Lean.</summary>
public sealed record CertifiedToolchain
{
    /// <summary><c>embedded</c> or <c>native</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Lean's version.</summary>
    public required string LeanVersion { get; init; }

    /// <summary>Hash over all that determines its answers; see <see cref="Lean.ToolchainIdentity.Hash"/>.</summary>
    public required string Hash { get; init; }
}

/// <summary>The compiled file, which lies in the certificate's folder.</summary>
public sealed record CertifiedFile
{
    /// <summary>Its name, without a folder.</summary>
    public required string File { get; init; }

    /// <summary>Its size.</summary>
    public required long Bytes { get; init; }

    /// <summary>Hex SHA-256 of its bytes.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>What an audit found; see <see cref="Auditing.AuditReport"/>.</summary>
public sealed record CertifiedAudit
{
    /// <summary>The axioms that the theorem rests on, sorted.</summary>
    public required IReadOnlyList<string> Axioms { get; init; }

    /// <summary>Modules that the text imports.</summary>
    public required IReadOnlyList<string> Imports { get; init; }

    /// <summary>Every constant that the text adds, sorted.</summary>
    public required IReadOnlyList<string> Constants { get; init; }

    /// <summary>Those of them that the statement rests on.</summary>
    public required IReadOnlyList<string> Definitions { get; init; }

    /// <summary>The kernels that checked every constant again.</summary>
    public required IReadOnlyList<string> Kernels { get; init; }
}

/// <summary>How long things took, in milliseconds.</summary>
public sealed record CertifiedTimings
{
    /// <summary>Lean's own time for the text.</summary>
    public required double ElaborationMs { get; init; }

    /// <summary>The audit.</summary>
    public required double AuditMs { get; init; }

    /// <summary>The replay.</summary>
    public required double ReplayMs { get; init; }

    /// <summary>From question to answer.</summary>
    public required double TotalMs { get; init; }
}
