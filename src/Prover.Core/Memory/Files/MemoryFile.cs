using System.Text.Json;
using Prover.Core.Storage;

namespace Prover.Core.Memory.Files;

/// <summary>The file of a memory: a header and one JSON line a proof, only ever added to. A line counts once its end is on the disk: what a killed
/// process leaves behind the last line's end is cut off.</summary>
internal sealed class MemoryFile : IAsyncDisposable
{
    private const int Version = 1;

    private readonly string _path;
    private readonly Stream _stream;
    private bool _isBroken;

    private MemoryFile(string path, Stream stream) => (_path, _stream) = (path, stream);

    /// <summary>Opens a file for nobody else, makes it where it is missing, and reads what is in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Takes the proofs, some at a time, in order.</param>
    /// <param name="cancellationToken">Stops the reading; the file is as it was.</param>
    /// <exception cref="MemoryException">Somebody has it, it can't be opened, or a line is damaged.</exception>
    public static async Task<MemoryFile> OpenAsync(string path, Action<IReadOnlyList<MemoryLine>> read, CancellationToken cancellationToken)
    {
        FileStream? stream;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory)
            {
                Directory.CreateDirectory(directory);
            }

            stream = ExclusiveFile.TryOpen(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MemoryException($"The memory '{path}' can't be opened: {e.Message} Make it writable or name another file.", e);
        }

        return stream is null
            ? throw new MemoryException($"The memory '{path}' is in use by another process. Wait for it to end or name another file.")
            : await OpenAsync(path, stream, read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same over an open stream, which it owns.</summary>
    public static async Task<MemoryFile> OpenAsync(string path, Stream stream, Action<IReadOnlyList<MemoryLine>> read, CancellationToken cancellationToken)
    {
        var file = new MemoryFile(path, stream);
        try
        {
            await file.ReadAsync(read, cancellationToken).ConfigureAwait(false);
            return file;
        }
        catch (IOException e)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw new MemoryException($"The memory '{path}' can't be read: {e.Message}", e);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Adds a proof; it is on the disk when this returns.</summary>
    /// <remarks>Not cancelled: half a line would have to be taken back.</remarks>
    /// <exception cref="MemoryException">It can't be written; the file is as it was.</exception>
    public Task AddAsync(LearnedProof proof) => AddLineAsync(JsonSerializer.SerializeToUtf8Bytes(MemoryRecord.Of(proof), MemoryJson.Readable.MemoryRecord));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task ReadAsync(Action<IReadOnlyList<MemoryLine>> read, CancellationToken cancellationToken)
    {
        var lines = new LineReader(_stream);
        var batch = new List<MemoryLine>();
        while (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (lines.Number == 1)
            {
                CheckHeader(line);
                continue;
            }

            batch.Add(new MemoryLine(_path, lines.Number, line));
            if (batch.Count == MemoryLine.Batch)
            {
                read(batch);
                batch = [];
            }
        }

        read(batch);
        if (lines.Rest.Length > 0)
        {
            CutOff(lines);
        }

        _stream.Position = lines.End;
        if (lines.Number == 0)
        {
            await AddLineAsync(JsonSerializer.SerializeToUtf8Bytes(new MemoryHeader(Version), MemoryJson.Readable.MemoryHeader)).ConfigureAwait(false);
        }
    }

    private void CheckHeader(byte[] line)
    {
        MemoryHeader? header = null;
        try
        {
            header = JsonSerializer.Deserialize(line, MemoryJson.Readable.MemoryHeader);
        }
        catch (JsonException)
        {
            // Said below.
        }

        if (header is null || header.Memory < 1)
        {
            throw new MemoryException($"'{_path}' is no memory of tactics: its first line is not {{\"memory\":{Version}}}. Name another file.");
        }

        if (header.Memory > Version)
        {
            throw new MemoryException($"The memory '{_path}' was written by a newer version (format {header.Memory}, this one knows {Version}). Use that version.");
        }
    }

    /// <summary>Takes a torn last line away, if this program can have begun it.</summary>
    private void CutOff(LineReader lines)
    {
        ReadOnlySpan<byte> start = lines.Number == 0 ? "{\"memory\":"u8 : "{\"id\":"u8;
        var common = Math.Min(start.Length, lines.Rest.Length);
        if (!lines.Rest.AsSpan(0, common).SequenceEqual(start[..common]))
        {
            throw lines.Number == 0
                ? new MemoryException($"'{_path}' is no memory of tactics. Name another file.")
                : MemoryLine.Damaged(_path, lines.Number + 1, "It is no record and has no end.");
        }

        _stream.SetLength(lines.End);
        Flush();
    }

    private async Task AddLineAsync(byte[] line)
    {
        if (_isBroken)
        {
            throw new MemoryException($"The memory '{_path}' could not be written and not be mended. Free space, then open it again.");
        }

        var end = _stream.Position;
        try
        {
            await _stream.WriteAsync((byte[])[.. line, (byte)'\n'], CancellationToken.None).ConfigureAwait(false);
            Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TakeBack(end);
            throw new MemoryException($"The memory '{_path}' can't be written: {e.Message} Free space on its disk, then learn the proof again.", e);
        }
    }

    private void TakeBack(long end)
    {
        try
        {
            _stream.SetLength(end);
            _stream.Position = end;
        }
        catch (IOException)
        {
            _isBroken = true;
        }
    }

    private void Flush()
    {
        if (_stream is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }
        else
        {
            _stream.Flush();
        }
    }
}
