using System.Text.Json;
using Prover.Datasets.Entries;
using Prover.Datasets.Formats;
using Prover.Datasets.Tests.Support;

namespace Prover.Datasets.Tests.Exporting;

public sealed class RoundTripSpecs : IDisposable
{
    private static readonly DatasetEntry[] Entries =
    [
        .. Enumerable.Range(0, 40).Select(i => Make.Problem(
            i,
            Make.Proved("by\n  omega -- ≤ \"quoted\" \\ 𝔸"),
            Make.Proved("by grind"),
            Make.Ended(AttemptOutcome.NotProved),
            Make.Ended(AttemptOutcome.NotProved, "by decide"),
            Make.Ended(AttemptOutcome.TimedOut, "by slow"),
            Make.Ended(AttemptOutcome.Infrastructure, "by crash"))),
        Make.Problem(40, Make.Ended(AttemptOutcome.NotProved)),
        Make.Problem(41),
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<DatasetFormat> Formats => [.. Enum.GetValues<DatasetFormat>()];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Parquet_holds_the_same_rows_as_lines_do(DatasetFormat format)
    {
        var options = _folder.Options(format) with { ValidShare = 0.2, Seed = 3 };
        await TemporaryFolder.ExportAsync(options with { Target = _folder.Path("lines") }, Entries);
        await TemporaryFolder.ExportAsync(options with { Target = _folder.Path("parquet"), Files = FileFormat.Parquet }, Entries);

        var (lines, parquet) = (await TemporaryFolder.RowsAsync(_folder.Path("lines")), await TemporaryFolder.RowsAsync(_folder.Path("parquet")));
        Assert.NotEmpty(lines);
        Assert.Contains(lines, r => r.Split == "valid");
        Assert.Equal(lines.Select(r => (r.Split, r.Number, Json(r.Record))), parquet.Select(r => (r.Split, r.Number, Json(r.Record))));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_empty_export_is_a_whole_dataset_without_rows(DatasetFormat format)
    {
        await TemporaryFolder.ExportAsync(_folder.Options(format) with { Target = _folder.Path("lines") });
        await TemporaryFolder.ExportAsync(_folder.Options(format, FileFormat.Parquet) with { Target = _folder.Path("parquet") });

        Assert.Empty(await TemporaryFolder.RowsAsync(_folder.Path("lines")));
        Assert.Empty(await TemporaryFolder.RowsAsync(_folder.Path("parquet")));
    }

    [Fact]
    public async Task A_proof_comes_back_with_all_that_was_known_of_it()
    {
        var entry = Make.Problem(1, Make.Proved("by omega"));
        await TemporaryFolder.ExportAsync(_folder.Options(DatasetFormat.Proofs) with { ValidShare = 0 }, entry);

        var proof = Assert.IsType<ProofRecord>(Assert.Single(await TemporaryFolder.RowsAsync(_folder.Path("out"))).Record);
        Assert.Equal((entry.ProblemId, "t1", entry.Statement, "odd/deep", "MIT", 1), (proof.ProblemId, proof.Name, proof.Statement, proof.Source, proof.Licence, proof.Round));
        Assert.Equal(($"{entry.Statement} := by omega\n", "by omega", "replayed", "parent", "loop"), (proof.Text, proof.Proof, proof.Grade, proof.ParentId, proof.Prover));
        Assert.Equal(("embedded", "4.28.0", Make.Lean.Hash), (proof.Lean!.Kind, proof.Lean.Version, proof.Lean.Hash));
        Assert.Equal(["propext", "Quot.sound"], proof.Axioms);
    }

    [Fact]
    public async Task Lines_end_in_line_feeds_and_keep_mathematics_readable()
    {
        await TemporaryFolder.ExportAsync(_folder.Options(DatasetFormat.Proofs) with { ValidShare = 0 }, Make.Problem(1, "theorem t1 (n : Nat) : n ≤ n", Make.Proved("by omega")));

        var text = await File.ReadAllTextAsync(_folder.Path("out/train.jsonl"), TemporaryFolder.Token);
        Assert.Contains("n ≤ n", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    private static string Json(DatasetRecord record) => JsonSerializer.Serialize<object>(record);
}
