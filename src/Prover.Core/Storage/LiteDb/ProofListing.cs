using LiteDB;
using Prover.Core.Verification;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Pages of proofs, newest first.</summary>
internal static class ProofListing
{
    /// <summary>Sorts behind every order key, which begin with digits.</summary>
    public const string BeforeAll = "~";

    public static ProofPage Page(StoreTables tables, ProofQuery query, string bound)
    {
        var found = Candidates(tables, query, bound)
            .Where(document => IsWanted(document, query))
            .Take(query.PageSize + 1)
            .ToList();
        var hasMore = found.Count > query.PageSize;
        var page = hasMore ? found[..query.PageSize] : found;
        return new ProofPage(
            [.. page.Select(ProofDocument.ToProof)],
            hasMore ? PageToken.Write(page[^1][ProofDocument.Order].AsString, query) : null);
    }

    // A problem has few proofs: they are found by its id and put in order here.
    private static IEnumerable<BsonDocument> Candidates(StoreTables tables, ProofQuery query, string bound) => query.ProblemId is { } problem
        ? tables.Where(StoreSchema.Proofs, ProofDocument.Problem, problem)
            .Where(document => string.CompareOrdinal(document[ProofDocument.Order].AsString, bound) < 0)
            .OrderByDescending(document => document[ProofDocument.Order].AsString, StringComparer.Ordinal)
        : tables.DownFrom(StoreSchema.Proofs, ProofDocument.Order, bound);

    private static bool IsWanted(BsonDocument document, ProofQuery query) =>
        BsonFields.ToEnum<Grade>(document["grade"]) >= query.MinimumGrade
        && (query.NameContains is not { Length: > 0 } part
            || document["theorem"].AsString.Contains(part, StringComparison.OrdinalIgnoreCase));
}
