using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prover.Cli.Certificates;
using Prover.Cli.Formalizations;
using Prover.Cli.Models;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Cli.Output;

/// <summary>The one JSON object that <c>--json</c> prints.</summary>
internal sealed record JsonReport
{
    public required string Verdict { get; init; }

    public string? Grade { get; init; }

    public string? Theorem { get; init; }

    public string? Statement { get; init; }

    public IReadOnlyList<string> Axioms { get; init; } = [];

    public IReadOnlyList<JsonMessage> Messages { get; init; } = [];

    public string? Proof { get; init; }

    public string? Reason { get; init; }

    public double ElapsedMs { get; init; }

    public bool Cached { get; init; }

    public string? Key { get; init; }

    public string? Toolchain { get; init; }

    public string? Origin { get; init; }

    public int? Samples { get; init; }

    public JsonRefusal? Refusal { get; init; }

    public JsonAudit? Audit { get; init; }

    public JsonFormalization? Formalization { get; init; }

    public JsonUsage? Usage { get; init; }

    public static JsonReport Of(Verdict verdict, string? proof) => new()
    {
        Verdict = VerdictNames.Of(verdict.Kind),
        Grade = VerdictNames.Of(verdict.Grade),
        Theorem = verdict.Theorem,
        Statement = verdict.Statement,
        Axioms = verdict.Axioms,
        Messages = [.. verdict.Messages.Select(JsonMessage.Of)],
        Proof = proof,
        Reason = verdict.Reason,
        ElapsedMs = Math.Round(verdict.Elapsed.TotalMilliseconds, 1),
        Cached = verdict.Cached,
        Key = verdict.Key,
        Toolchain = verdict.Toolchain?.ToString(),
        Refusal = JsonRefusal.Of(verdict.Refusal),
        Audit = JsonAudit.Of(verdict.Audit),
    };

    public static JsonReport Of(ProveResult result) =>
        Of(result.Verdict, result.Proof) with
        {
            Origin = result.Origin,
            Samples = result.Samples,
            Formalization = JsonFormalization.Of(result.Problem),
            Usage = JsonUsage.Of(result.Usage),
        };
}

/// <summary>A message of Lean: line from 1, column in code points from 0.</summary>
internal sealed record JsonMessage(string Severity, int Line, int Column, int? EndLine, int? EndColumn, string Text)
{
    public static JsonMessage Of(LeanMessage message) => new(
        VerdictNames.Of(message.Severity), message.Start.Line, message.Start.Column, message.End?.Line, message.End?.Column, message.Text);
}

/// <summary>A kept proof.</summary>
internal sealed record JsonProof(
    string Id, string Theorem, string Statement, string Proof, string? Grade, IReadOnlyList<string> Axioms, string Toolchain, string Origin,
    double ElapsedMs, DateTimeOffset CreatedAt, string? AskedStatement, JsonAudit? Audit)
{
    public static JsonProof Of(StoredProof proof) => new(
        proof.Id, proof.Theorem, proof.Statement, proof.Text, VerdictNames.Of(proof.Grade), proof.Axioms, proof.Toolchain.ToString(),
        proof.Origin, Math.Round(proof.ElapsedMilliseconds, 1), proof.CreatedAt, proof.AskedStatement, JsonAudit.Of(proof.Audit));
}

/// <summary>A page of kept proofs.</summary>
internal sealed record JsonProofPage(IReadOnlyList<JsonProof> Proofs, string? NextPageToken);

/// <summary>An error before any verdict: bad input, or machinery that could not even begin.</summary>
internal sealed record JsonError(string Error, IReadOnlyList<JsonMessage> Messages);

/// <summary>A finding of <c>doctor</c>.</summary>
internal sealed record JsonFinding(string Name, string State, string Found, string? Remedy);

[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(JsonRefutation))]
[JsonSerializable(typeof(JsonExplanation))]
[JsonSerializable(typeof(JsonFormalizeReport))]
[JsonSerializable(typeof(IReadOnlyList<JsonModel>))]
[JsonSerializable(typeof(IReadOnlyList<JsonProbe>))]
[JsonSerializable(typeof(JsonProof))]
[JsonSerializable(typeof(JsonProofPage))]
[JsonSerializable(typeof(JsonError))]
[JsonSerializable(typeof(JsonCertified))]
[JsonSerializable(typeof(JsonRecheck))]
[JsonSerializable(typeof(IReadOnlyList<JsonFinding>))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Lean texts are full of symbols: they are written as they are, since the output is UTF-8 and no HTML.</summary>
    public static CliJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
