using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Prover.Core.Storage.LiteDb;

/// <summary>The pages of a LiteDB 5 file as they stand on the disk, those of committed transactions in the log in front.</summary>
/// <remarks>Reads bytes only and trusts none of them: it serves to find damage and to read around it.</remarks>
internal sealed class PageMap : IDisposable
{
    public const int PageSize = PageFile.PageSize;

    private const int HeaderSize = 32;

    private readonly SafeFileHandle _data;
    private readonly SafeFileHandle? _log;
    private readonly Dictionary<uint, long> _inLog = [];

    public PageMap(StorePaths paths, bool withLog = true)
    {
        _data = OpenForReading(paths.Data);
        DataLength = RandomAccess.GetLength(_data);
        if (withLog && File.Exists(paths.Log))
        {
            _log = OpenForReading(paths.Log);
            ReadLog(_log);
        }
    }

    /// <summary>Length of the data file in bytes.</summary>
    public long DataLength { get; }

    /// <summary>One more than the highest page id that can be read.</summary>
    public uint End => (uint)Math.Max(DataLength / PageSize, _inLog.Count == 0 ? 0 : _inLog.Keys.Max() + 1L);

    /// <summary>True when the log holds a committed version of the page.</summary>
    public bool IsInLog(uint id) => _inLog.ContainsKey(id);

    /// <summary>Reads a page; false when it is missing or not the page that belongs there.</summary>
    public bool TryRead(uint id, Span<byte> page)
    {
        var read = _inLog.TryGetValue(id, out var position)
            ? ReadFully(_log!, page, position)
            : ReadFully(_data, page, (long)id * PageSize);
        return read == page.Length && IdOf(page) == id && TypeOf(page) <= PageKind.Data;
    }

    /// <summary>True when the header of a page is there and names that page.</summary>
    public bool HasPage(uint id)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        return TryRead(id, header);
    }

    /// <summary>The first page of the data file, whatever it holds.</summary>
    public byte[] ReadFirstPage()
    {
        var page = new byte[PageSize];
        return page[..ReadFully(_data, page, 0)];
    }

    public static PageKind TypeOf(ReadOnlySpan<byte> page) => (PageKind)page[4];

    public void Dispose()
    {
        _log?.Dispose();
        _data.Dispose();
    }

    private static uint IdOf(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt32LittleEndian(page);

    private static SafeFileHandle OpenForReading(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    /// <summary>A transaction counts when its last page is marked as confirming it.</summary>
    private void ReadLog(SafeFileHandle log)
    {
        var pending = new Dictionary<uint, List<(uint Id, long Position)>>();
        var length = RandomAccess.GetLength(log);
        var highest = (DataLength + length) / PageSize;
        Span<byte> header = stackalloc byte[HeaderSize];
        for (var position = 0L; position + PageSize <= length; position += PageSize)
        {
            ReadFully(log, header, position);
            var id = IdOf(header);
            if (id > highest || header.IndexOfAnyExcept((byte)0) < 0)
            {
                continue;
            }

            var transaction = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]);
            if (!pending.TryGetValue(transaction, out var pages))
            {
                pending[transaction] = pages = [];
            }

            pages.Add((id, position));
            var isConfirmed = header[18] != 0;
            if (isConfirmed)
            {
                pages.ForEach(page => _inLog[page.Id] = page.Position);
                pages.Clear();
            }
        }
    }

    private static int ReadFully(SafeFileHandle file, Span<byte> buffer, long position)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = RandomAccess.Read(file, buffer[total..], position + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }
}

/// <summary>Kinds of LiteDB pages, as numbered in the file.</summary>
internal enum PageKind : byte
{
    Empty,
    Header,
    Collection,
    Index,
    Data,
}
