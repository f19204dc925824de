using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parquet;
using Parquet.Serialization;

namespace Prover.Datasets.Formats;

/// <summary>How rows of a format become bytes and come back.</summary>
internal abstract class RecordShape
{
    // Some 5 MB: what is held in memory at once.
    private const int RowGroup = 1_000;

    /// <summary>The shape of a format.</summary>
    public static RecordShape Of(DatasetFormat format) => format switch
    {
        DatasetFormat.Sft => new Shape<SftRecord>(RecordJson.Lines.SftRecord),
        DatasetFormat.Preference => new Shape<PreferenceRecord>(RecordJson.Lines.PreferenceRecord),
        DatasetFormat.Grpo => new Shape<GrpoRecord>(RecordJson.Lines.GrpoRecord),
        DatasetFormat.Proofs => new Shape<ProofRecord>(RecordJson.Lines.ProofRecord),
        DatasetFormat.Statements => new Shape<StatementRecord>(RecordJson.Lines.StatementRecord),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    /// <summary>A row as JSON in one line.</summary>
    public abstract void Write(Utf8JsonWriter writer, DatasetRecord record);

    /// <summary>Writes rows that are given as JSON to a Parquet file, a group at a time.</summary>
    public abstract Task WriteParquetAsync(IEnumerable<ReadOnlyMemory<byte>> rows, Stream file, CancellationToken cancellationToken);

    /// <summary>A row of a JSONL file.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public abstract DatasetRecord ReadJson(string line);

    /// <summary>The rows of a Parquet file, a group at a time.</summary>
    public abstract IAsyncEnumerable<DatasetRecord> ReadParquetAsync(Stream file, CancellationToken cancellationToken);

    private sealed class Shape<T>(JsonTypeInfo<T> json) : RecordShape
        where T : DatasetRecord, new()
    {
        public override void Write(Utf8JsonWriter writer, DatasetRecord record) => JsonSerializer.Serialize(writer, (T)record, json);

        public override Task WriteParquetAsync(IEnumerable<ReadOnlyMemory<byte>> rows, Stream file, CancellationToken cancellationToken) =>
            ParquetSerializer.SerializeAsync(
                rows.Select(row => JsonSerializer.Deserialize(row.Span, json)!), file, new ParquetOptions { RowGroupSize = RowGroup }, cancellationToken: cancellationToken);

        public override DatasetRecord ReadJson(string line) => JsonSerializer.Deserialize(line, json) ?? throw new JsonException("The line is null.");

        public override async IAsyncEnumerable<DatasetRecord> ReadParquetAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            int groups;
            var reader = await ParquetReader.CreateAsync(file, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                groups = reader.RowGroupCount;
            }

            for (var group = 0; group < groups; group++)
            {
                file.Position = 0;
                var rows = await ParquetSerializer.DeserializeAsync<T>(file, rowGroupIndex: group, cancellationToken: cancellationToken).ConfigureAwait(false);
                foreach (var row in rows.Data)
                {
                    yield return row;
                }
            }
        }
    }
}
