using LiteDB;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Core.Storage.LiteDb;

/// <summary>A final verdict under its key.</summary>
internal static class VerdictDocument
{
    public static BsonDocument From(Verdict verdict, string key) => SealedDocument.Seal(StoreSchema.Verdicts, new BsonDocument
    {
        ["_id"] = key,
        ["kind"] = BsonFields.From(verdict.Kind),
        ["grade"] = verdict.Grade is { } grade ? BsonFields.From(grade) : BsonValue.Null,
        ["theorem"] = BsonFields.From(verdict.Theorem),
        ["statement"] = BsonFields.From(verdict.Statement),
        ["axioms"] = BsonFields.From(verdict.Axioms),
        ["messages"] = new BsonArray(verdict.Messages.Select(From)),
        ["reason"] = BsonFields.From(verdict.Reason),
        ["elapsed"] = verdict.Elapsed.Ticks,
        ["toolchain"] = BsonFields.From(verdict.Toolchain),
        ["refusal"] = RefusalFields.From(verdict.Refusal),
        ["audit"] = AuditFields.From(verdict.Audit),
        ["elaboration"] = verdict.Elaboration.Ticks,
    });

    public static Verdict ToVerdict(BsonDocument document) => new()
    {
        Kind = BsonFields.ToEnum<VerdictKind>(document["kind"]),
        Grade = document["grade"].IsNull ? null : BsonFields.ToEnum<Grade>(document["grade"]),
        Theorem = BsonFields.ToText(document["theorem"]),
        Statement = BsonFields.ToText(document["statement"]),
        Axioms = BsonFields.ToTexts(document["axioms"]),
        Messages = [.. document["messages"].AsArray.Select(ToMessage)],
        Reason = BsonFields.ToText(document["reason"]),
        Key = document["_id"].AsString,
        Elapsed = TimeSpan.FromTicks(document["elapsed"].AsInt64),
        Cached = true,
        Toolchain = BsonFields.ToToolchain(document["toolchain"]),

        // The first version of these documents ends here.
        Refusal = RefusalFields.ToRefusal(document["refusal"]),
        Audit = AuditFields.ToReport(document["audit"]),
        Elaboration = BsonFields.ToSpan(document["elaboration"]),
    };

    private static BsonDocument From(LeanMessage message)
    {
        var document = new BsonDocument
        {
            ["severity"] = BsonFields.From(message.Severity),
            ["line"] = message.Start.Line,
            ["column"] = message.Start.Column,
            ["text"] = message.Text,
        };
        if (message.End is { } end)
        {
            document["endLine"] = end.Line;
            document["endColumn"] = end.Column;
        }

        return document;
    }

    private static LeanMessage ToMessage(BsonValue value) => new(
        BsonFields.ToEnum<LeanSeverity>(value["severity"]),
        new LeanPosition(value["line"].AsInt32, value["column"].AsInt32),
        value["endLine"].IsNull ? null : new LeanPosition(value["endLine"].AsInt32, value["endColumn"].AsInt32),
        value["text"].AsString);
}
