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
        var found = tables.DownFrom(StoreSchema.Proofs, ProofDocument.Order, bound)
            .Where(document => IsWanted(document, query))
            .Take(query.PageSize + 1)
            .ToList();
        var hasMore = found.Count > query.PageSize;
        var page = hasMore ? found[..query.PageSize] : found;
        return new ProofPage(
            [.. page.Select(ProofDocument.ToProof)],
            hasMore ? PageToken.Write(page[^1][ProofDocument.Order].AsString, query) : null);
    }

    private static bool IsWanted(BsonDocument document, ProofQuery query) =>
        BsonFields.ToEnum<Grade>(document["grade"]) >= query.MinimumGrade
        && (query.NameContains is not { Length: > 0 } part
            || document["theorem"].AsString.Contains(part, StringComparison.OrdinalIgnoreCase));
}
