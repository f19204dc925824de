using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Prover.Core.Lean;
using Prover.Lean.Native;
using Prover.Lean.Tests.Native;

namespace Prover.Lean.Tests.Isolation;

/// <summary>What hostile text gets at: nothing in the sandbox, and all of it without, or the attempt would show nothing.</summary>
public sealed class SandboxTests : IDisposable
{
    private const int ThreadLimit = 80;
    private const int Children = 300;

    private readonly FakeProject _project = new();
    private readonly string _outside = Directory.CreateTempSubdirectory("prover-outside-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_outside_can_be_read_only_without_a_sandbox()
    {
        var path = Path.Combine(_outside, "secret");
        await File.WriteAllTextAsync(path, "the secret", Cancellation);

        await OnlyUnprotectedAsync($"#attempt read {path}", "the secret");
    }

    [Fact]
    public async Task The_home_folder_can_be_listed_only_without_a_sandbox()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.SkipUnless(Directory.Exists(home), "There is no home folder.");

        await OnlyUnprotectedAsync($"#attempt list {home}", string.Empty);
    }

    [Theory]
    [InlineData("Project.lean")]
    [InlineData("toolchain/lib/lean/Init.olean")]
    [InlineData(".lake/build/lib/lean/Mathlib.olean")]
    [InlineData("repl")]
    public async Task The_project_and_Lean_can_be_changed_only_without_a_sandbox(string file)
    {
        var path = Path.Combine(_project.Folder, file);
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path, Cancellation) : null;

        Assert.StartsWith("failed: ", await AttemptAsync($"#attempt write {path}", await ProtectedAsync()), StringComparison.Ordinal);
        Assert.Equal(before, File.Exists(path) ? await File.ReadAllTextAsync(path, Cancellation) : null);

        Assert.Equal($"done: {path}", await AttemptAsync($"#attempt write {path}", _project.Unprotected));
        Assert.Equal("hostile", await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task What_is_written_in_the_sandbox_stays_there()
    {
        const string Path = "/tmp/prover-test-written";

        Assert.Equal($"done: {Path}", await AttemptAsync($"#attempt write {Path}", await ProtectedAsync()));

        Assert.False(File.Exists(Path));
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("/dev/x")]
    [InlineData("/dev/shm/x")]
    public async Task No_memory_without_a_bound_can_be_written_as_files(string path) =>
        Assert.StartsWith("failed: ", await AttemptAsync($"#attempt write {path}", await ProtectedAsync()), StringComparison.Ordinal);

    [Fact]
    public async Task The_project_can_be_read()
    {
        var path = Path.Combine(_project.Library, "Mathlib.olean");
        await File.WriteAllTextAsync(path, "compiled", Cancellation);

        Assert.Equal("done: compiled", await AttemptAsync($"#attempt read {path}", await ProtectedAsync()));
    }

    [Fact]
    public async Task The_network_can_be_reached_only_without_a_sandbox()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        await OnlyUnprotectedAsync($"#attempt connect {port}", port);

        using var reached = await listener.AcceptTcpClientAsync(Cancellation);
        Assert.False(listener.Pending()); // the control came through, and nothing else
    }

    [Fact]
    public async Task Our_environment_can_be_read_only_without_a_sandbox()
    {
        // What this process was started with stands in /proc, for whoever may look there.
        var ours = (await File.ReadAllTextAsync("/proc/self/environ", Cancellation)).Split('\0').Select(v => v.Split('=', 2)[0]);
        string[] known = ["", "PATH", "HOME", "TMPDIR", "LANG", "PWD", "DOTNET_ROOT", "DOTNET_EnableWriteXorExecute", "LEAN_SYSROOT", "LEAN_PATH", "LEAN_SRC_PATH", "LEAN_NUM_THREADS"];
        var name = ours.FirstOrDefault(v => !known.Contains(v));
        Assert.SkipWhen(name is null, "The tests run with an empty environment.");

        await OnlyUnprotectedAsync($"#attempt environment {name}", $"{name}=");
    }

    [Fact]
    public async Task A_sandbox_can_not_be_left_by_a_namespace_of_ones_own()
    {
        var options = await ProtectedAsync();
        Assert.SkipUnless(options.Protection!.Bubblewrap!.ForbidsNesting, "bubblewrap can't forbid user namespaces here.");

        await OnlyUnprotectedAsync("#attempt namespace", "0");
    }

    [Fact]
    public async Task A_process_outlives_Lean_only_without_a_sandbox()
    {
        var mark = Marks.New();

        Assert.Equal("done: 0", await AttemptAsync($"#attempt outlive {mark}", await ProtectedAsync(), () => Marks.StartAsync(mark)));
        await Marks.EndAsync(mark);

        // A clock that stands still: our looks at the processes find most of those who run away, and are not what is tested.
        var escaped = 0;
        Assert.Equal(
            "done: 0",
            await AttemptAsync($"#attempt outlive {mark}", _project.Unprotected, async () => escaped = await Marks.StartAsync(mark), new FakeTimeProvider()));
        Assert.Equal([escaped], Marks.Running(mark));
        Marks.Kill(escaped);
    }

