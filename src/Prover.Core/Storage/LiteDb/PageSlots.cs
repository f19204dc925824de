using System.Buffers.Binary;

namespace Prover.Core.Storage.LiteDb;

/// <summary>The directory at the end of a LiteDB page, which says where its segments lie.</summary>
internal static class PageSlots
{
    private const int HighestField = 30;
    private const int SlotSize = 4;
    private const int PageHeaderSize = 32;

    /// <summary>The highest slot in use; -1 when there is none.</summary>
    public static int Highest(ReadOnlySpan<byte> page) => page[HighestField] == byte.MaxValue ? -1 : page[HighestField];

    /// <summary>The bytes of a slot; empty when it is free or its entry points nowhere.</summary>
    public static ReadOnlyMemory<byte> Segment(byte[] page, int slot)
    {
        var entry = page.AsSpan(PageMap.PageSize - ((slot + 1) * SlotSize));
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry);
        var position = BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]);
        return position >= PageHeaderSize && position + length <= PageMap.PageSize ? page.AsMemory(position, length) : default;
    }
}
