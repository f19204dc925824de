using System.Runtime.CompilerServices;
using System.Text.Json;
using Prover.Datasets.Cards;
using Prover.Datasets.Formats;

namespace Prover.Datasets.Files;

/// <summary>A dataset that was exported.</summary>
public sealed class DatasetFolder
{
    private readonly RecordShape _shape;

    private DatasetFolder(string path, DataCard card, DatasetFormat format, FileFormat files)
    {
        (Path, Card, Format, Files) = (path, card, format, files);
        _shape = RecordShape.Of(format);
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Its card.</summary>
    public DataCard Card { get; }

    /// <summary>What it is for.</summary>
    public DatasetFormat Format { get; }

    /// <summary>How its files are written.</summary>
    public FileFormat Files { get; }

    /// <summary>Opens one.</summary>
    /// <exception cref="DatasetException">There is none, or its card can't be read.</exception>
    public static async Task<DatasetFolder> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var card = System.IO.Path.Combine(path, DatasetPaths.Card);
        if (!File.Exists(card))
        {
            throw new DatasetException($"There is no dataset in '{path}': it holds no {DatasetPaths.Card}. Name a folder that 'prover dataset export' wrote.");
        }

        try
        {
            var read = CardJson.Read(await File.ReadAllBytesAsync(card, cancellationToken).ConfigureAwait(false));
            return Enum.TryParse<DatasetFormat>(read.Format, ignoreCase: true, out var format) && Enum.TryParse<FileFormat>(read.FileFormat, ignoreCase: true, out var files)
                ? new DatasetFolder(path, read, format, files)
                : throw new DatasetException($"'{card}' is of a format that this version does not know: {read.Format} as {read.FileFormat}. Use the version that wrote it: {read.Version}.");
        }
        catch (JsonException e)
        {
            throw new DatasetException($"'{card}' is damaged: {e.Message} Export again.", e);
        }
    }

    /// <summary>What is not as it was written, in a sentence each that names the file; empty when all is well.</summary>
    /// <exception cref="DatasetException">There are no checksums.</exception>
    public Task<IReadOnlyList<string>> CheckSumsAsync(CancellationToken cancellationToken = default) => Checksums.CheckAsync(Path, cancellationToken);

    /// <summary>Streams the rows of all splits, <c>train</c> first.</summary>
    /// <exception cref="DatasetException">A file is missing or damaged.</exception>
    public async IAsyncEnumerable<DatasetRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var split in DatasetPaths.Splits)
        {
            var number = 0L;
            await foreach (var record in ReadAsync(split, cancellationToken).ConfigureAwait(false))
            {
                yield return new DatasetRow(split, DatasetPaths.Of(split, Files), ++number, record);
            }
        }
    }

    private async IAsyncEnumerable<DatasetRecord> ReadAsync(string split, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(Path, DatasetPaths.Of(split, Files));
        if (!File.Exists(path))
        {
            throw new DatasetException($"'{path}' is missing. Export again.");
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            await foreach (var record in (Files == FileFormat.Parquet ? _shape.ReadParquetAsync(file, cancellationToken) : ReadLinesAsync(file, path, cancellationToken)).ConfigureAwait(false))
            {
                yield return record;
            }
        }
    }

    private async IAsyncEnumerable<DatasetRecord> ReadLinesAsync(FileStream file, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        for (var number = 1L; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            DatasetRecord record;
            try
            {
                record = _shape.ReadJson(line);
            }
            catch (JsonException e)
            {
                throw new DatasetException($"'{path}', line {number}, is no row of format {Card.Format}: {e.Message} Export again.", e);
            }

            yield return record;
        }
    }
}

/// <summary>A row and where it stands.</summary>
/// <param name="Split"><c>train</c> or <c>valid</c>.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Number">Its number there, from 1; of a JSONL file the line.</param>
/// <param name="Record">The row.</param>
public sealed record DatasetRow(string Split, string File, long Number, DatasetRecord Record);
