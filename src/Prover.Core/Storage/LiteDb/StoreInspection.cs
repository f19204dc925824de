using System.Buffers.Binary;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Looks at a store's file before LiteDB does, which would crop it, or take an empty file for a new one.</summary>
internal static class StoreInspection
{
    private const int VersionOfLiteDb5 = 8;
    private const int LastPageField = 64;
    private const int UserVersionField = 76;

    private static ReadOnlySpan<byte> Magic => "** This is a LiteDB file **"u8;

    /// <exception cref="StoreException">The file is damaged, foreign or newer.</exception>
    public static void Check(StorePaths paths, bool everyPage)
    {
        using var map = new PageMap(paths);
        if (map.DataLength == 0)
        {
            throw StoreErrors.Damaged(paths.Data, "it is empty (0 bytes)");
        }

        if (!IsLiteDb(map.ReadFirstPage()))
        {
            throw StoreErrors.Foreign(paths.Data, "it does not begin as a LiteDB 5 file");
        }

        var header = new byte[PageMap.PageSize];
        if (!map.TryRead(0, header) || !IsLiteDb(header))
        {
            throw StoreErrors.Damaged(paths.Data, "its log holds a broken header page");
        }

        CheckVersion(paths, header);
        CheckPages(paths, map, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(LastPageField)), everyPage);
    }

    /// <summary>The schema version in the file; null when its header can't be read.</summary>
    public static int? VersionOf(PageMap map)
    {
        var header = new byte[PageMap.PageSize];
        return map.TryRead(0, header) && IsLiteDb(header) ? UserVersion(header) : null;
    }

    private static bool IsLiteDb(ReadOnlySpan<byte> page) =>
        page.Length == PageMap.PageSize && page[32..].StartsWith(Magic) && page[59] == VersionOfLiteDb5;

    private static int UserVersion(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header[UserVersionField..]);

    private static void CheckVersion(StorePaths paths, ReadOnlySpan<byte> header)
    {
        var version = UserVersion(header);
        if (version > StoreSchema.Version)
        {
            throw StoreErrors.Newer(paths.Data, version, StoreSchema.Version);
        }

        if (version < 1)
        {
            throw StoreErrors.Foreign(paths.Data, "it is a LiteDB file of another program");
        }
    }

    private static void CheckPages(StorePaths paths, PageMap map, uint last, bool everyPage)
    {
        // One missing page is enough to know, and a damaged header can claim billions.
        var inData = map.DataLength / PageMap.PageSize;
        for (var id = everyPage ? 0L : inData; id <= last; id++)
        {
            if (map.HasPage((uint)id))
            {
                continue;
            }

            throw StoreErrors.Damaged(paths.Data, id >= inData
                ? $"it is cut short: {inData:N0} of {last + 1L:N0} pages are there"
                : $"page {id:N0} is overwritten");
        }
    }
}
