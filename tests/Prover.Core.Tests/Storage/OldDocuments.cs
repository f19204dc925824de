using LiteDB;
using Prover.Core.Storage.LiteDb;
using Prover.Core.Verification;

namespace Prover.Core.Tests.Storage;

/// <summary>Documents field by field as the first version wrote them, before there were audits.</summary>
internal static class OldDocuments
{
    private static BsonDocument Toolchain => new() { ["kind"] = "embedded", ["lean"] = "4.28.0-pre", ["hash"] = "abc", ["mathlib"] = false };

    public static (string Collection, BsonDocument Document) Proof(string id, Grade grade, int order = 0, string? problem = null) =>
        (StoreSchema.Proofs, SealedDocument.Seal(StoreSchema.Proofs, new BsonDocument
        {
            ["_id"] = id,
            ["order"] = $"{order:D19} {id}",
            ["theorem"] = "T." + id,
            ["statement"] = "1 = 1",
            ["text"] = $"theorem T.{id} : 1 = 1 := rfl",
            ["grade"] = grade.ToString(),
            ["axioms"] = new BsonArray(),
            ["toolchain"] = Toolchain,
            ["origin"] = "verify",
            ["problem"] = problem is null ? BsonValue.Null : new BsonValue(problem),
            ["elapsed"] = 1.5,
            ["at"] = (long)order,
        }));

    public static (string Collection, BsonDocument Document) Verdict(string id, VerdictKind kind) =>
        (StoreSchema.Verdicts, SealedDocument.Seal(StoreSchema.Verdicts, VerdictFields(id, kind)));

    /// <summary>Of a version to come, which knows a rule that this one does not.</summary>
    public static (string Collection, BsonDocument Document) NewerVerdict(string id)
    {
        var fields = VerdictFields(id, VerdictKind.Rejected);
        fields["refusal"] = new BsonDocument
        {
            ["rule"] = "Etiquette",
            ["message"] = "It is impolite.",
            ["constant"] = BsonValue.Null,
            ["chain"] = new BsonArray(),
            ["expected"] = BsonValue.Null,
            ["found"] = BsonValue.Null,
        };
        return (StoreSchema.Verdicts, SealedDocument.Seal(StoreSchema.Verdicts, fields));
    }

    private static BsonDocument VerdictFields(string id, VerdictKind kind) => new()
    {
        ["_id"] = id,
        ["kind"] = kind.ToString(),
        ["grade"] = kind == VerdictKind.Proved ? new BsonValue("Compiled") : BsonValue.Null,
        ["theorem"] = "T." + id,
        ["statement"] = "1 = 1",
        ["axioms"] = new BsonArray(),
        ["messages"] = new BsonArray(),
        ["reason"] = kind == VerdictKind.Proved ? BsonValue.Null : new BsonValue("no"),
        ["elapsed"] = 7L,
        ["toolchain"] = Toolchain,
    };
}
