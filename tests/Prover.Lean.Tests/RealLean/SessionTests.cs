using Prover.Core.Lean;

namespace Prover.Lean.Tests.RealLean;

/// <summary>The embedded host as a session: environments, goals, facts, compiled modules.</summary>
public sealed class SessionTests(LeanFixture lean)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Environments_chain_branch_and_are_forgotten()
    {
        await using var session = await lean.OpenAsync();
        var root = await EnvironmentAsync(session, "namespace Foo\nnotation \"two\" => (2 : Nat)\nopen Nat", null);
        var left = await EnvironmentAsync(session, "def x : Nat := two", root);
        var right = await EnvironmentAsync(session, "def x : Nat := two + 1", root);

        Assert.False((await session.RunAsync("theorem t : x = 2 := rfl", left, Token)).HasErrors);
        Assert.False((await session.RunAsync("theorem t : Foo.x = 3 := rfl", right, Token)).HasErrors);
        Assert.True((await session.RunAsync("theorem t : x = 3 := rfl", left, Token)).HasErrors);

        await session.DropAsync([left], Token);
        Assert.False((await session.RunAsync("theorem t : x = 3 := rfl", right, Token)).HasErrors);
        await Assert.ThrowsAsync<LeanSessionException>(() => session.RunAsync("#check x", left, Token));
    }

    [Fact]
    public async Task A_sorry_tells_its_goal_and_its_place()
    {
        await using var session = await lean.OpenAsync();

        var reply = await session.RunAsync("theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 ∧ True := by\n  constructor\n  · sorry\n  · exact (sorry)", null, Token);

        Assert.Equal(["case left\na b : Nat\nh : a ≤ b\n⊢ a ≤ b + 1", "a b : Nat\nh : a ≤ b\n⊢ True"], reply.Sorries.Select(s => s.Goal));
        Assert.Equal([new LeanPosition(3, 4), new LeanPosition(4, 11)], reply.Sorries.Select(s => s.Start));
    }

    [Fact]
    public async Task Equal_statements_have_equal_fingerprints_in_different_processes()
    {
        await using var session = await lean.OpenAsync();
        var here = await FactsAsync(session, "theorem t (n : Nat) : n + 0 = n := by simp");
        await using var other = await lean.OpenAsync();
        var there = await FactsAsync(other, "theorem unrelated : True := trivial\ntheorem t (k : Nat) : k + 0 = k := by omega");
        var different = await FactsAsync(other, "theorem t (k : Nat) : 0 + k = k := by omega");

        Assert.Equal(here.Fingerprint, there.Fingerprint);
        Assert.NotEqual(here.Fingerprint, different.Fingerprint);
        Assert.Equal("theorem", here.Kind);
    }

    [Fact]
    public async Task An_environment_is_written_as_a_compiled_module()
    {
        await using var session = await lean.OpenAsync();
        var environment = await EnvironmentAsync(session, "theorem t : 1 + 1 = 2 := rfl", null);
        var path = Path.Combine(Directory.CreateTempSubdirectory("prover-test-").FullName, "t.olean");

        await session.WriteOleanAsync(environment, string.Empty, path, Token);

        Assert.Equal("olean"u8.ToArray(), (await File.ReadAllBytesAsync(path, Token))[..5]);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task A_cancelled_request_ends_the_process()
    {
        await using var session = await lean.OpenAsync();
        using var cancel = new CancellationTokenSource();

        var running = session.RunAsync(HostileTests.Endless, null, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(session.IsAlive);
    }

    private static async Task<int> EnvironmentAsync(ILeanSession session, string text, int? environment)
    {
        var reply = await session.RunAsync(text, environment, Token);
        Assert.Empty(reply.Messages);
        return reply.Environment!.Value;
    }

    private static async Task<TheoremFacts> FactsAsync(ILeanSession session, string text) =>
        Assert.IsType<TheoremDescription.Found>(await session.DescribeAsync(await EnvironmentAsync(session, text, null), new TheoremQuestion(null, text), Token)).Facts;
}
