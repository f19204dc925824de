using Prover.Core.Lean;
using Prover.Lean.Isolation;
using Prover.Lean.Native;

namespace Prover.Lean.Tests.Native;

public sealed class LakeEnvironmentTests : IDisposable
{
    private readonly FakeProject _project = new();

    private string Real => RealPath.Of(_project.Folder);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_folders_of_compiled_files_are_known_in_the_order_of_the_search()
    {
        var package = Directory.CreateDirectory(Path.Combine(_project.Folder, "far", "mathlib")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(_project.Folder, "mathlib"), package);
        _project.LakeSays($"LEAN_SYSROOT={_project.Sysroot}", $"LEAN_PATH=mathlib:./nothing::{_project.Library}:{package}", "LEAN_SRC_PATH=.");

        using var lean = new NativeToolchain(_project.Options);
        var prepared = await lean.PrepareLeanAsync(null, Cancellation);

        Assert.Equal(
            [Path.Combine(Real, "far/mathlib"), Path.Combine(Real, ".lake/build/lib/lean"), Path.Combine(Real, "toolchain/lib/lean")], prepared.LibraryFolders);
        Assert.Equal([Real], prepared.Lake.SourcePath);
    }

    [Fact]
    public async Task Lean_is_given_its_own_variables_and_none_of_ours()
    {
        var libraries = Path.Combine(_project.Sysroot, "lib", "lean");
        _project.LakeSays($"LEAN_SYSROOT={_project.Sysroot}", $"LD_LIBRARY_PATH={libraries}:/usr/lib", "ELAN_TOOLCHAIN=x", "PATH=/somewhere/bin");
        using var lean = new NativeToolchain(_project.Unprotected);
        var prepared = await lean.PrepareLeanAsync(null, Cancellation);

        var variables = prepared.Untrusted(prepared.Repl, [], null, Protection.None("none"), _project.Options).Variables!;

        string[] known = ["PATH", "HOME", "TMPDIR", "LANG", "LEAN_SYSROOT", "LEAN_PATH", "LEAN_SRC_PATH", "LEAN_NUM_THREADS", "LD_LIBRARY_PATH"];
        Assert.Empty(variables.Keys.Except(known));
        Assert.Equal(Path.Combine(Real, "toolchain/lib/lean"), variables["LD_LIBRARY_PATH"]);
        Assert.Equal($"{Path.Combine(Real, "toolchain/bin")}:/usr/bin:/bin", variables["PATH"]);
    }

    [Fact]
    public async Task A_folder_to_show_that_does_not_exist_is_named()
    {
        using var lean = new NativeToolchain(_project.Options with
        {
            ReadOnlyFolders = ["/no/such/folder"],
            Protection = Protection.By(new Bubblewrap("bwrap", ForbidsNesting: true)),
        });

        var error = await Assert.ThrowsAsync<ToolchainException>(() => lean.OpenAsync(LeanImports.None, Cancellation));

        Assert.Contains("'/no/such/folder'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("info: downloading", "NAME=VALUE")]
    [InlineData("LEAN_PATH=/x", "LEAN_SYSROOT")]
    [InlineData("LEAN_SYSROOT=/no/such/folder", "LEAN_SYSROOT")]
    [InlineData("LEAN_SYSROOT=toolchain", "LEAN_SYSROOT")]
    [InlineData("LEAN_SYSROOT=/usr/share", "bin/lean")]
    public async Task What_lake_says_is_read_strictly(string line, string words)
    {
        _project.LakeSays(line);
        using var lean = new NativeToolchain(_project.Options);

        var error = await Assert.ThrowsAsync<ToolchainException>(() => lean.PrepareAsync(null, Cancellation));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_word_on_a_variable_counts_and_others_are_passed_over()
    {
        var environment = LakeEnvironment.Parse($"ELAN_HOME=/x\r\nLEAN_SYSROOT=/nowhere\nLEAN_SYSROOT={_project.Sysroot}\nPATH=a=b\n\n", _project.Folder);

        Assert.Equal(Path.Combine(Real, "toolchain"), environment.Sysroot);
        Assert.Empty(environment.LibraryPath);
    }

    public void Dispose() => _project.Dispose();
}
