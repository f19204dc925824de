using LiteDB;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Reads and inserts sealed documents.</summary>
internal sealed class StoreTables(string path, LiteDatabase database)
{
    public BsonDocument? Find(string collection, string id) =>
        Table(collection).FindById(id) is { } document ? Unseal(collection, document) : null;

    /// <summary>Documents are never changed: the first under an id stays.</summary>
    public void InsertIfNew(string collection, BsonDocument document)
    {
        var table = Table(collection);
        if (table.FindById(document["_id"]) is null)
        {
            table.Insert(document);
        }
    }

    public IEnumerable<BsonDocument> Where(string collection, string field, string value) =>
        Table(collection).Find(Expression($"$.{field} = @0", value)).Select(document => Unseal(collection, document));

    public IEnumerable<BsonDocument> WhereMissing(string collection, string field) =>
        Table(collection).Find(Expression($"$.{field} = @0", BsonValue.Null)).Select(document => Unseal(collection, document));

    /// <summary>Documents whose indexed <paramref name="field"/> lies between two values, ends included, in its order.</summary>
    public IEnumerable<BsonDocument> Between(string collection, string field, string first, string last) =>
        Table(collection).Query()
            .Where(BsonExpression.Create($"$.{field} BETWEEN @0 AND @1", first, last))
            .OrderBy(BsonExpression.Create("$." + field))
            .ToEnumerable()
            .Select(document => Unseal(collection, document));

    /// <summary>Documents whose id lies behind <paramref name="bound"/>, first first.</summary>
    public IEnumerable<BsonDocument> UpFrom(string collection, string bound) =>
        Table(collection).Query()
            .Where(Expression("$._id > @0", bound))
            .OrderBy(BsonExpression.Create("$._id"))
            .ToEnumerable()
            .Select(document => Unseal(collection, document));

    /// <summary>Documents whose indexed <paramref name="field"/> lies before <paramref name="bound"/>, last first.</summary>
    public IEnumerable<BsonDocument> DownFrom(string collection, string field, string bound) =>
        Table(collection).Query()
            .Where(Expression($"$.{field} < @0", bound))
            .OrderByDescending(BsonExpression.Create("$." + field))
            .ToEnumerable()
            .Select(document => Unseal(collection, document));

    public long Count(string collection) => Table(collection).LongCount();

    /// <summary>LiteDB compiles each different text of an expression once, in milliseconds, and keeps it for good: values must not be part of it.</summary>
    private static BsonExpression Expression(string text, BsonValue value) => BsonExpression.Create(text, value);

    private ILiteCollection<BsonDocument> Table(string collection) => database.GetCollection(collection);

    private BsonDocument Unseal(string collection, BsonDocument document) =>
        SealedDocument.IsIntact(document, collection)
            ? document
            : throw StoreErrors.Damaged(path, $"a document of {collection} is not what was written");
}
