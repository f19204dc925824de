using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Prover.Models.Cache;

/// <summary>Answers on disk, one file each. A file is whole or not there; one that can't be read counts as not there and is written anew.</summary>
/// <remarks>Safe for many threads and processes. It fails softly: a full disk costs repeatability, never an answer.</remarks>
internal sealed partial class AnswerFolder(string folder, ILogger logger)
{
    /// <summary>The answer, if it is there and sound.</summary>
    public async Task<CachedAnswer?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 16_384, useAsync: true);
            await using (file.ConfigureAwait(false))
            {
                var answer = await JsonSerializer.DeserializeAsync(file, CacheJson.Default.CachedAnswer, cancellationToken).ConfigureAwait(false);
                return answer?.IsSound(key) == true ? answer : null;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            Unreadable(logger, key, e.Message);
            return null;
        }
    }

    /// <summary>Keeps an answer.</summary>
    public async Task WriteAsync(CachedAnswer answer)
    {
        var path = PathOf(answer.Key);
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, CacheJson.Default.CachedAnswer);
            await File.WriteAllBytesAsync(unfinished, bytes).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unwritable(logger, answer.Key, e.Message);
            Remove(unfinished);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is of no use, and does no harm.
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key[..2], $"{key}.json");

    [LoggerMessage(4011, LogLevel.Warning, "The kept answer {Key} can't be read and is asked for anew: {Reason}")]
    private static partial void Unreadable(ILogger logger, string key, string reason);

    [LoggerMessage(4012, LogLevel.Warning, "The answer {Key} can't be kept: {Reason}")]
    private static partial void Unwritable(ILogger logger, string key, string reason);
}
