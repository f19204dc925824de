using System.Text;
using System.Text.Json;
using Prover.Bench.Data;
using Prover.Bench.Data.Manifests;
using Prover.Bench.Tests.Runs;

namespace Prover.Bench.Tests.Data;

public sealed class DataSetReaderTests : IDisposable
{
    private const string Header = "import Mathlib\nimport Aesop\n\nset_option maxHeartbeats 0\n\nopen BigOperators Real\n\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_with_header_and_statement_are_read_as_they_stand()
    {
        var data = await ReadAsync(First("b_two", "test", "theorem b_two : 2 = 2 := by\n"), First("a_one", "valid", "theorem a_one : 1 = 1 := by\n"));
        Assert.Equal(["b_two", "a_one"], data.Problems.Select(p => p.Name));
        Assert.Equal(new BenchProblem("b_two", "test", Header, "theorem b_two : 2 = 2 := by\n") { Informal = "/-- In words. -/\n" }, data.Problems[0]);
        Assert.Equal(["test", "valid"], data.Identity.Splits);
        Assert.Equal("data.jsonl", data.Identity.Name);
        Assert.Null(data.Identity.Repository);
    }

    [Fact]
    public async Task A_header_inside_of_the_code_is_split_off()
    {
        var data = await ReadAsync(Line(new { problem_id = "t", lean4_code = Header + "theorem t : 1 = 1 := by sorry", informal_statement = "One is one." }));
        Assert.Equal(new BenchProblem("t", string.Empty, Header, "theorem t : 1 = 1 := by sorry") { Informal = "One is one." }, Assert.Single(data.Problems));
    }

    [Fact]
    public async Task A_formal_statement_without_a_header_has_it_inside()
    {
        var data = await ReadAsync(Line(new { name = "t", split = "test", formal_statement = Header + "/-- One. -/\ntheorem t : 1 = 1 := by\n  sorry" }));
        Assert.Equal(Header, data.Problems[0].Header);
        Assert.Equal("/-- One. -/\ntheorem t : 1 = 1 := by\n  sorry", data.Problems[0].Statement);
    }

    [Fact]
    public async Task What_is_no_header_for_certain_stays_in_the_statement()
    {
        const string code = "def two := 2\nopen Nat\ntheorem t : two = 2 := by sorry";
        var data = await ReadAsync(Line(new { problem_id = "t", lean4_code = code }));
        Assert.Equal(string.Empty, data.Problems[0].Header);
        Assert.Equal(code, data.Problems[0].Statement);
    }

    [Fact]
    public async Task The_same_problems_have_the_same_hash_in_either_shape()
    {
        var first = await ReadAsync(First("t", "test", "theorem t : 1 = 1 := by\n"));
        var second = await ReadAsync(Line(new { problem_id = "t", split = "test", lean4_code = Header + "theorem t : 1 = 1 := by\n" }));
        var other = await ReadAsync(First("t", "test", "theorem t : 1 = 2 := by\n"));
        Assert.Equal(first.Identity.Sha256, second.Identity.Sha256);
        Assert.NotEqual(first.Identity.Sha256, other.Identity.Sha256);
    }

    [Fact]
    public async Task A_split_is_chosen_and_only_its_problems_are_hashed()
    {
        var path = await WriteAsync(First("a", "valid", "theorem a : 1 = 1 := by\n"), First("b", "test", "theorem b : 1 = 1 := by\n"));
        var data = await DataSetReader.ReadAsync(path, ["test"], TestContext.Current.CancellationToken);
        Assert.Equal("b", Assert.Single(data.Problems).Name);
        Assert.Equal(["test"], data.Identity.Splits);
        Assert.Equal((await ReadAsync(First("b", "test", "theorem b : 1 = 1 := by\n"))).Identity.Sha256, data.Identity.Sha256);
    }

