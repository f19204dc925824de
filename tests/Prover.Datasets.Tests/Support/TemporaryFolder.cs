using Prover.Core.Prompts;
using Prover.Datasets.Cards;
using Prover.Datasets.Entries;
using Prover.Datasets.Exporting;
using Prover.Datasets.Files;
using Prover.Datasets.Formats;

namespace Prover.Datasets.Tests.Support;

/// <summary>A folder for exports, gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("prover-datasets-").FullName;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string Path(string name) => System.IO.Path.Combine(_path, name);

    public string[] Names() => [.. Directory.EnumerateFileSystemEntries(_path).Select(p => System.IO.Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    public ExportOptions Options(DatasetFormat format, FileFormat files = FileFormat.Jsonl) => new() { Target = Path("out"), Format = format, Files = files };

    public static Task<DataCard> ExportAsync(ExportOptions options, params IReadOnlyList<DatasetEntry> entries) =>
        new DatasetExporter(new PromptLibrary()).ExportAsync([new ListSource(entries)], options, Token);

    public static async Task<List<DatasetRow>> RowsAsync(string folder)
    {
        var rows = new List<DatasetRow>();
        await foreach (var row in (await DatasetFolder.OpenAsync(folder, Token)).ReadAsync(Token))
        {
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
