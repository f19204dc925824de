using LiteDB;
using Prover.Core.Verification;

namespace Prover.Core.Storage.LiteDb;

/// <summary>A verified proof under the key of its verdict, with <c>order</c> for listing by time.</summary>
internal static class ProofDocument
{
    /// <summary>The indexed field by which proofs are listed.</summary>
    public const string Order = "order";

    /// <summary>The indexed field by which proofs of a problem are found.</summary>
    public const string Problem = "problem";

    public static BsonDocument From(StoredProof proof) => SealedDocument.Seal(StoreSchema.Proofs, new BsonDocument
    {
        ["_id"] = proof.Id,
        [Order] = BsonFields.OrderKey(proof.CreatedAt, proof.Id),
        ["theorem"] = proof.Theorem,
        ["statement"] = proof.Statement,
        ["text"] = proof.Text,
        ["grade"] = BsonFields.From(proof.Grade),
        ["axioms"] = BsonFields.From(proof.Axioms),
        ["toolchain"] = BsonFields.From(proof.Toolchain),
        ["origin"] = proof.Origin,
        [Problem] = BsonFields.From(proof.ProblemId),
        ["elapsed"] = proof.ElapsedMilliseconds,
        ["at"] = BsonFields.From(proof.CreatedAt),
        ["audit"] = AuditFields.From(proof.Audit),
        ["asked"] = BsonFields.From(proof.AskedStatement),
    });

    public static StoredProof ToProof(BsonDocument document) => new(
        document["_id"].AsString,
        document["theorem"].AsString,
        document["statement"].AsString,
        document["text"].AsString,
        BsonFields.ToEnum<Grade>(document["grade"]),
        BsonFields.ToTexts(document["axioms"]),
        BsonFields.ToToolchain(document["toolchain"])!,
        document["origin"].AsString,
        BsonFields.ToText(document[Problem]),
        document["elapsed"].AsDouble,
        BsonFields.ToTime(document["at"]))
    {
        // The first version of these documents has neither.
        Audit = AuditFields.ToReport(document["audit"]),
        AskedStatement = BsonFields.ToText(document["asked"]),
    };
}
