using Prover.Core.Checking;
using Prover.Core.Verification;
using Prover.Lean.Pool;

namespace Prover.Lean.Tests.RealLean;

/// <summary>Inputs that break other checkers: each ends in the right outcome, and the check that follows is right.</summary>
public sealed class HostileTests(LeanFixture lean)
{
    /// <summary>Runs until it is ended: the limit that Lean itself has is lifted.</summary>
    internal const string Endless =
        "set_option maxHeartbeats 0\nset_option maxRecDepth 1000000\ntheorem t (a : Nat) : a = a + 1 := by\n  repeat (first | rw [Nat.add_comm] | skip)\n  omega";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Rejected => new()
    {
        { "empty", string.Empty },
        { "blank", " \n\t\n" },
        { "deep parentheses", $"theorem t : {new string('(', 3_000)}1 = 2{new string(')', 3_000)} := rfl" },
        { "deep negation", $"theorem t : {string.Concat(Enumerable.Repeat("¬ ", 20_000))}False := by decide" },
        { "deep term", $"theorem t : 0 = 1 := {string.Concat(Enumerable.Repeat("id (", 2_000))}rfl{new string(')', 2_000)}" },
        { "huge power", "theorem t : 2^(2^30) = 0 := by decide" },
        { "huge power, simplified", "theorem t : 2^(2^30) = 2^(2^30) + 1 := by simp" },
        { "huge literal", $"theorem t : {new string('9', 20_000)} = 0 := by decide" },
        { "a simp that loops", "axiom f : Nat → Nat\naxiom h (n : Nat) : f n = f (n + 1)\ntheorem t : f 0 = 1 := by simp [h]" },
        { "a comment that never ends", "theorem t : True := trivial\n/- and so on" },
        { "a string that never ends", "theorem t : True := trivial\n#check \"and so on" },
        { "ten megabytes of letters", new string('x', 10_000_000) },
        { "a zero character", "theorem t : 1 = 2 := \0 rfl" },
        { "half a character", "theorem t : 1 = 2 := \ud835 rfl" },
        { "many errors", string.Concat(Enumerable.Repeat("example : False := trivial\n", 3_000)) },
        { "a program", "#eval IO.FS.writeFile \"/etc/prover\" \"x\"\ntheorem t : 1 = 2 := rfl" },
    };

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task It_is_rejected_and_the_next_check_is_right(string kind, string text)
    {
        var verdict = await VerifyAsync(text, TimeSpan.FromMinutes(2));

        Assert.True(verdict.Kind == VerdictKind.Rejected, $"{kind}: {verdict.Kind}, {verdict.Reason}");
        await AssertNextIsRightAsync();
    }

    [Fact]
    public async Task A_text_too_deep_for_the_whole_stack_costs_a_process_and_no_wrong_answer()
    {
        var verdict = await VerifyAsync($"theorem t : {new string('(', 100_000)}True{new string(')', 100_000)} := trivial", TimeSpan.FromMinutes(2));

        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
        await AssertNextIsRightAsync();
    }

    [Fact]
    public async Task Ten_megabytes_of_comment_do_not_harm_a_proof()
    {
        var verdict = await VerifyAsync($"/- {new string('x', 10_000_000)} -/\ntheorem t : 1 + 1 = 2 := rfl", TimeSpan.FromMinutes(2));

        Assert.Equal(VerdictKind.Proved, verdict.Kind);
    }

    [Theory]
    [InlineData(Endless)]
    [InlineData("partial def loop (n : Nat) : Nat := loop (n + 1)\n#eval loop 0\ntheorem t : 1 = 2 := rfl")]
    public async Task What_never_ends_times_out_and_the_next_check_is_right(string text)
    {
        var verdict = await VerifyAsync(text, TimeSpan.FromSeconds(2));

        Assert.Equal(VerdictKind.TimedOut, verdict.Kind);
        await AssertNextIsRightAsync();
    }

    [Fact]
    public async Task Messages_without_end_are_cut_and_no_error_is_lost()
    {
        var text = $"def s : String := \"{new string('x', 500_000)}\"\n{string.Concat(Enumerable.Repeat("#print s\n", 100))}theorem t : 1 = 2 := rfl";

        var outcome = await lean.Pool.CheckAsync(new CheckRequest { Text = text }, Token);

        var completed = Assert.IsType<CheckOutcome.Completed>(outcome);
        Assert.True(completed.HasErrors);
        Assert.InRange(completed.Messages.Sum(m => (long)m.Text.Length), 1, 2 << 20);
        await AssertNextIsRightAsync();
    }

    [Fact]
    public async Task A_proof_that_eats_all_memory_is_never_called_proved_or_right()
    {
        var verdict = await VerifyAsync(
            "set_option maxHeartbeats 0\nset_option maxRecDepth 1000000\nset_option exponentiation.threshold 100000000000\n"
            + "theorem t : (List.replicate 60000000 2).foldl (fun a b => a * b + a) 2 = 0 := by decide +kernel",
            TimeSpan.FromSeconds(20));

        Assert.Contains(verdict.Kind, (VerdictKind[])[VerdictKind.Rejected, VerdictKind.TimedOut, VerdictKind.Infrastructure]);
        await AssertNextIsRightAsync();
    }

    [Fact]
    public async Task A_process_killed_in_mid_check_is_replaced_and_the_answer_is_right()
    {
        var killing = new KillingToolchain(lean.Toolchain, kills: 1);
        await using var pool = new LeanPool(killing, new LeanPoolOptions { Workers = 1, Spares = 0 });

        var outcome = await pool.CheckAsync(new CheckRequest { Text = "theorem t : 1 + 1 = 2 := rfl" }, Token);

        Assert.Equal("t", Assert.IsType<CheckOutcome.Completed>(outcome).Theorem?.Name);
        Assert.Equal(1, pool.GetStatus().Restarts);
    }

    [Fact]
    public async Task A_process_killed_twice_is_a_failure_of_the_machinery()
    {
        var killing = new KillingToolchain(lean.Toolchain, kills: 2);
        await using var pool = new LeanPool(killing, new LeanPoolOptions { Workers = 1, Spares = 0 });

        var outcome = await pool.CheckAsync(new CheckRequest { Text = "theorem t : 1 + 1 = 2 := rfl" }, Token);

        Assert.IsType<CheckOutcome.InfrastructureFailure>(outcome);
    }

    [Fact]
    public async Task Many_cancelled_at_once_leave_the_pool_right()
    {
        using var cancel = new CancellationTokenSource();
        var checks = Enumerable.Range(0, 40)
            .Select(i => lean.Verifier.VerifyAsync(new VerifyRequest { Text = $"theorem t{i} : {i} + 1 = {i + 1} := by omega" }, cancel.Token))
            .ToList();

        await cancel.CancelAsync();
        var verdicts = await Task.WhenAll(checks);

        Assert.All(verdicts, v => Assert.Contains(v.Kind, (VerdictKind[])[VerdictKind.Cancelled, VerdictKind.Proved]));
        await AssertNextIsRightAsync();
    }

    private async Task AssertNextIsRightAsync()
    {
        Assert.Equal(VerdictKind.Proved, (await VerifyAsync("theorem t : 1 + 1 = 2 := rfl", null)).Kind);
        Assert.Equal(VerdictKind.Rejected, (await VerifyAsync("theorem t : 1 + 1 = 3 := rfl", null)).Kind);
    }

    private Task<Verdict> VerifyAsync(string text, TimeSpan? limit) =>
        lean.Verifier.VerifyAsync(new VerifyRequest { Text = text, TimeLimit = limit }, Token);
}
