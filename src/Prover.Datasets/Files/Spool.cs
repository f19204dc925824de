using System.Buffers;
using System.Text;
using System.Text.Json;
using Prover.Datasets.Formats;

namespace Prover.Datasets.Files;

/// <summary>Rows on the disk until it is known on which side each belongs: which problems are near-duplicates shows when the last one has been read.</summary>
/// <remarks>Not thread-safe. A frame is: problem, texts (kind and length each), length of the JSON, JSON.</remarks>
internal sealed class Spool : IDisposable
{
    private const int BufferSize = 1 << 18;

    private readonly FileStream _file;
    private readonly BinaryWriter _writer;
    private readonly ArrayBufferWriter<byte> _json = new(1 << 14);
    private readonly Utf8JsonWriter _jsonWriter;
    private readonly RecordShape _shape;
    private readonly Dictionary<TextKind, int> _kinds = [];
    private readonly Dictionary<RowKind, int> _rows = [];

    public Spool(string path, RecordShape shape)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose);
        _writer = new BinaryWriter(_file, Encoding.UTF8, leaveOpen: true);
        _jsonWriter = new Utf8JsonWriter(_json, new JsonWriterOptions { Encoder = RecordJson.Lines.Options.Encoder, SkipValidation = true });
        _shape = shape;
    }

    /// <summary>Adds a row of a problem.</summary>
    public void Add(int problem, MadeRecord made)
    {
        _json.ResetWrittenCount();
        _jsonWriter.Reset();
        _shape.Write(_jsonWriter, made.Record);
        _jsonWriter.Flush();
        _writer.Write(problem);
        _writer.Write(Number(_rows, new RowKind(made.Record.Source, made.Record.Licence, made.Record.Round)));
        _writer.Write(made.Items.Count);
        foreach (var item in made.Items)
        {
            _writer.Write(Number(_kinds, item.Kind));
            _writer.Write(item.Length);
        }

        _writer.Write(_json.WrittenCount);
        _writer.Write(_json.WrittenSpan);
    }

    /// <summary>All rows in the order in which they were added. The JSON is good until the next one is asked for.</summary>
    public IEnumerable<SpooledRow> Read(CancellationToken cancellationToken)
    {
        _writer.Flush();
        _file.Flush();
        var end = _file.Position;
        var kinds = _kinds.OrderBy(k => k.Value).Select(k => k.Key).ToArray();
        var rows = _rows.OrderBy(k => k.Value).Select(k => k.Key).ToArray();
        var buffer = new byte[1 << 14];
        _file.Position = 0;
        using (var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true))
        {
            while (_file.Position < end)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var problem = reader.ReadInt32();
                var row = rows[reader.ReadInt32()];
                var items = new CountedText[reader.ReadInt32()];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = new CountedText(kinds[reader.ReadInt32()], reader.ReadInt32());
                }

                var length = reader.ReadInt32();
                if (buffer.Length < length)
                {
                    buffer = new byte[Math.Max(length, buffer.Length * 2)];
                }

                _file.ReadExactly(buffer, 0, length);
                yield return new SpooledRow(problem, row, items, buffer.AsMemory(0, length));
            }
        }
    }

    public void Dispose()
    {
        // What is gone with the file needs no flushing.
        _jsonWriter.Dispose();
        _file.Dispose();
    }

    private static int Number<T>(Dictionary<T, int> numbers, T value)
        where T : notnull
    {
        if (!numbers.TryGetValue(value, out var number))
        {
            numbers[value] = number = numbers.Count;
        }

        return number;
    }
}

/// <summary>What rows of a kind share.</summary>
internal sealed record RowKind(string Source, string? Licence, int? Round);

/// <summary>A row.</summary>
internal readonly record struct SpooledRow(int Problem, RowKind Kind, IReadOnlyList<CountedText> Items, ReadOnlyMemory<byte> Json);
