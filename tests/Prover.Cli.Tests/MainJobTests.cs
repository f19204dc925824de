using System.Text.Json;

namespace Prover.Cli.Tests;

/// <summary>The main job with real Lean, in this process and through a service.</summary>
[Collection("real Lean")] // one after the other: each process holds more than a gigabyte
public sealed class MainJobTests : IDisposable
{
    private const string Statement = "theorem t (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 3";

    private readonly Cli _cli = new();

    [Fact]
    public async Task A_statement_is_proved_kept_and_recalled()
    {
        var (code, json) = await Cli.RunJsonAsync("prove", "--statement", Statement, "--store", _cli.Store, "--toolchain", "embedded");
        var (again, recalled) = await Cli.RunJsonAsync("prove", "--statement", Statement, "--store", _cli.Store, "--toolchain", "embedded");
        var (_, list) = await Cli.RunJsonAsync("proofs", "--store", _cli.Store);
        var (_, shown, _) = await Cli.RunAsync("proofs", json.GetProperty("key").GetString()!, "--store", _cli.Store);

        Assert.Equal((0, 0), (code, again));
        Assert.Equal(["proved", "replayed", "t", "False"], Fields(json, "verdict", "grade", "theorem", "cached"));
        Assert.Equal("replayed", json.GetProperty("audit").GetProperty("grade").GetString());
        Assert.Contains("t", json.GetProperty("audit").GetProperty("constants").EnumerateArray().Select(c => c.GetString()));
        Assert.StartsWith(Statement, json.GetProperty("proof").GetString(), StringComparison.Ordinal);
        Assert.True(recalled.GetProperty("cached").GetBoolean());
        Assert.Equal(json.GetProperty("audit").GetRawText(), recalled.GetProperty("audit").GetRawText());
        Assert.Equal(Statement, list.GetProperty("proofs")[0].GetProperty("asked_statement").GetString());
        Assert.Equal(json.GetProperty("proof").GetString(), recalled.GetProperty("proof").GetString());
        Assert.Equal(json.GetProperty("key").GetString(), list.GetProperty("proofs")[0].GetProperty("id").GetString());
        Assert.Contains(Statement, shown, StringComparison.Ordinal);
        Assert.Contains("grade:   replayed (by Lean ", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_proved_with_a_memory_helps_the_next_process_with_its_like()
    {
        var memory = Path.Combine(Path.GetDirectoryName(_cli.Store)!, "memory");
        // One check at a time: what goes first wins.
        string[] options = ["--search", "--no-store", "--memory", memory, "--toolchain", "embedded", "--workers", "1"];

        var (first, found) = await Cli.RunJsonAsync(["prove", "--statement", "theorem t (x y : Int) (h₁ : 2*x + 2*y = 4) (h₂ : x*y = -3) : (x = 3 ∧ y = -1) ∨ (x = -1 ∧ y = 3)", .. options]);
        var (second, remembered) = await Cli.RunJsonAsync(["prove", "--statement", "theorem u (a b : Int) (k : 2*a + 2*b = 4) (l : a*b = -3) : (a = 3 ∧ b = -1) ∨ (a = -1 ∧ b = 3)", .. options]);

        Assert.Equal((0, 0), (first, second));
        Assert.Matches("^(search|engine)", found.GetProperty("origin").GetString());
        Assert.StartsWith("memory/", remembered.GetProperty("origin").GetString(), StringComparison.Ordinal);
        Assert.Equal("replayed", remembered.GetProperty("grade").GetString());
    }

    [Fact]
    public async Task A_service_verifies_proves_refutes_and_lists()
    {
        using var output = new FirstLineWriter();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cli.Token);
        using var quiet = new StringWriter();
        var serving = CommandLine.RunAsync(
            ["serve", "--listen", "http://127.0.0.1:0", "--store", _cli.Store, "--toolchain", "embedded", "--workers", "1"], output, quiet, stop.Token);
        var first = await Task.WhenAny(output.FirstLine, serving);
        Assert.True(first == output.FirstLine, quiet.ToString());
        var server = (await output.FirstLine)["listening on ".Length..];

        var (proved, proof) = await Cli.RunJsonAsync("prove", "--statement", Statement, "--server", server);
        var (refuted, refutation) = await Cli.RunJsonAsync("prove", "--statement", "theorem u (a b : Nat) : a + 2 ≤ b + 3", "--server", server);
        var good = _cli.File("good.lean", "open Nat\n\ntheorem v : 2 + 2 = 4 := by\n  decide\n");
        var (verified, verdict) = await Cli.RunJsonAsync("verify", good, "--server", server);
        var (other, rejected) = await Cli.RunJsonAsync("verify", good, "--statement", "theorem v : 2 + 2 = 5", "--server", server);
        var bad = _cli.File("bad.lean", "open Nat\n\ntheorem v : 2 + 2 = 5 := by\n  decide\n");
        var (failed, messages) = await Cli.RunJsonAsync("verify", bad, "--server", server);
        var (input, _, error) = await Cli.RunAsync("verify", good, "--statement", "theorem v : 2 + Two.two = 4", "--server", server);
        var quick = _cli.File("quick.lean", "theorem w : 2 + 3 = 5 := by\n  decide\n");
        var (_, compiled) = await Cli.RunJsonAsync("verify", quick, "--grade", "compiled", "--server", server);
        var (_, list) = await Cli.RunJsonAsync("proofs", "--grade", "compiled", "--server", server);
        await stop.CancelAsync();
        await serving;

        Assert.Equal((0, 1, 0, 1, 1, 2), (proved, refuted, verified, other, failed, input));
        Assert.Equal("proved", proof.GetProperty("verdict").GetString());
        Assert.Equal(["refuted", "u_refuted"], Fields(refutation, "verdict", "theorem"));
        Assert.Equal(["proved", "v"], Fields(verdict, "verdict", "theorem"));
        Assert.Equal("statement", rejected.GetProperty("refusal").GetProperty("rule").GetString());
        Assert.Equal(["5", "4"], Fields(rejected.GetProperty("refusal"), "expected", "found"));
        Assert.Equal(["replayed", "replayed"], [verdict.GetProperty("grade").GetString(), verdict.GetProperty("audit").GetProperty("grade").GetString()]);
        Assert.Equal(["4", "2"], Fields(messages.GetProperty("messages")[0], "line", "column"));
        Assert.Contains("Two.two", error, StringComparison.Ordinal);
        Assert.Equal(["proved", "compiled", ""], Fields(compiled, "verdict", "grade", "audit"));
        Assert.Equal(3, list.GetProperty("proofs").GetArrayLength());
    }

    public void Dispose() => _cli.Dispose();

    private static string[] Fields(JsonElement json, params string[] names) => [.. names.Select(name => json.GetProperty(name).ToString())];
}
