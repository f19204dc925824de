namespace Prover.Cli.Tests.Proofs;

/// <summary><c>prover refute</c> with real Lean.</summary>
[Collection("real Lean")]
public sealed class RefuteTests
{
    [Fact]
    public async Task A_counterexample_is_printed_with_its_verified_refutation()
    {
        var (code, json) = await Cli.RunJsonAsync("refute", "--statement", "theorem t (a b : Nat) (h : 0 < b) : a / b * b = a", "--toolchain", "embedded");

        Assert.Equal(1, code);
        Assert.Equal("refuted", json.GetProperty("outcome").GetString());

        // Several are checked side by side; which of them Lean accepts first is chance.
        var values = json.GetProperty("counterexample").GetProperty("values").EnumerateArray().ToDictionary(v => $"{v.GetProperty("name")}", v => int.Parse($"{v.GetProperty("value")}", System.Globalization.CultureInfo.InvariantCulture));
        var (a, b) = (values["a"], values["b"]);
        Assert.NotEqual(a, a / b * b);
        Assert.Equal($"{a / b * b} = {a}", json.GetProperty("counterexample").GetProperty("parts")[1].GetProperty("evaluated").GetString());
        Assert.Equal("replayed", json.GetProperty("report").GetProperty("grade").GetString());
        Assert.StartsWith("refutation/", json.GetProperty("report").GetProperty("origin").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_no_counterexample_is_found_is_not_said_to_prove_anything()
    {
        using var cli = new Cli();
        var file = cli.File("t.lean", "theorem t (n : Nat) : n % 2 < 2 := by sorry\n");
        var (code, output, error) = await Cli.RunAsync("refute", "--file", file, "--toolchain", "embedded");

        Assert.True(code == 1, output + error);
        Assert.StartsWith("no counterexample: ", output, StringComparison.Ordinal);
        Assert.Contains("proves nothing", output, StringComparison.Ordinal);
        Assert.DoesNotContain("proved", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_out_is_an_outcome_of_its_own()
    {
        var (code, json) = await Cli.RunJsonAsync(
            "refute", "--statement", "theorem t (a b c d : Nat) : a * b + c * d ≤ a * b + c * d + a * d", "--toolchain", "embedded", "--time-limit", "0.05");

        Assert.Equal(3, code);
        Assert.Equal("timed_out", json.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("Give the statement once", "refute")]
    [InlineData("Give the statement once", "refute", "--statement", "theorem t : True", "--file", "x")]
    [InlineData("can't be read", "refute", "--file", "no-such-file.lean")]
    [InlineData("--candidate-time-limit", "refute", "--statement", "theorem t : True", "--candidate-time-limit", "0")]
    [InlineData("no theorem", "refute", "--statement", "1 = 2", "--toolchain", "embedded")]
    public async Task A_call_that_can_not_be_served_says_what_to_change(string words, params string[] arguments)
    {
        var (code, _, error) = await Cli.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.OrdinalIgnoreCase);
    }
}
