using Prover.Bench.Data;
using Prover.Bench.Data.Manifests;
using Prover.Bench.Tests.Runs;

namespace Prover.Bench.Tests.Data;

public sealed class ManifestTests : IDisposable
{
    private const string Sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static readonly DataSetManifest Manifest = new("mine", "https://example.org/r", new string('a', 40), "d/data.jsonl", new Dictionary<string, SplitContent> { ["test"] = new(1) })
    {
        Licence = "CC0",
        Headers = ["import Mathlib\n"],
        KnownFaults = [new KnownFault("t", "It is ≠.")],
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = ManifestJson.Read("m", System.Text.Encoding.UTF8.GetBytes(ManifestJson.Write(Manifest)));
        Assert.Equivalent(Manifest, read, strict: true);
    }

    [Theory]
    [InlineData("\"mine\"", "\"mine\", \"naem\": 1", "naem")]
    [InlineData("\"name\"", "\"Name\"", "'Name'")]
    [InlineData("aaaa\"", "\"", "full commit id")]
    [InlineData("d/data.jsonl", "../data.jsonl", "path inside of a repository")]
    [InlineData("\"problems\": 1", "\"problems\": 1, \"sha256\": \"12\"", "SHA-256")]
    public void What_is_misspelt_or_makes_no_sense_is_an_error(string part, string other, string words)
    {
        var text = ManifestJson.Write(Manifest).Replace(part, other, StringComparison.Ordinal);
        var e = Assert.Throws<DataSetException>(() => ManifestJson.Read("mine.json", System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.StartsWith("mine.json is no manifest", e.Message, StringComparison.Ordinal);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_beside_a_file_says_what_the_data_is()
    {
        var data = await ReadAsync(Manifest);
        Assert.Equal("mine", data.Identity.Name);
        Assert.Equal(Manifest.Repository, data.Identity.Repository);
        Assert.Equal(Manifest.Revision, data.Identity.Revision);
        Assert.Equal(Manifest.KnownFaults, data.KnownFaults);
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_manifest_says_is_refused()
    {
        await RefusedAsync(Manifest with { Splits = Splits("test", new(2)) }, "split 'test' has 1 problems instead of 2");
        await RefusedAsync(Manifest with { Splits = Splits("test", new(1, Sha256)) }, $"instead of {Sha256}");
        await RefusedAsync(Manifest with { Splits = Splits("valid", new(1)) }, "split 'test' is not part of it");
        await RefusedAsync(Manifest with { KnownFaults = [new KnownFault("other", "?")] }, "no problem 'other'");
    }

    private static Dictionary<string, SplitContent> Splits(string name, SplitContent content) => new() { [name] = content };

    private async Task RefusedAsync(DataSetManifest manifest, string words)
    {
        var e = await Assert.ThrowsAsync<DataSetException>(() => ReadAsync(manifest));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.Contains("Fetch it again", e.Message, StringComparison.Ordinal);
    }

    private async Task<DataSet> ReadAsync(DataSetManifest manifest)
    {
        await File.WriteAllTextAsync(_folder["data.jsonl"], DataSetReaderTests.First("t", "test", "theorem t : 1 = 1 := by\n") + "\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["data.jsonl.manifest.json"], ManifestJson.Write(manifest), TestContext.Current.CancellationToken);
        return await DataSetReader.ReadAsync(_folder["data.jsonl"], null, TestContext.Current.CancellationToken);
    }
}
