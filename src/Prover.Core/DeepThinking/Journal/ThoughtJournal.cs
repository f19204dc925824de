using System.Text.Json;
using Prover.Core.Memory.Files;
using Prover.Core.Storage;

namespace Prover.Core.DeepThinking.Journal;

/// <summary>The journal of a thought: one JSON line for all that happened, only ever added to, each on the disk before it counts. What a killed process
/// leaves behind the last line's end is cut off.</summary>
/// <remarks>Thread-safe. Without a folder it is kept in memory.</remarks>
internal sealed class ThoughtJournal : IAsyncDisposable
{
    public const string FileName = "thought.jsonl";
    private const int Version = 1;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<JournalRecord> _records = [];
    private readonly FileStream? _stream;
    private readonly string _path;

    private ThoughtJournal(string path, FileStream? stream) => (_path, _stream) = (path, stream);

    /// <summary>All lines so far, in order.</summary>
    public IReadOnlyList<JournalRecord> Records
    {
        get
        {
            lock (_records)
            {
                return [.. _records];
            }
        }
    }

    /// <summary>Whether a folder holds a thought.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Begins a thought in a folder, or goes on with the one that is there.</summary>
    /// <exception cref="ThoughtException">The folder holds another thought, or somebody works on it, or it can't be used.</exception>
    public static async Task<ThoughtJournal> OpenAsync(DeepThinkRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.WorkFolder is not { } folder)
        {
            return new ThoughtJournal(string.Empty, null);
        }

        var journal = Open(folder);
        try
        {
            await journal.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (journal._records.Count == 0)
            {
                await journal.AddAsync(new JournalRecord.Begun(Version, request with { WorkFolder = null }, time.GetUtcNow())).ConfigureAwait(false);
            }
            else if (journal.Asked.Statement != request.Statement)
            {
                throw new ThoughtException($"The folder '{folder}' holds a thought about another statement. Name another folder, or resume that thought with --resume.");
            }

            return journal;
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What the thought in a folder was asked, with the folder in it.</summary>
    /// <exception cref="ThoughtException">There is none, or it can't be read.</exception>
    public static async Task<DeepThinkRequest> ReadRequestAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Exists(folder))
        {
            throw new ThoughtException($"The folder '{folder}' holds no thought. Begin one there with --work.");
        }

        await using var journal = Open(folder);
        await journal.ReadAsync(cancellationToken).ConfigureAwait(false);
        return journal._records.Count == 0
            ? throw new ThoughtException($"The thought in '{folder}' had not begun when it was killed. Begin it anew with --work.")
            : journal.Asked with { WorkFolder = folder };
    }

    /// <summary>All lines of the thought in a folder; null while somebody works on it.</summary>
    /// <exception cref="ThoughtException">It can't be read.</exception>
    public static async Task<IReadOnlyList<JournalRecord>?> TryReadAsync(string folder, CancellationToken cancellationToken)
    {
        var journal = TryOpen(folder);
        if (journal is null)
        {
            return null;
        }

        await using (journal.ConfigureAwait(false))
        {
            await journal.ReadAsync(cancellationToken).ConfigureAwait(false);
            return journal.Records;
        }
    }

    /// <summary>Adds a line; it is on the disk when this returns.</summary>
    /// <remarks>Not cancelled: half a line would have to be taken back.</remarks>
    /// <exception cref="ThoughtException">It can't be written.</exception>
    public async Task AddAsync(JournalRecord record)
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        var end = _stream?.Position ?? 0;
        try
        {
            if (_stream is not null)
            {
                byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(record, JournalJson.Readable.JournalRecord), (byte)'\n'];
                await _stream.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
                _stream.Flush(flushToDisk: true);
            }

            lock (_records)
            {
                _records.Add(record);
            }
        }
        catch (IOException e)
        {
            TakeBack(end);
            throw new ThoughtException($"The journal '{_path}' can't be written: {e.Message} Free space on its disk, then resume the thought.", e);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        _turn.Dispose();
    }

    private DeepThinkRequest Asked => _records[0] is JournalRecord.Begun begun
        ? begun.Request
        : throw new ThoughtException($"'{_path}' does not begin as a journal does. Name another folder.");

    /// <summary>Half a line would spoil the next; one that can't be taken back is cut off when the journal is opened again.</summary>
    private void TakeBack(long end)
    {
        try
        {
            _stream!.SetLength(end);
            _stream.Position = end;
        }
        catch (IOException)
        {
            // Said by the exception that is on its way.
        }
    }

    private static ThoughtJournal Open(string folder) =>
        TryOpen(folder) ?? throw new ThoughtException($"The thought in '{folder}' is being worked on by another process. Wait for it to end or name another folder.");

    private static ThoughtJournal? TryOpen(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
            return ExclusiveFile.TryOpen(path) is { } stream ? new ThoughtJournal(path, stream) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ThoughtException($"The folder '{folder}' can't be used: {e.Message} Make it writable or name another.", e);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new LineReader(_stream!);
        while (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            try
            {
                _records.Add(JsonSerializer.Deserialize(line, JournalJson.Readable.JournalRecord) ?? throw new JsonException("The line is null."));
            }
            catch (JsonException e)
            {
                throw new ThoughtException($"The journal '{_path}', line {lines.Number}, is damaged: {e.Message} Keep a copy, delete the line, and only what it tells is done again.", e);
            }

            if (_records[0] is JournalRecord.Begun { Deepthink: > Version } newer)
            {
                throw new ThoughtException($"The journal '{_path}' was written by a newer version (format {newer.Deepthink}, this one knows {Version}). Use that version.");
            }
        }

        // What a killed process had begun to write.
        if (lines.Rest.Length > 0)
        {
            _stream!.SetLength(lines.End);
        }

        _stream!.Position = lines.End;
    }
}
