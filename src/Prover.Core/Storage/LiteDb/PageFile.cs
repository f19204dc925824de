using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Prover.Core.Storage.LiteDb;

/// <summary>A file given to LiteDB as a stream, so that the store knows which bytes have reached the operating system.</summary>
/// <remarks>LiteDB writes its log from a background task after a commit has returned. In the log a failed write is kept for
/// <see cref="WaitForLength"/> and not thrown: LiteDB's task would wait for itself on closing the engine. LiteDB's flushes of the
/// log are left out, as that task may flush after every page; <see cref="WaitForLength"/> flushes once for a commit.
/// LiteDB locks the instance around reads and writes.</remarks>
internal sealed class PageFile : Stream
{
    public const int PageSize = 8192;

    private readonly SafeFileHandle _handle;
    private readonly bool _isLog;
    private readonly Lock _growth = new();
    private readonly ManualResetEventSlim _grown = new();
    private Exception? _failure;
    private long _length;
    private volatile bool _unflushed;

    public PageFile(string path, FileMode mode, bool isLog = false)
    {
        _handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.Read);
        _length = RandomAccess.GetLength(_handle);
        _isLog = isLog;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => Interlocked.Read(ref _length);

    public override long Position { get; set; }

    /// <summary>Returns when the file has grown to <paramref name="length"/> bytes and they are on the disk.</summary>
    /// <exception cref="IOException">A write has failed, or nothing was written for a minute.</exception>
    public void WaitForLength(long length)
    {
        while (Length < length)
        {
            _grown.Reset();
            ThrowIfFailed();
            if (Length < length && !_grown.Wait(TimeSpan.FromMinutes(1)))
            {
                throw new IOException("The log was not written for a minute.");
            }
        }

        ThrowIfFailed();
        FlushToDisk();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = RandomAccess.Read(_handle, buffer.AsSpan(offset, count), Position);
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (_failure is null)
        {
            Guard(() =>
            {
                RandomAccess.Write(_handle, buffer.AsSpan(offset, count), Position);
                _unflushed = true;
                lock (_growth)
                {
                    _length = Math.Max(_length, Position + count);
                }
            });
        }

        Position += count;
        _grown.Set();
    }

    public override void SetLength(long value)
    {
        RandomAccess.SetLength(_handle, value);
        lock (_growth)
        {
            _length = value;
        }
    }

    public override void Flush()
    {
        if (!_isLog)
        {
            FlushToDisk();
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new UnreachableException(),
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _handle.Dispose();
            _grown.Dispose();
        }

        base.Dispose(disposing);
    }

    private void FlushToDisk()
    {
        if (_unflushed)
        {
            _unflushed = false;
            RandomAccess.FlushToDisk(_handle);
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (_isLog)
        {
            _failure ??= exception;
        }
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            throw new IOException(failure.Message, failure);
        }
    }
}
