using System.Runtime.CompilerServices;
using CsCheck;
using Prover.Core.Prompts;
using Prover.Datasets.Cards;
using Prover.Datasets.Entries;
using Prover.Datasets.Exporting;
using Prover.Datasets.Files;
using Prover.Datasets.Formats;
using Prover.Datasets.Sources;
using Prover.Datasets.Tests.Support;

namespace Prover.Datasets.Tests.Exporting;

public sealed class FolderSpecs : IDisposable
{
    private static readonly DatasetEntry[] Entries =
        [.. Enumerable.Range(0, 30).Select(i => Make.Problem(i, Make.Proved("by omega"), Make.Proved("by grind", Core.Verification.Grade.Audited), Make.Ended(AttemptOutcome.NotProved), Make.Ended(AttemptOutcome.TimedOut)))];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_flipped_byte_anywhere_is_found_and_its_file_named()
    {
        await TemporaryFolder.ExportAsync(_folder.Options(DatasetFormat.Proofs), Entries);
        var dataset = await DatasetFolder.OpenAsync(_folder.Path("out"), TemporaryFolder.Token);
        Assert.Empty(await dataset.CheckSumsAsync(TemporaryFolder.Token));
        string[] files = ["train.jsonl", "valid.jsonl", "card.json", "card.md"];

        await Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).SampleAsync(async (which, at, bit) =>
        {
            var path = Path.Combine(_folder.Path("out"), files[which]);
            var bytes = await File.ReadAllBytesAsync(path);
            bytes[at % bytes.Length] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(path, bytes);
            var faults = await dataset.CheckSumsAsync();
            bytes[at % bytes.Length] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(path, bytes);
            return faults.Count == 1 && faults[0].StartsWith(files[which], StringComparison.Ordinal);
        }, iter: 50, threads: 1);
    }

    [Fact]
    public async Task Files_that_are_missing_or_came_later_are_named()
    {
        await TemporaryFolder.ExportAsync(_folder.Options(DatasetFormat.Proofs), Entries);
        File.Delete(_folder.Path("out/valid.jsonl"));
        await File.WriteAllTextAsync(_folder.Path("out/more.jsonl"), "{}", TemporaryFolder.Token);

        var faults = await (await DatasetFolder.OpenAsync(_folder.Path("out"), TemporaryFolder.Token)).CheckSumsAsync(TemporaryFolder.Token);
        Assert.Equal(["valid.jsonl is missing.", "more.jsonl has no sum in SHA256SUMS."], faults);
    }

    [Theory]
    [InlineData(DatasetFormat.Proofs)]
    [InlineData(DatasetFormat.Sft)]
    [InlineData(DatasetFormat.Grpo)]
    public async Task The_card_counts_what_the_files_hold(DatasetFormat format)
    {
        await TemporaryFolder.ExportAsync(_folder.Options(format) with { ValidShare = 0.3 }, Entries);
        var rows = await TemporaryFolder.RowsAsync(_folder.Path("out"));
        var card = (await DatasetFolder.OpenAsync(_folder.Path("out"), TemporaryFolder.Token)).Card;

        Assert.All(card.Splits, split =>
        {
            var own = rows.Where(r => r.Split == split.Name).Select(r => r.Record).ToList();
            Assert.Equal(own.Count, split.Rows);
            Assert.Equal(own.Select(r => r.ProblemId).Distinct().Count(), split.Problems);
            Assert.Equal(Counts(own.Select(r => r.Source)), split.BySource.OrderBy(c => c.Key, StringComparer.Ordinal));
            Assert.Equal(Counts(own.Select(r => r.Licence ?? "unknown")), split.ByLicence.OrderBy(c => c.Key, StringComparer.Ordinal));
            Assert.Equal(Counts(own.Select(r => $"{r.Round}")), split.ByRound.OrderBy(c => c.Key, StringComparer.Ordinal));
            Assert.Equal(Counts(own.SelectMany(Grades)), split.ByGrade.OrderBy(c => c.Key, StringComparer.Ordinal));
        });
        Assert.Equal(File.ReadAllText(_folder.Path("out/card.md")), CardPage.Of(card));

        static IEnumerable<KeyValuePair<string, long>> Counts(IEnumerable<string> words) => words.GroupBy(w => w).Select(g => KeyValuePair.Create(g.Key, (long)g.Count())).OrderBy(c => c.Key, StringComparer.Ordinal);
        static IEnumerable<string> Grades(DatasetRecord record) => record switch
        {
            ProofRecord proof => [proof.Grade],
            SftRecord sft => [sft.Grade],
            GrpoRecord group => group.Grades.Where(g => g.Length > 0),
            _ => [],
        };
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        Directory.CreateDirectory(_folder.Path("out"));
        await TemporaryFolder.ExportAsync(_folder.Options(DatasetFormat.Proofs), Entries);

        var e = await Assert.ThrowsAsync<DatasetException>(() => TemporaryFolder.ExportAsync(_folder.Options(DatasetFormat.Proofs), Entries));
        Assert.Contains("Name another folder, or delete it first", e.Message, StringComparison.Ordinal);
        Assert.Equal(["out"], _folder.Names());
    }

    [Fact]
    public async Task An_export_that_fails_leaves_nothing_behind()
    {
        var exporter = new DatasetExporter(new PromptLibrary());
        await Assert.ThrowsAsync<IOException>(() => exporter.ExportAsync([new BrokenSource()], _folder.Options(DatasetFormat.Proofs), TemporaryFolder.Token));
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task The_same_export_gives_the_same_data_files()
    {
        foreach (var name in new[] { "one", "two" })
        {
            await TemporaryFolder.ExportAsync(_folder.Options(DatasetFormat.Sft) with { Target = _folder.Path(name), Seed = 9, ValidShare = 0.3 }, Entries);
        }

        Assert.Equal(await File.ReadAllBytesAsync(_folder.Path("one/train.jsonl"), TemporaryFolder.Token), await File.ReadAllBytesAsync(_folder.Path("two/train.jsonl"), TemporaryFolder.Token));
    }

    private sealed class BrokenSource : IDatasetSource
    {
        public string Description => "broken";

        public async IAsyncEnumerable<DatasetEntry> ReadAsync(SourceRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return Entries[0];
            await Task.Yield();
            throw new IOException("The disk is gone.");
        }
    }
}
