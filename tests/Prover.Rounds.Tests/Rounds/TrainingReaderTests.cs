using Prover.Bench.Data;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Tests.Rounds;

public sealed class TrainingReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Difficulty_and_parent_are_read_beside_the_problem()
    {
        await WriteAsync("a.jsonl", Line("one", """, "difficulty": 0.25, "parent": "zero" """), Line("two"));
        await WriteAsync("b.jsonl", Line("three", """, "difficulty": null"""));

        var set = await TrainingReader.ReadAsync([_folder["a.jsonl"], _folder["b.jsonl"]], Stop);

        Assert.Equal([("one", 0.25, "zero"), ("two", null, null), ("three", (double?)null, (string?)null)], set.Problems.Select(p => (p.Name, p.Difficulty, p.Parent)));
        Assert.Equal(["a.jsonl", "b.jsonl"], set.Sources.Select(s => s.Name));
    }

    [Fact]
    public async Task One_name_in_two_files_is_refused()
    {
        await WriteAsync("a.jsonl", Line("one"));
        await WriteAsync("b.jsonl", Line("one"));

        var refused = await Assert.ThrowsAsync<DataSetException>(() => TrainingReader.ReadAsync([_folder["a.jsonl"], _folder["b.jsonl"]], Stop));

        Assert.Contains("Rename one of them", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    [InlineData("\"hard\"")]
    public async Task A_difficulty_that_is_none_is_refused_with_its_line(string difficulty)
    {
        await WriteAsync("a.jsonl", Line("one"), Line("two", $", \"difficulty\": {difficulty}"));

        var refused = await Assert.ThrowsAsync<DataSetException>(() => TrainingReader.ReadAsync([_folder["a.jsonl"]], Stop));

        Assert.Contains("line 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains(difficulty, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theorem a (n : Nat) : n = n := by", "theorem b (n : Nat) :\n    n = n := by sorry\n")]
    [InlineData("theorem a : 1 = 1 := sorry", "lemma b -- easy\n : 1 = 1")]
    [InlineData("theorem «a b» : 1 = 1 :=", "theorem c : /- /- nested -/ -/ 1 = 1 := by\n")]
    public void Statements_that_differ_in_name_layout_and_comments_are_the_same(string one, string other) =>
        Assert.Equal(Text(one), Text(other));

    [Theory]
    [InlineData("theorem a : 1 = 1 := by", "theorem a : 1 = 2 := by")]
    [InlineData("theorem a (s : String) : s = \"x  y\" := by", "theorem a (s : String) : s ≠ \"x  y\" := by")]
    public void Statements_that_state_something_else_are_not(string one, string other) =>
        Assert.NotEqual(Text(one), Text(other));

    private static string Text(string statement) => StatementText.Of(new BenchProblem("x", string.Empty, string.Empty, statement));

    private static string Line(string name, string more = "") => $$"""{"name": "{{name}}", "header": "", "formal_statement": "theorem {{name}} : 1 = 1 := by"{{more}}}""";

    private Task WriteAsync(string name, params string[] lines) => File.WriteAllLinesAsync(_folder[name], lines, Stop);
}
