using LiteDB;
using Prover.Core.Verification;

namespace Prover.Core.Storage.LiteDb;

/// <summary>An attempt under its id.</summary>
internal static class AttemptDocument
{
    /// <summary>The indexed field by which attempts are found.</summary>
    public const string Problem = "problem";

    public static BsonDocument From(StoredAttempt attempt) => SealedDocument.Seal(StoreSchema.Attempts, new BsonDocument
    {
        ["_id"] = attempt.Id,
        [Problem] = SealedDocument.CheckId(attempt.ProblemId),
        ["proof"] = attempt.Proof,
        ["origin"] = attempt.Origin,
        ["kind"] = BsonFields.From(attempt.Kind),
        ["reason"] = BsonFields.From(attempt.Reason),
        ["verdict"] = BsonFields.From(attempt.VerdictKey),
        ["elapsed"] = attempt.ElapsedMilliseconds,
        ["at"] = BsonFields.From(attempt.CreatedAt),
        ["helpers"] = BsonFields.From(attempt.Helpers),
        ["refutes"] = attempt.Refutes,
        ["tokens"] = attempt.Tokens,
    });

    public static StoredAttempt ToAttempt(BsonDocument document) => new(
        document["_id"].AsString,
        document[Problem].AsString,
        document["proof"].AsString,
        document["origin"].AsString,
        BsonFields.ToEnum<VerdictKind>(document["kind"]),
        BsonFields.ToText(document["reason"]),
        BsonFields.ToText(document["verdict"]),
        document["elapsed"].AsDouble,
        BsonFields.ToTime(document["at"]))
    {
        // The first version of these documents has none of them.
        Helpers = BsonFields.ToText(document["helpers"]),
        Refutes = document["refutes"] is { IsBoolean: true } refutes && refutes.AsBoolean,
        Tokens = document["tokens"] is { IsNumber: true } tokens ? tokens.AsInt64 : 0,
    };
}
