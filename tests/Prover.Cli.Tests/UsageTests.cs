namespace Prover.Cli.Tests;

/// <summary>Bad calls end with code 2 and words that say what to change; no Lean starts for them.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Cli _cli = new();

    [Theory]
    [InlineData("verify")]
    [InlineData("verify", "x.lean", "--nonsense")]
    [InlineData("prove", "--statement", "theorem t : True", "--toolchain", "other")]
    [InlineData("verify", "x.lean", "--grade", "perfect")]
    [InlineData("proofs", "--grade", "perfect")]
    [InlineData("fly")]
    public async Task An_unknown_word_is_a_usage_error(params string[] arguments)
    {
        var (code, _, error) = await Cli.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("Give the problem once", "prove")]
    [InlineData("not both", "prove", "--statement", "theorem t : True", "--statement-file", "x")]
    [InlineData("Give the problem once", "prove", "x.lean", "--statement", "theorem t : True")]
    [InlineData("can't be read", "prove", "no-such-file.lean")]
    [InlineData("can't be read", "verify", "no-such-file.lean")]
    [InlineData("--time-limit", "prove", "--statement", "theorem t : True", "--time-limit", "-1")]
    [InlineData("--workers", "prove", "--statement", "theorem t : True", "--workers", "0")]
    [InlineData("--samples", "prove", "--statement", "theorem t : True", "--samples", "0")]
    [InlineData("no URL", "proofs", "--server", "nowhere")]
    [InlineData("no model 'none'", "formalize", "--text", "Show that 1 = 1.", "--model", "none", "--no-store", "--toolchain", "embedded")]
    [InlineData("no model 'none'", "prove", "--text", "Show that 1 = 1.", "--model", "none", "--no-store", "--toolchain", "embedded")]
    [InlineData("no-such-models.json", "formalize", "--text", "Show that 1 = 1.", "--models-file", "no-such-models.json", "--no-store")]
    [InlineData("no-such-models.json", "models", "list", "--models-file", "no-such-models.json")]
    [InlineData("has no memory", "bench", "run", "--data", "sample", "--prover", "portfolio", "--memory", "x")]
    [InlineData("no memory 'no-such-memory'", "bench", "run", "--data", "sample", "--prover", "portfolio+search+memory", "--memory", "no-such-memory")]
    [InlineData("--held-out-cpu-limit", "rounds", "start", "--train", "sample", "--held-out", "sample", "--held-out-cpu-limit", "0", "--out", "x")]
    [InlineData("--cpu-limit", "bench", "run", "--data", "sample", "--cpu-limit", "0")]
    [InlineData("--held-out-time-limit", "rounds", "start", "--train", "sample", "--held-out", "sample", "--held-out-time-limit", "0", "--out", "x")]
    [InlineData("no theorem", "prove", "--statement", "1 + 1 = 2", "--no-store")]
    public async Task A_call_that_can_not_be_served_says_what_to_change(string words, params string[] arguments)
    {
        var (code, _, error) = await Cli.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_text_that_is_no_UTF8_is_refused_with_the_place()
    {
        var (code, _, error) = await Cli.RunAsync("verify", _cli.File("bad.lean", [0x74, 0x68, 0xff, 0xfe]));

        Assert.Equal(2, code);
        Assert.Contains("byte 2", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prove")]
    [InlineData("refute")]
    [InlineData("explain")]
    [InlineData("deepthink")]
    [InlineData("verify")]
    [InlineData("certify")]
    [InlineData("recheck")]
    [InlineData("proofs")]
    [InlineData("serve")]
    [InlineData("doctor")]
    [InlineData("store")]
    [InlineData("store", "repair")]
    public async Task Every_verb_helps_with_examples(params string[] verb)
    {
        var (code, output, _) = await Cli.RunAsync([.. verb, "--help"]);

        Assert.Equal(0, code);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains($"prover {verb[0]}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prove")]
    [InlineData("verify")]
    [InlineData("certify")]
    [InlineData("recheck")]
    [InlineData("serve")]
    [InlineData("doctor")]
    public async Task Every_verb_that_runs_Lean_can_be_allowed_to_do_without_a_sandbox(string verb)
    {
        var (_, output, _) = await Cli.RunAsync(verb, "--help");

        Assert.Contains("--allow-unprotected", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_store_lists_nothing()
    {
        var (code, json) = await Cli.RunJsonAsync("proofs", "--store", _cli.Store);

        Assert.Equal(0, code);
        Assert.Equal(0, json.GetProperty("proofs").GetArrayLength());
    }

    [Fact]
    public async Task A_damaged_store_is_named_with_the_way_out_and_repaired()
    {
        var store = _cli.File("damaged.db", [.. Enumerable.Repeat((byte)0xa5, 40_000)]);

        var (code, _, error) = await Cli.RunAsync("proofs", "--store", store);
        var (repaired, report, _) = await Cli.RunAsync("store", "repair", "--store", store);
        var (after, _, _) = await Cli.RunAsync("proofs", "--store", store);

        Assert.Equal(3, code);
        Assert.Contains("prover store repair", error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (repaired, after));
        Assert.NotEmpty(report);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var (code, _, error) = await Cli.RunAsync("proofs", "--server", "http://127.0.0.1:1");

        Assert.Equal(3, code);
        Assert.Contains("127.0.0.1:1", error, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();
}