    [Fact]
    public async Task A_sandbox_does_not_survive_the_kill_of_its_owner()
    {
        await ProtectedAsync();
        var mark = Marks.New();
        using var owner = Processes.StandIn.Start("owner", $"600.{mark}");
        try
        {
            await Marks.StartAsync(mark);
        }
        finally
        {
            owner.Kill();
        }

        await Marks.EndAsync(mark);
    }

    [Fact]
    public async Task Lean_can_fork_without_bound_only_without_a_limit()
    {
        var (mark, control) = (Marks.New(), Marks.New());

        // The kernel refuses, or, where we are root, our look at the processes ends them all.
        await AttemptOrDieAsync(
            $"#attempt fork {Children} {mark}",
            await ProtectedAsync() with { ThreadLimit = ThreadLimit },
            () => Marks.Running(mark).Count == Children ? Marks.EndAsync(mark) : Task.CompletedTask);
        await Marks.EndAsync(mark);

        var running = 0;
        var forked = await AttemptAsync(
            $"#attempt fork {Children} {control}", _project.Unprotected with { ThreadLimit = 0 }, () => Task.FromResult(running = Marks.Running(control).Count));
        Assert.Equal(($"done: {Children}", Children), (forked, running));
        await Marks.EndAsync(control);
    }

    [Fact]
    public async Task Limits_hold_inside()
    {
        var options = await ProtectedAsync() with { FileSizeLimitBytes = 12_345_678, ThreadLimit = 789, AddressSpaceLimitBytes = 1L << 42 };

        var limits = (await AttemptAsync("#attempt limits", options)).Split(' ');

        Assert.Contains("Max-file-size=12345678", limits);
        Assert.Contains("Max-processes=789", limits);
        Assert.Contains($"Max-address-space={1L << 42}", limits);
        Assert.Contains("Max-core-file-size=0", limits);
    }

    [Fact]
    public async Task Memory_is_watched_through_the_sandbox()
    {
        var options = await ProtectedAsync() with { MemoryLimitBytes = 300L << 20 };

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => AttemptAsync("#attempt eat 600", options));

        Assert.Contains("more than its limit of 314,572,800", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_compiled_in_the_sandbox_too()
    {
        var (secret, target) = (Path.Combine(_outside, "secret"), Path.Combine(_outside, "t.olean"));
        await File.WriteAllTextAsync(secret, "the secret", Cancellation);

        await CompileAsync($"#attempt read {secret}", target, await ProtectedAsync());
        Assert.StartsWith("olean\nfailed: ", await File.ReadAllTextAsync(target, Cancellation), StringComparison.Ordinal);

        await CompileAsync($"#attempt read {secret}", target, _project.Unprotected);
        Assert.Equal("olean\ndone: the secret", await File.ReadAllTextAsync(target, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_in_place_of_the_compiled_file_is_not_followed(bool isProtected)
    {
        var (secret, target) = (Path.Combine(_outside, "secret"), Path.Combine(_outside, "t.olean"));
        await File.WriteAllTextAsync(secret, "the secret", Cancellation);
        var options = isProtected ? await ProtectedAsync() : _project.Unprotected;

        var error = await Assert.ThrowsAsync<LeanSessionException>(() => CompileAsync($"#link {secret}", target, options));

        Assert.Contains("can't be opened", error.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(target));
    }

    [Fact]
    public async Task A_compiled_file_has_a_largest_size()
    {
        var target = Path.Combine(_outside, "t.olean");
        var text = new string('x', 20_000);
        var options = await ProtectedAsync();

        await Assert.ThrowsAsync<LeanSessionException>(() => CompileAsync(text, target, options with { FileSizeLimitBytes = 10_000 }));
        Assert.False(Path.Exists(target));

        await CompileAsync(text, target, options with { FileSizeLimitBytes = 40_000 });
        Assert.True(Path.Exists(target));
    }

    public void Dispose()
    {
        _project.Dispose();
        Directory.Delete(_outside, recursive: true);
    }

    private Task<NativeToolchainOptions> ProtectedAsync() => Sandboxes.RequireAsync(_project.Options);

    private async Task OnlyUnprotectedAsync(string text, string outcome)
    {
        Assert.StartsWith("failed: ", await AttemptAsync(text, await ProtectedAsync()), StringComparison.Ordinal);
        Assert.StartsWith($"done: {outcome}", await AttemptAsync(text, _project.Unprotected), StringComparison.Ordinal);
    }

    private static async Task AttemptOrDieAsync(string text, NativeToolchainOptions options, Func<Task> then)
    {
        try
        {
            await AttemptAsync(text, options, then);
        }
        catch (LeanSessionException)
        {
            // It died of it.
        }
    }

    private static async Task<string> AttemptAsync(string text, NativeToolchainOptions options, Func<Task>? then = null, TimeProvider? clock = null)
    {
        using var lean = new NativeToolchain(options, clock);
        await using var session = await lean.OpenAsync(LeanImports.None, Cancellation);
        var reply = await session.RunAsync(text, null, Cancellation);
        await (then?.Invoke() ?? Task.CompletedTask);
        return reply.Messages.Single().Text;
    }

    private static async Task CompileAsync(string text, string path, NativeToolchainOptions options)
    {
        using var lean = new NativeToolchain(options);
        await using var session = await lean.OpenAsync(LeanImports.None, Cancellation);
        await session.WriteOleanAsync(0, text, path, Cancellation);
    }
}
