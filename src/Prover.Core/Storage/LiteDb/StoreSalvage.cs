using System.Buffers.Binary;
using LiteDB;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Reads every intact document out of a damaged file, page by page, without its indexes and catalogue.</summary>
/// <remarks>Documents are never changed once written, so an intact one is good wherever it is found.</remarks>
internal sealed class StoreSalvage
{
    private const int BlockHeaderSize = 6;
    private const int MostBlocks = 2_100; // LiteDB allows 2,047 pages for a document

    private readonly HashSet<(string Collection, string Id)> _found = [];
    private readonly HashSet<BlockAddress> _readable = [];
    private readonly HashSet<BlockAddress> _expected = [];

    /// <summary>Documents that an index or a page's directory knows of, but which can't be read. Final when all was read.</summary>
    public long Lost => _expected.Except(_readable).LongCount();

    /// <summary>How many were read of a collection.</summary>
    public long CountOf(string collection) => _found.LongCount(entry => entry.Collection == collection);

    /// <summary>Every intact document, once.</summary>
    public IEnumerable<(string Collection, BsonDocument Document)> Read(StorePaths paths)
    {
        // A damaged log can hide good pages of the data, so the data is read by itself as well.
        foreach (var withLog in (bool[])[true, false])
        {
            using var map = new PageMap(paths, withLog);
            foreach (var entry in Read(map))
            {
                yield return entry;
            }
        }
    }

    private IEnumerable<(string Collection, BsonDocument Document)> Read(PageMap map)
    {
        for (uint id = 0; id < map.End; id++)
        {
            var page = new byte[PageMap.PageSize];
            if (!map.TryRead(id, page))
            {
                continue;
            }

            if (PageMap.TypeOf(page) == PageKind.Index)
            {
                ExpectDocumentsOf(page);
            }
            else if (PageMap.TypeOf(page) == PageKind.Data)
            {
                foreach (var entry in ReadDocuments(map, id, page))
                {
                    yield return entry;
                }
            }
        }
    }

    private IEnumerable<(string Collection, BsonDocument Document)> ReadDocuments(PageMap map, uint id, byte[] page)
    {
        for (var slot = 0; slot <= PageSlots.Highest(page); slot++)
        {
            var block = PageSlots.Segment(page, slot);
            var isContinuation = block.Length > 0 && block.Span[0] != 0;
            if (block.Length <= BlockHeaderSize || isContinuation)
            {
                continue;
            }

            var address = new BlockAddress(id, (byte)slot);
            _expected.Add(address);
            if (ReadDocument(map, block) is { } document && SealedDocument.CollectionOfIntact(document) is { } collection)
            {
                _readable.Add(address);
                if (_found.Add((collection, document["_id"].AsString)))
                {
                    yield return (collection, SealedDocument.Seal(collection, document));
                }
            }
        }
    }

    private static BsonDocument? ReadDocument(PageMap map, ReadOnlyMemory<byte> block)
    {
        using var bytes = new MemoryStream();
        bytes.Write(block.Span[BlockHeaderSize..]);
        var page = new byte[PageMap.PageSize];
        var blocks = 1;
        for (var next = BlockAddress.Read(block.Span[1..]); !next.IsNone; next = BlockAddress.Read(block.Span[1..]))
        {
            if (++blocks > MostBlocks || !map.TryRead(next.Page, page) || PageMap.TypeOf(page) != PageKind.Data)
            {
                return null;
            }

            block = PageSlots.Segment(page, next.Slot);
            if (block.Length <= BlockHeaderSize)
            {
                return null;
            }

            bytes.Write(block.Span[BlockHeaderSize..]);
        }

        return Parse(bytes.ToArray());
    }

    private static BsonDocument? Parse(byte[] bytes)
    {
        if (bytes.Length < 5 || BinaryPrimitives.ReadInt32LittleEndian(bytes) > bytes.Length)
        {
            return null;
        }

        try
        {
            return BsonSerializer.Deserialize(bytes);
        }
        catch (Exception)
        {
            return null; // garbage fails in whatever way it likes; the caller counts it as lost
        }
    }

    private void ExpectDocumentsOf(byte[] page)
    {
        const int documentField = 2;
        for (var slot = 0; slot <= PageSlots.Highest(page); slot++)
        {
            var node = PageSlots.Segment(page, slot);
            if (node.Length > documentField + 5 && BlockAddress.Read(node.Span[documentField..]) is { IsNone: false } address)
            {
                _expected.Add(address);
            }
        }
    }

    private readonly record struct BlockAddress(uint Page, byte Slot)
    {
        public bool IsNone => Page == uint.MaxValue;

        public static BlockAddress Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt32LittleEndian(bytes), bytes[4]);
    }
}
