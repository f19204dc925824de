using Prover.Models.StandIn;

namespace Prover.Cli.Tests.Models;

/// <summary>Problems in words, with and without a model.</summary>
[Collection("real Lean")]
public sealed class ProblemTests(ModelService service) : IClassFixture<ModelService>
{
    [Fact]
    public async Task A_problem_in_words_is_proved_without_a_model()
    {
        var (code, json) = await Cli.RunJsonAsync(
            "prove", "--text", "Show that for every natural number n, n^2 + n is even", "--no-models", "--no-store", "--server", service.Address);

        Assert.Equal((0, "proved"), (code, json.GetProperty("verdict").GetString()));
        var formalization = json.GetProperty("formalization");
        Assert.Equal("english", formalization.GetProperty("author").GetString());
        Assert.Equal("plausible", formalization.GetProperty("level").GetString());
        Assert.Contains(formalization.GetProperty("evidence").EnumerateArray(), e => e.GetProperty("kind").GetString() == "truth" && e.GetProperty("finding").GetString() == "supports");
        Assert.StartsWith("theorem problem (n : Nat)", formalization.GetProperty("statement").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_false_in_words_is_refuted()
    {
        var (code, json) = await Cli.RunJsonAsync(
            "prove", "--text", "Show that for every natural number n, n^2 + n is odd", "--no-models", "--no-store", "--server", service.Address);

        Assert.Equal((1, "refuted"), (code, json.GetProperty("verdict").GetString()));
        Assert.Equal("contradicted", json.GetProperty("formalization").GetProperty("level").GetString());
    }

    [Fact]
    public async Task Words_outside_the_grammar_are_named_and_a_model_is_suggested()
    {
        var (code, output, _) = await Cli.RunAsync(
            "prove", "--text", "Show that every compact Hausdorff space is normal.", "--no-models", "--no-store", "--server", service.Address);

        Assert.Equal(1, code);
        Assert.Contains("compact", output, StringComparison.Ordinal);
        Assert.Contains("prover models --help", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_agrees_with_itself_makes_a_statement_no_more_than_plausible()
    {
        service.Script = request => request.Messages[0].Text switch
        {
            var s when s.Contains("You turn mathematical problems", StringComparison.Ordinal) =>
                Answer.Text("```lean4\ntheorem x (m n : Nat) (h : m < n) : m + 1 ≤ n := by sorry\n```"),
            var s when s.Contains("VERDICT", StringComparison.Ordinal) => Answer.Text("No difference.\nVERDICT: SAME"),
            var s when s.Contains("VOTE", StringComparison.Ordinal) => Answer.Text("VOTE: 1"),
            _ => Answer.Text("```lean4\ntheorem y (a b : Nat) (hab : b > a) : b ≥ a + 1 := by sorry\n```"),
        };

        var (code, json) = await Cli.RunJsonAsync(
            "formalize", "--text", "The lofty successor of a smaller number never towers above the bigger one.", "--no-store", "--server", service.Address);

        var formalization = json.GetProperty("formalization");
        Assert.Equal((0, "plausible"), (code, formalization.GetProperty("level").GetString()));
        Assert.Equal(1, formalization.GetProperty("others").GetArrayLength());
        Assert.True(json.GetProperty("usage").GetProperty("cost").GetDecimal() > 0);
    }

    [Fact]
    public async Task Of_a_file_of_problems_in_words_those_are_kept_that_nothing_speaks_against()
    {
        // One of two prompts is answered otherwise for the problem of the towers.
        service.Script = request => (request.Messages[0].Text.Contains("You turn mathematical problems", StringComparison.Ordinal), request.LastUser) switch
        {
            _ when request.Messages[0].Text.Contains("VERDICT", StringComparison.Ordinal) => Answer.Text("No difference.\nVERDICT: SAME"),
            _ when request.Messages[0].Text.Contains("VOTE", StringComparison.Ordinal) => Answer.Text("VOTE: 1"),
            (_, var text) when text.Contains("is even", StringComparison.Ordinal) => Answer.Text("```lean4\ntheorem x (n : Nat) : (n ^ 2 + n) % 2 = 0 := by sorry\n```"),
            (_, var text) when text.Contains("is odd", StringComparison.Ordinal) => Answer.Text("```lean4\ntheorem x (n : Nat) : (n ^ 2 + n) % 2 = 1 := by sorry\n```"),
            (true, var text) when text.Contains("towers", StringComparison.Ordinal) => Answer.Text("```lean4\ntheorem x (m n : Nat) (h : m < n) : m + 2 ≤ n + 1 := by sorry\n```"),
            (true, _) => Answer.Text("```lean4\ntheorem x (m n : Nat) (h : m < n) : m + 1 ≤ n := by sorry\n```"),
            _ => Answer.Text("```lean4\ntheorem y (a b : Nat) (hab : a < b) : a + 1 ≤ b := by sorry\n```"),
        };
        using var cli = new Cli();
        var words = cli.File("words.jsonl", """
            {"name": "even", "text": "Show that for every natural number n, n^2 + n is even"}
            {"name": "odd", "problem": "Show that for every natural number n, n^2 + n is odd"}
            {"name": "lofty", "informal_stmt": "The lofty successor of a smaller number never exceeds the bigger one."}
            {"name": "towers", "informal_stmt": "The lofty successor of a smaller number never towers above the bigger one."}
            """);
        var path = Path.Combine(Path.GetDirectoryName(words)!, "formalized.jsonl");

        var (code, output, _) = await Cli.RunAsync("problems", "formalize", words, "--out", path, "--no-store", "--server", service.Address);

        Assert.Equal(0, code);
        Assert.True(output.Contains("2 of 4 problems", StringComparison.Ordinal), output + await File.ReadAllTextAsync(path + ".left-out.jsonl", Cli.Token));
        var kept = Lines(path);
        var leftOut = Lines(path + ".left-out.jsonl");
        Assert.Equal(["even", "lofty"], kept.Keys);
        Assert.Equal(["odd", "towers"], leftOut.Keys);
        Assert.StartsWith("theorem even (n : Nat)", kept["even"].GetProperty("formal_statement").GetString(), StringComparison.Ordinal);
        Assert.Contains("2 of 2 formalizations", kept["lofty"].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("contradicted", leftOut["odd"].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("No two of the 2 formalizations agree", leftOut["towers"].GetProperty("reason").GetString(), StringComparison.Ordinal);

        // Again: nothing is asked, nothing is written twice, and rounds can read it; a line that a kill left half is dropped and asked again.
        service.Script = _ => throw new InvalidOperationException("asked again");
        await File.AppendAllTextAsync(path, "{\"name\": \"half", Cli.Token);
        var (again, same, _) = await Cli.RunAsync("problems", "formalize", words, "--out", path, "--no-store", "--server", service.Address);
        Assert.Equal((0, output), (again, same));
        Assert.Equal(["even", "lofty"], Lines(path).Keys);
        Assert.Equal(0, (await Cli.RunAsync("problems", "check", path, "--against", "sample")).Code);
    }

    private static Dictionary<string, System.Text.Json.JsonElement> Lines(string path) => File.ReadLines(path)
        .Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement).ToDictionary(l => l.GetProperty("name").GetString()!);

    [Fact]
    public async Task A_model_that_cannot_write_Lean_is_told_and_ends()
    {
        service.Script = _ => Answer.Text("```lean4\naxiom cheat : False\ntheorem x : 1 = 2 := by sorry\n```");

        var (code, json) = await Cli.RunJsonAsync("formalize", "--text", "Whatever frobnicates.", "--no-store", "--server", service.Address);

        Assert.Equal(1, code);
        Assert.Contains("axiom", json.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_statement_is_kept_and_used()
    {
        const string text = "Prove the pinned thing.";
        var (_, pinned) = await Cli.RunJsonAsync("formalize", "--text", text, "--pin", "theorem mine : 2 + 2 = 4", "--no-models", "--server", service.Address);
        var (code, proved) = await Cli.RunJsonAsync("prove", "--text", text, "--no-models", "--server", service.Address);

        Assert.Equal("pinned", pinned.GetProperty("formalization").GetProperty("level").GetString());
        Assert.Equal((0, "mine"), (code, proved.GetProperty("theorem").GetString()));
    }
}
