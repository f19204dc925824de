using System.Buffers.Binary;
using System.Security.Cryptography;
using LiteDB;

namespace Prover.Core.Storage.LiteDb;

/// <summary>A document with its collection's name and a digest of its content.</summary>
/// <remarks>LiteDB's pages carry no checksum, so a flipped byte inside a string would be read back as a different proof.
/// The digest makes that a damaged document; with the collection's name a repair can tell what a document is
/// even when LiteDB's own catalogue is lost.</remarks>
internal static class SealedDocument
{
    private const string CollectionField = "in";
    private const string DigestField = "sum";
    private const int LargestDocument = 16_000_000; // LiteDB's own limit is 2047 pages of 8150 bytes
    private const int LongestId = 255;

    /// <exception cref="StoreException">The document is larger than LiteDB can hold.</exception>
    /// <exception cref="ArgumentException">The id can't be a key.</exception>
    public static BsonDocument Seal(string collection, BsonDocument document)
    {
        CheckId(document["_id"].AsString);
        document[CollectionField] = collection;
        document[DigestField] = Digest(document, out var size);
        return size <= LargestDocument ? document : throw StoreErrors.TooLarge($"document of {collection}", size, LargestDocument);
    }

    /// <summary>Refuses what LiteDB can't index: keys of more than 1,023 bytes.</summary>
    /// <exception cref="ArgumentException">The id is empty or too long.</exception>
    public static string CheckId(string id) => id is { Length: > 0 and <= LongestId }
        ? id
        : throw new ArgumentException($"An id must have 1 to {LongestId} characters; this one has {id?.Length ?? 0}.", nameof(id));

    /// <summary>True when the document is one of the collection's and as it was written.</summary>
    public static bool IsIntact(BsonDocument document, string collection) =>
        CollectionOf(document) == collection && HasDigest(document);

    /// <summary>The collection that an intact document belongs to; null for anything else.</summary>
    public static string? CollectionOfIntact(BsonDocument document) =>
        CollectionOf(document) is { } collection && HasDigest(document) ? collection : null;

    private static string? CollectionOf(BsonDocument document) =>
        document[CollectionField] is { IsString: true } name && StoreSchema.Collections.Contains(name.AsString) ? name.AsString : null;

    private static bool HasDigest(BsonDocument document)
    {
        var kept = document[DigestField];
        document.Remove(DigestField);
        return kept.IsInt64 && kept.AsInt64 == Digest(document, out _);
    }

    private static long Digest(BsonDocument document, out int size)
    {
        var bytes = BsonSerializer.Serialize(document);
        size = bytes.Length;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }
}
