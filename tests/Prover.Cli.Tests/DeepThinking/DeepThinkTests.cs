using System.Text.Json;

namespace Prover.Cli.Tests.DeepThinking;

/// <summary>Deep thinking on the command line with real Lean.</summary>
[Collection("real Lean")]
public sealed class DeepThinkTests : IDisposable
{
    private readonly Cli _cli = new();

    [Fact]
    public async Task A_thought_proves_is_kept_and_answers_again_when_it_is_resumed()
    {
        string[] options = ["--store", _cli.Store, "--toolchain", "embedded", "--workers", "1"];

        var (code, json) = await Cli.RunJsonAsync(["deepthink", "--statement", "theorem t (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 3", "--budget", "2m", "--no-models", .. options]);
        var (_, thoughts) = await Cli.RunJsonAsync("thoughts", "list", "--store", _cli.Store);
        var thought = Assert.Single(thoughts.EnumerateArray());
        var (id, work) = (thought.GetProperty("id").GetString()!, thought.GetProperty("folder").GetString()!);
        var (again, resumed) = await Cli.RunJsonAsync(["deepthink", "--resume", id, .. options]);
        var (shown, text, _) = await Cli.RunAsync("thoughts", "show", id, "--store", _cli.Store);
        var (refused, _, error) = await Cli.RunAsync(["deepthink", "--statement", "theorem u : True", "--work", work, "--no-models", .. options]);

        Assert.Equal((0, 0, 3, 0), (code, again, refused, shown));
        Assert.Equal("proved", thought.GetProperty("state").GetString());
        Assert.Contains("a + 2 ≤ b + 3", text, StringComparison.Ordinal);
        Assert.Contains("--resume", text, StringComparison.Ordinal);
        Assert.Equal("proved", json.GetProperty("result").GetProperty("verdict").GetString());
        Assert.Equal("replayed", json.GetProperty("result").GetProperty("grade").GetString());
        Assert.Equal(["refutation", "engine"], Ids(json).Take(2));
        Assert.All(json.GetProperty("branches").EnumerateArray(), b => Assert.Matches("^[a-z_]+$", b.GetProperty("outcome").GetString()));
        Assert.Equal(Ids(json), Ids(resumed));
        Assert.Equal(json.GetProperty("result").GetProperty("proof").GetString(), resumed.GetProperty("result").GetProperty("proof").GetString());
        Assert.Contains("another statement", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_ends_without_a_proof_goes_on_thinking_when_it_is_asked_to()
    {
        var (code, json) = await Cli.RunJsonAsync(
            "prove", "--statement", "theorem u (a b : Nat) : a + 2 ≤ b + 3", "--samples", "1", "--escalate", "1m", "--no-models", "--no-store", "--toolchain", "embedded", "--workers", "1");

        Assert.Equal(1, code);
        Assert.Equal("refuted", json.GetProperty("result").GetProperty("verdict").GetString());
        Assert.Equal(["refutation"], Ids(json));
    }

    [Theory]
    [InlineData("Give the statement", "deepthink")]
    [InlineData("length of time", "deepthink", "--statement", "theorem t : True", "--budget", "soon")]
    [InlineData("Give --resume DIR alone", "deepthink", "--statement", "theorem t : True", "--resume", "x")]
    [InlineData("There is no thought 'never'", "thoughts", "show", "never")]
    [InlineData("leave --work and --resume out", "deepthink", "--statement", "theorem t : True", "--work", "x", "--server", "http://127.0.0.1:1")]
    [InlineData("leave --work and --resume out", "deepthink", "--resume", "x", "--server", "http://127.0.0.1:1")]
    public async Task A_call_that_can_not_be_served_says_what_to_change(string words, params string[] arguments)
    {
        var (code, _, error) = await Cli.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private static List<string?> Ids(JsonElement json) => [.. json.GetProperty("branches").EnumerateArray().Select(b => b.GetProperty("id").GetString())];
}
