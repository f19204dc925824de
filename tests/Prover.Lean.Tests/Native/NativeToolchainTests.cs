using Prover.Core.Lean;
using Prover.Lean.Native;

namespace Prover.Lean.Tests.Native;

public sealed class NativeToolchainTests : IDisposable
{
    private readonly FakeProject _project = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_known_by_version_packages_and_program()
    {
        var before = await IdentityAsync();
        var again = await IdentityAsync();
        await File.AppendAllTextAsync(Path.Combine(_project.Folder, "lake-manifest.json"), "\n", Cancellation);
        var after = await IdentityAsync();

        Assert.Equal(("native", "4.22.0", true), (before.Kind, before.LeanVersion, before.HasMathlib));
        Assert.Equal(before, again);
        Assert.NotEqual(before.Hash, after.Hash);
    }

    [Fact]
    public async Task What_is_missing_is_named_with_its_remedy()
    {
        using var lean = new NativeToolchain(_project.Options with { ReplPath = Path.Combine(_project.Folder, "nowhere") });

        var error = await Assert.ThrowsAsync<ToolchainException>(() => lean.PrepareAsync(null, Cancellation));

        Assert.Contains("REPL: not found", error.Message, StringComparison.Ordinal);
        Assert.Contains("lake build repl", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lake: not found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_runs_on_the_environment_of_another()
    {
        _project.WhenAnswer("sorry", """{"sorries":[{"pos":{"line":1,"column":18},"endPos":{"line":1,"column":23},"goal":"\n⊢ True","proofState":0}]}""");
        await using var session = await OpenAsync(new LeanImports(["Mathlib", "Aesop"]), _project.Unprotected); // so that the requests are logged

        var first = await session.RunAsync("def a := 1", null, Cancellation);
        var second = await session.RunAsync("theorem t : True := sorry", first.Environment, Cancellation);

        Assert.Equal(("⊢ True", new LeanPosition(1, 18)), (second.Sorries.Single().Goal!, second.Sorries.Single().Start));
        Assert.Contains("import Mathlib\\nimport Aesop\\n", _project.Requests, StringComparison.Ordinal);
        Assert.Contains($"\"env\":{first.Environment}", _project.Requests, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crash", "Stack overflow detected")]
    [InlineData("garbage", "uncaught exception")]
    public async Task A_repl_that_does_not_start_is_a_matter_of_the_toolchain(string behaviour, string words)
    {
        _project.When("import Mathlib", behaviour);

        var error = await Assert.ThrowsAsync<ToolchainException>(() => OpenAsync(new LeanImports(["Mathlib"])));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("lake build repl", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"env":0}""")]
    [InlineData("""{"messages":[{"severity":"fine","pos":{"line":1,"column":0},"data":""}]}""")]
    [InlineData("""{"message":"Unknown environment."}""")]
    public async Task A_session_dies_of_an_answer_that_can_not_be(string answer)
    {
        _project.WhenAnswer("theorem", answer);
        await using var session = await OpenAsync(LeanImports.None);

        await Assert.ThrowsAsync<LeanSessionException>(() => session.RunAsync("theorem", null, Cancellation));

        Assert.False(session.IsAlive);
    }

    [Fact]
    public async Task The_compiled_file_is_written_by_lean_itself()
    {
        await using var session = await OpenAsync(LeanImports.None);
        var path = Path.Combine(_project.Folder, "t.olean");

        await session.WriteOleanAsync(0, "theorem t : True := trivial", path, Cancellation);

        Assert.Equal("olean\ntheorem t : True := trivial", await File.ReadAllTextAsync(path, Cancellation));
        Assert.True(session.IsAlive);
    }

    [Fact]
    public async Task A_text_that_does_not_compile_leaves_no_file()
    {
        await using var session = await OpenAsync(LeanImports.None);
        var path = Path.Combine(_project.Folder, "t.olean");

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => session.WriteOleanAsync(0, "an error", path, Cancellation));

        Assert.Contains("unexpected token", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
        Assert.False(session.IsAlive);
    }

    [Fact]
    public async Task A_compilation_that_is_cancelled_ends_the_session()
    {
        await using var session = await OpenAsync(LeanImports.None);
        using var cancel = new CancellationTokenSource();

        var compiling = session.WriteOleanAsync(0, "#hang", Path.Combine(_project.Folder, "t.olean"), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => compiling);
        Assert.False(session.IsAlive);
    }

    [Fact]
    public async Task Facts_are_read_off_what_lean_prints()
    {
        var lines = 5 + FullPrinting.Options.Count + 1;
        _project
            .WhenAnswer("_root_.t", Error(1), environment: 0)
            .WhenAnswer("#print axioms _root_.t", Said(
                (2, "t : 1 = 1"), (4, "theorem t : 1 = 1 :=\nrfl"), (5, "'t' depends on axioms: [propext]"), (lines, "t : @Eq.{1} Nat 1 1")));
        await using var session = await OpenAsync(LeanImports.None);
        const string Text = "theorem t : 1 = 1 := rfl";

        var reply = await session.RunAsync(Text, null, Cancellation);
        var described = await session.DescribeAsync(reply.Environment!.Value, new TheoremQuestion(null, Text), Cancellation);

        var facts = Assert.IsType<TheoremDescription.Found>(described).Facts;
        Assert.Equal(("t", "theorem", "1 = 1"), (facts.Name, facts.Kind, facts.Type));
        Assert.Equal(["propext"], facts.Axioms);
        Assert.Equal(64, facts.Fingerprint.Length);
    }

    [Theory]
    [InlineData("macro \"x\" : term => `(1)\ntheorem t : True := trivial", "'macro'")]
    [InlineData("import Mathlib\ntheorem t : True := trivial", "other imports")]
    public async Task Facts_are_refused_with_a_reason(string text, string reason)
    {
        await using var session = await OpenAsync(LeanImports.None);

        var described = await session.DescribeAsync(0, new TheoremQuestion(null, text), Cancellation);

        Assert.Contains(reason, Assert.IsType<TheoremDescription.Unknown>(described).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theorem_of_the_imports_is_none_of_the_text()
    {
        await using var session = await OpenAsync(LeanImports.None);

        Assert.IsType<TheoremDescription.Absent>(await session.DescribeAsync(0, new TheoremQuestion(null, "theorem Nat.rfl : True := trivial"), Cancellation));
    }

    public void Dispose() => _project.Dispose();

    private static string Error(int line) => $$"""{"messages":[{"severity":"error","pos":{"line":{{line}},"column":0},"data":"Unknown identifier"}]}""";

    private static string Said(params (int Line, string Text)[] said) => System.Text.Json.JsonSerializer.Serialize(new
    {
        messages = said.Select(s => new { severity = "info", pos = new { line = s.Line, column = 0 }, data = s.Text }),
    });

    private async Task<ToolchainIdentity> IdentityAsync()
    {
        using var lean = new NativeToolchain(_project.Options);
        return await lean.PrepareAsync(null, Cancellation);
    }

    private async Task<NativeSession> OpenAsync(LeanImports imports, NativeToolchainOptions? options = null)
    {
        using var lean = new NativeToolchain(options ?? _project.Options);
        return (NativeSession)await lean.OpenAsync(imports, Cancellation);
    }
}
