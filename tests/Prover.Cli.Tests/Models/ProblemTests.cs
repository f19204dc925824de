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
