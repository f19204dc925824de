using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Prover.Bench.Files;
using Prover.Bench.Runs;

namespace Prover.Rounds.Rounds;

/// <summary>Reads and writes a campaign's files: each is there whole or not at all.</summary>
internal static class CampaignFiles
{
    /// <summary>Reads a record; null when there is none.</summary>
    /// <exception cref="RoundsException">It is damaged.</exception>
    public static async Task<T?> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), type);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new RoundsException($"'{path}' is damaged: {e.Message} Restore it from a copy; what other files hold is not lost.", e);
        }
    }

    /// <summary>Writes a record for people to look into.</summary>
    public static Task WriteAsync<T>(string path, T record, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return WholeFile.WriteAsync(path, JsonSerializer.Serialize(record, type) + "\n", cancellationToken);
    }

    /// <summary>Reads a file of one record a line; empty when there is none.</summary>
    /// <exception cref="RoundsException">It is damaged.</exception>
    public static async Task<IReadOnlyList<T>> ReadLinesAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await RecordLines.ReadAsync(path, type, cancellationToken).ConfigureAwait(false);
        }
        catch (RunException e)
        {
            throw new RoundsException(e.Message, e);
        }
    }

    /// <summary>Writes a file of one record a line in place of what is there.</summary>
    public static Task WriteLinesAsync<T>(string path, IEnumerable<T> records, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return WholeFile.WriteAsync(path, string.Concat(records.Select(r => JsonSerializer.Serialize(r, type) + "\n")), cancellationToken);
    }
}