    [Theory]
    [InlineData("{", "line 2: it is no JSON")]
    [InlineData("[]", "line 2: it is no JSON object")]
    [InlineData("""{"name": "t", "name": "u"}""", "line 2: it is no JSON")]
    [InlineData("""{"question": "Why?"}""", "neither 'name' nor 'problem_id'. Known are")]
    [InlineData("""{"name": "t"}""", "neither 'formal_statement' nor 'lean4_code'. Known are")]
    [InlineData("""{"name": "t", "header": "", "formal_statement": " "}""", "the statement of 't' is empty")]
    [InlineData("""{"name": "t", "header": "", "formal_statement": "example : 1 = 1 := by"}""", "no 'theorem NAME'")]
    [InlineData("""{"name": "t", "header": "", "formal_statement": "theorem t : 1 = 1 := by rfl"}""", "comes with a proof")]
    [InlineData("""{"name": "t", "header": "", "formal_statement": "theorem t : 1 = 1 := by\n  have : 1 = 1 := by sorry"}""", "comes with a proof")]
    [InlineData("""{"name": "../t", "header": "", "formal_statement": "theorem t : 1 = 1 := by"}""", "can't be the name")]
    [InlineData("""{"name": 7, "header": "", "formal_statement": "theorem t : 1 = 1 := by"}""", "its 'name' is no text")]
    [InlineData("""{"name": "\ud800", "header": "", "formal_statement": "theorem t : 1 = 1 := by"}""", "no text")]
    public async Task A_line_that_is_no_problem_is_an_error_that_names_it(string line, string words)
    {
        var e = await Assert.ThrowsAsync<DataSetException>(() => ReadAsync(First("first", "test", "theorem first : 1 = 1 := by\n"), line));
        Assert.Contains("data.jsonl, line 2: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_an_error()
    {
        var line = Encoding.UTF8.GetBytes(First("t", "test", "theorem t : 1 = 1 := by\n"));
        line[^3] = 0xff;
        await File.WriteAllBytesAsync(_folder["data.jsonl"], line, TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<DataSetException>(() => DataSetReader.ReadAsync(_folder["data.jsonl"], null, TestContext.Current.CancellationToken));
        Assert.Contains("line 1: it is not valid UTF-8", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_used_twice_is_an_error_that_names_both_places()
    {
        var e = await Assert.ThrowsAsync<DataSetException>(
            () => ReadAsync(First("t", "test", "theorem t : 1 = 1 := by\n"), First("u", "test", "theorem u : 1 = 1 := by\n"), First("t", "test", "theorem t : 2 = 2 := by\n")));
        Assert.Contains("line 3: the name 't' was used before, at", e.Message, StringComparison.Ordinal);
        Assert.Contains("line 1.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_that_is_not_there_is_an_error_that_lists_those_that_are()
    {
        var path = await WriteAsync(First("a", "valid", "theorem a : 1 = 1 := by\n"), First("b", "test", "theorem b : 1 = 1 := by\n"));
        var e = await Assert.ThrowsAsync<DataSetException>(() => DataSetReader.ReadAsync(path, ["train"], TestContext.Current.CancellationToken));
        Assert.Contains("no split 'train'. It has: test, valid.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_problems_is_an_error() =>
        Assert.Contains("holds no problem", (await Assert.ThrowsAsync<DataSetException>(() => ReadAsync(string.Empty))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_that_says_what_can_be_given()
    {
        var e = await Assert.ThrowsAsync<DataSetException>(() => DataSetReader.ReadAsync(_folder["none.jsonl"], null, TestContext.Current.CancellationToken));
        Assert.Contains("prover bench fetch minif2f", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_is_read_by_its_name()
    {
        var data = await DataSetReader.ReadAsync("sample", null, TestContext.Current.CancellationToken);
        Assert.Equal(20, data.Problems.Count);
        Assert.Equal(["sample"], data.Identity.Splits);
        Assert.Equal(BuiltInData.MiniF2F.Headers, data.Problems.Select(p => p.Header).Distinct());
    }

    [Fact]
    public void The_built_in_manifest_knows_a_split_by_its_hash()
    {
        var valid = BuiltInData.MiniF2F.Splits["valid"];
        Assert.True(BuiltInData.IsMiniF2F("valid", valid));
        Assert.False(BuiltInData.IsMiniF2F("test", valid));
        Assert.False(BuiltInData.IsMiniF2F("test", BuiltInData.MiniF2F.Splits["test"]));
    }

    [Fact]
    public async Task A_file_with_a_split_of_miniF2F_is_known_for_what_it_is()
    {
        var path = Environment.GetEnvironmentVariable("PROVER_MINIF2F");
        Assert.SkipUnless(File.Exists(path), "miniF2F is not part of this repository; PROVER_MINIF2F names a copy of its split 'valid'.");
        var data = await DataSetReader.ReadAsync(path, ["valid"], TestContext.Current.CancellationToken);
        Assert.Equal("miniF2F", data.Identity.Name);
        Assert.Equal(BuiltInData.MiniF2F.Revision, data.Identity.Revision);
        Assert.Equal("mathd_numbertheory_126", Assert.Single(data.KnownFaults).Name);
    }

    internal static string First(string name, string split, string statement) =>
        Line(new { name, split, informal_prefix = "/-- In words. -/\n", formal_statement = statement, goal = "⊢", header = Header, expected = "anything" });

    private static string Line(object value) => JsonSerializer.Serialize(value);

    private async Task<DataSet> ReadAsync(params string[] lines) =>
        await DataSetReader.ReadAsync(await WriteAsync(lines), null, TestContext.Current.CancellationToken);

    private async Task<string> WriteAsync(params string[] lines)
    {
        await File.WriteAllLinesAsync(_folder["data.jsonl"], lines, TestContext.Current.CancellationToken);
        return _folder["data.jsonl"];
    }
}
