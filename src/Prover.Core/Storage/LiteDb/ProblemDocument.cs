using LiteDB;

namespace Prover.Core.Storage.LiteDb;

/// <summary>A problem under its id.</summary>
internal static class ProblemDocument
{
    public static BsonDocument From(StoredProblem problem) => SealedDocument.Seal(StoreSchema.Problems, new BsonDocument
    {
        ["_id"] = problem.Id,
        ["name"] = problem.Name,
        ["statement"] = problem.Statement,
        ["at"] = BsonFields.From(problem.CreatedAt),
    });

    public static StoredProblem ToProblem(BsonDocument document) => new(
        document["_id"].AsString, document["name"].AsString, document["statement"].AsString, BsonFields.ToTime(document["at"]));
}
