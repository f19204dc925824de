using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Prover.Bench.Runs;

/// <summary>Files of one JSON record a line that are only ever added to. A line counts once its end is there: a process that is killed while it
/// writes leaves a torn one, which is as if it had never been begun.</summary>
internal static class RecordLines
{
    /// <summary>The records of a file; none when there is no file.</summary>
    /// <exception cref="RunException">A whole line is no record.</exception>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
    {
        byte[] bytes;
        try
        {
            // Somebody may be adding to it.
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using (file.ConfigureAwait(false))
            {
                bytes = new byte[file.Length];
                var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                bytes = bytes[..read];
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }

        var records = new List<T>();
        var number = 0;
        for (var start = 0; bytes.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length; start += length + 1)
        {
            number++;
            records.Add(Parse(bytes.AsSpan(start, length), type, path, number));
        }

        return records;
    }

    /// <summary>Takes a torn last line away. Only for whoever alone adds to the file.</summary>
    public static void Mend(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        var end = file.Length;
        while (end > 0)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }

            end--;
        }

        if (end != file.Length)
        {
            file.SetLength(end);
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Adds a record; it is on the disk when this returns.</summary>
    /// <remarks>Not cancelled: what is known is kept.</remarks>
    public static async Task AddAsync<T>(string path, T record, JsonTypeInfo<T> type)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(record, type) + "\n");
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    private static T Parse<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> type, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, type) ?? throw new JsonException("The line is null.");
        }
        catch (JsonException e)
        {
            throw new RunException($"'{path}', line {number}, is damaged: {e.Message} Delete that line, and what it recorded is done again.", e);
        }
    }
}
