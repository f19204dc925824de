using Prover.Bench.Data;
using Prover.Bench.Tests.Runs;

namespace Prover.Bench.Tests.Data;

public sealed class LeanFolderTests : IDisposable
{
    private const string Header = "import Mathlib\n\nset_option maxHeartbeats 0\n\nopen BigOperators Real\n\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_file_is_a_problem_and_its_folder_the_split()
    {
        Write("MiniF2F/Valid/b.lean", Header + "theorem b_one : 1 = 1 := by sorry");
        Write("MiniF2F/Test/a.lean", Header + "theorem a_two\n  (n : ℕ) :\n  n = n := by\nsorry\n");
        Write("Other/c.lean", "theorem c_three : 1 = 1 := by");
        var data = await ReadAsync();
        Assert.Equal(
            [
                new BenchProblem("a_two", "test", Header, "theorem a_two\n  (n : ℕ) :\n  n = n := by\nsorry\n"),
                new BenchProblem("b_one", "valid", Header, "theorem b_one : 1 = 1 := by sorry"),
                new BenchProblem("c_three", string.Empty, string.Empty, "theorem c_three : 1 = 1 := by"),
            ],
            data.Problems);
    }

    [Theory]
    [InlineData("theorem t : 1 = 1 := by rfl", "theorem t : 1 = 1 := by\n")]
    [InlineData("theorem t : 1 = 1 :=\n  by\n  have h : 2 = 2 := by sorry\n  rfl\n", "theorem t : 1 = 1 :=\n  by\n")]
    [InlineData("theorem t : 1 = 1 := rfl", "theorem t : 1 = 1\n")]
    [InlineData("theorem t (h : 1 = 1 := by decide) : (let x := 1; x) = 1 := rfl", "theorem t (h : 1 = 1 := by decide) : (let x := 1; x) = 1\n")]
    [InlineData("theorem t /- := by -/ : 1 = 1 := by\n  rfl", "theorem t /- := by -/ : 1 = 1 := by\n")]
    [InlineData("theorem t : let x := 1; x = 1 := by sorry", "theorem t : let x := 1; x = 1 := by sorry")]
    [InlineData("theorem t : 1 = 1", "theorem t : 1 = 1")]
    public async Task A_finished_proof_is_cut_off_where_it_begins(string text, string statement)
    {
        Write("t.lean", text);
        Assert.Equal(statement, Assert.Single((await ReadAsync()).Problems).Statement);
    }

    [Theory]
    [InlineData("theorem t : let x := 1; x = 1 := by rfl", "'let' or 'have'")]
    [InlineData("theorem t : ∀ n : Nat, n = n\n  | 0 => rfl\n  | _ + 1 => rfl", "proved by equations")]
    [InlineData("theorem t : 1 = 1 := by sorry\ntheorem u : 1 = 1 := by sorry", "holds 2 theorems")]
    [InlineData("def x := 1", "no 'theorem NAME'")]
    public async Task What_can_not_be_cut_with_care_is_refused_with_words(string text, string words)
    {
        Write("Test/bad.lean", text);
        var e = await Assert.ThrowsAsync<DataSetException>(() => ReadAsync());
        Assert.Contains(Path.Combine("Test", "bad.lean"), e.Message, StringComparison.Ordinal);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_imports_only_and_hidden_folders_hold_no_problems()
    {
        Write("MiniF2F.lean", "import MiniF2F.Test\n");
        Write(".lake/packages/other.lean", "def x := 1");
        Write("Test/a.lean", "theorem a : 1 = 1 := by");
        Assert.Equal("a", Assert.Single((await ReadAsync()).Problems).Name);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_an_error()
    {
        await File.WriteAllBytesAsync(_folder["t.lean"], [0x74, 0xff], TestContext.Current.CancellationToken);
        Assert.Contains("not valid UTF-8", (await Assert.ThrowsAsync<DataSetException>(() => ReadAsync())).Message, StringComparison.Ordinal);
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    private Task<DataSet> ReadAsync() => DataSetReader.ReadAsync(_folder.Path, null, TestContext.Current.CancellationToken);
}
