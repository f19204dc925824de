namespace Prover.Cli.Tests.Proofs;

/// <summary><c>prover explain</c> with real Lean.</summary>
[Collection("real Lean")]
public sealed class ExplainTests : IDisposable
{
    private readonly Cli _cli = new();

    [Fact]
    public async Task A_proof_is_told_beside_its_lines()
    {
        var file = _cli.File("t.lean", "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p := by\n  constructor\n  · exact h.2\n  · exact h.1\n\ntheorem u : True := trivial\n");
        var (code, output, error) = await Cli.RunAsync("explain", file, "--theorem", "t", "--toolchain", "embedded");

        Assert.True(code == 0, output + error);
        Assert.Contains("proved: t", output, StringComparison.Ordinal);
        Assert.Contains("constructor", Line(output, "part by part"), StringComparison.Ordinal);
        Assert.Contains("· exact h.2", Line(output, "it is what `h.2` states"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_is_made_simpler_first_where_that_is_asked_for()
    {
        var file = _cli.File("t.lean", "theorem t (a b : Nat) (h : a ≤ b) : a ≤ b := by\n  grind\n");
        var (code, json) = await Cli.RunJsonAsync("explain", file, "--simplify", "--toolchain", "embedded");

        Assert.Equal(0, code);
        Assert.True(json.GetProperty("simplification").GetProperty("changed").GetBoolean());
        Assert.Equal(0, json.GetProperty("simplification").GetProperty("after").GetProperty("axioms").GetArrayLength());
        Assert.DoesNotContain("grind", json.GetProperty("report").GetProperty("proof").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(json.GetProperty("steps").EnumerateArray());
    }

    [Fact]
    public async Task What_is_no_proof_is_rejected_and_has_no_story()
    {
        var (code, json) = await Cli.RunJsonAsync("explain", _cli.File("t.lean", "theorem t (n : Nat) : n = 0 := by\n  sorry\n"), "--simplify", "--toolchain", "embedded");

        Assert.Equal(1, code);
        Assert.Equal("rejected", json.GetProperty("report").GetProperty("verdict").GetString());
        Assert.Empty(json.GetProperty("steps").EnumerateArray());
    }

    [Fact]
    public async Task A_theorem_that_is_not_there_is_a_usage_error()
    {
        var (code, _, error) = await Cli.RunAsync("explain", _cli.File("t.lean", "theorem t : True := trivial\n"), "--theorem", "u");

        Assert.Equal(2, code);
        Assert.Contains("no theorem 'u'", error, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private static string Line(string output, string words) => output.Split('\n').Single(l => l.Contains(words, StringComparison.Ordinal));
}
