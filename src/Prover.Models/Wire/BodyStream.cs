using Prover.Core.Models;
using Prover.Models.Timeouts;

namespace Prover.Models.Wire;

/// <summary>The body of an answer: every read has a deadline, whatever breaks is a <see cref="ModelException"/>, and it can't be endless.</summary>
/// <remarks>The silence is measured here, in bytes, and not in updates: a server that sends comments to keep the line open is alive.</remarks>
internal sealed class BodyStream(Stream inner, Deadline deadline, TimeSpan silence, WireErrors errors) : Stream
{
    /// <summary>More than any context holds.</summary>
    private const long MostBytes = 1L << 30;

    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            deadline.Set(silence);
            var count = await inner.ReadAsync(buffer, deadline.Token).ConfigureAwait(false);
            deadline.Stop();
            _read += count;
            return _read <= MostBytes ? count : throw errors.TooMuch(MostBytes);
        }
        catch (OperationCanceledException) when (deadline.IsUp)
        {
            throw errors.Silent();
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw errors.Broken(e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
