namespace Prover.Cli.Tests.Problems;

/// <summary>Problems made and checked; no Lean takes part.</summary>
public sealed class ProblemsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-problems-").FullName;

    private string Made => Path.Combine(_folder, "made.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_made_has_no_duplicates_and_is_found_in_itself()
    {
        var (code, output, error) = await Cli.RunAsync("problems", "make", "--count", "40", "--seed", "7", "--difficulty", "1..3", "--family", "identities,residues", "--out", Made);
        Assert.True(code == 0, error);
        Assert.Equal($"made: 40 problems in {Made}{Environment.NewLine}", output);
        Assert.Equal(40, File.ReadLines(Made).Count());
        Assert.Equal((0, $"40 problems, 0 duplicates, 0 of other data{Environment.NewLine}"), await CheckAsync(Made, "--against", "sample"));

        var other = Path.Combine(_folder, "other.jsonl");
        await File.WriteAllTextAsync(other, """
            {"name": "a", "split": "", "header": "", "formal_statement": "theorem a (n k : Nat) (h : n < k) : n + 1 ≤ k := by"}
            {"name": "b", "split": "", "header": "", "formal_statement": "theorem b (j i : Nat) (h : i < j) : i + 1 ≤ j := by"}
            """, Cli.Token);
        var (found, text) = await CheckAsync(other, "--against", other);
        Assert.Equal(1, found);
        Assert.Contains("duplicate: b is a", text, StringComparison.Ordinal);
        Assert.Contains("exact: a is a of other.jsonl", text, StringComparison.Ordinal);
        Assert.Contains("2 problems, 1 duplicates, 2 of other data", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--difficulty 0..3", "--difficulty takes a number from 1 to 10")]
    [InlineData("--difficulty 3..1", "'3..1' is neither")]
    [InlineData("--family geometry", "'geometry' holds another")]
    [InlineData("--count 0", "--count must be at least 1")]
    [InlineData("--avoid nothing.jsonl", "There is no file or folder 'nothing.jsonl'")]
    [InlineData("--difficulty 1 --family logic --count 100000", "hardly more than")]
    public async Task Bad_input_is_told_and_nothing_is_written(string arguments, string message)
    {
        var (code, _, error) = await Cli.RunAsync(["problems", "make", "--out", Made, .. arguments.Split(' ')]);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Made));
    }

    private static async Task<(int Code, string Output)> CheckAsync(params string[] arguments)
    {
        var (code, output, _) = await Cli.RunAsync(["problems", "check", .. arguments]);
        return (code, output);
    }
}
