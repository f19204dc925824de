using System.Diagnostics;
using System.Text.Json;
using Prover.Lean.Isolation;
using Prover.Lean.Tests.Native;

namespace Prover.Cli.Tests;

/// <summary><c>prover verify --toolchain native</c> as people run it, in a process of its own, with stand-ins for lake, lean and the REPL.</summary>
public sealed class NativeVerifyTests : IDisposable
{
    private readonly NativeProof _project = new();
    private readonly Cli _cli = new();

    [Fact]
    public async Task A_proof_is_carried_to_grade_replayed_by_default()
    {
        var (code, json) = await VerifyAsync(NativeProof.Submission);

        Assert.Equal((0, "proved", "replayed"), (code, json.GetProperty("verdict").GetString(), json.GetProperty("grade").GetString()));
        Assert.Equal("Lean 4.22.0 (native), in a process of its own", json.GetProperty("audit").GetProperty("kernels")[0].GetString());
    }

    [Fact]
    public async Task What_is_compiled_to_something_else_is_refused()
    {
        var (code, json) = await VerifyAsync(NativeProof.OtherStatement);

        Assert.Equal((1, "rejected"), (code, json.GetProperty("verdict").GetString()));
        Assert.Contains("expected n, found 0", json.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kernel_that_dies_refuses_nothing()
    {
        _project.KernelSays("die");

        var (_, json) = await VerifyAsync(NativeProof.Submission);

        Assert.Equal("infrastructure", json.GetProperty("verdict").GetString());
    }

    public void Dispose()
    {
        _project.Dispose();
        _cli.Dispose();
    }

    private async Task<(int Code, JsonElement Json)> VerifyAsync(string text)
    {
        var protection = await Protection.FindAsync(Cli.Token);
        Assert.SkipUnless(protection.IsSandbox, protection.WhyNot);
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "prover"),
            ["verify", _cli.File("t.lean", text), "--statement", NativeProof.Statement, "--toolchain", "native", "--store", _cli.Store, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_project.Folder}{Path.PathSeparator}{start.Environment["PATH"]}";
        start.Environment["PROVER_LEAN_PROJECT"] = _project.Folder;
        start.Environment["PROVER_LEAN_READ_ONLY"] = string.Join(Path.PathSeparator, _project.Options.ReadOnlyFolders);
        start.Environment["DOTNET_ROOT"] = FakeProject.DotnetRoot;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cli.Token);
        var error = process.StandardError.ReadToEndAsync(Cli.Token);
        await process.WaitForExitAsync(Cli.Token);
        Assert.True((await output).Length > 0, await error);
        return (process.ExitCode, JsonDocument.Parse(await output).RootElement);
    }
}
