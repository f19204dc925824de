using Prover.Core.Lean;
using Prover.Lean.Isolation;

namespace Prover.Lean.Tests.Isolation;

/// <summary>Which folders a sandbox shows, and which files come out of it.</summary>
public sealed class PathTests : IDisposable
{
    private readonly string _folder = RealPath.Of(Directory.CreateTempSubdirectory("prover-lean-test-").FullName);

    public PathTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Sandboxes are a matter of Linux.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Links_are_followed_on_the_whole_way()
    {
        var file = Path.Combine(Folder("far/packages/mathlib"), "Mathlib.olean");
        File.WriteAllText(file, string.Empty);
        Directory.CreateSymbolicLink(Path.Combine(Folder("project"), "packages"), "../hop");
        Directory.CreateSymbolicLink(At("hop"), At("far/packages"));

        Assert.Equal(file, RealPath.Of(At("project/packages/mathlib/Mathlib.olean")));
        Assert.Equal(At("far/packages/nothing/x"), RealPath.Of(At("project/packages/nothing/x")));
    }

    [Fact]
    public void The_folder_above_a_link_is_that_of_its_target()
    {
        Directory.CreateSymbolicLink(At("link"), Folder("a/b"));
        Directory.CreateSymbolicLink(At("up"), "link/../c");

        Assert.Equal(At("a/c"), RealPath.Of(At("up")));
    }

    [Fact]
    public void Links_in_a_circle_are_an_error()
    {
        Directory.CreateSymbolicLink(At("a"), At("b"));
        Directory.CreateSymbolicLink(At("b"), At("a"));

        Assert.Throws<IOException>(() => RealPath.Of(At("a")));
    }

    [Fact]
    public void Packages_elsewhere_are_shown_by_their_real_place()
    {
        var (project, package) = (Folder("project"), Folder("shared/mathlib"));
        Directory.CreateSymbolicLink(At("project/mathlib"), package);

        Assert.Equal([project, package], ExposedFolders.Of([project, Folder("project/lib"), At("project/mathlib"), At("nothing")], Folder("home")));
    }

    [Theory]
    [InlineData("home")]
    [InlineData("")]
    public void The_home_folder_is_never_shown_whole(string folder)
    {
        var home = Folder("home/me");
        Directory.CreateSymbolicLink(At("link"), At(folder));

        var error = Assert.Throws<ToolchainException>(() => ExposedFolders.Of([At("link")], home));

        Assert.Contains("home folder", error.Message, StringComparison.Ordinal);
        Assert.Equal([At("home/me/project")], ExposedFolders.Of([Folder("home/me/project")], home));
    }

    [Fact]
    public async Task A_regular_file_is_copied()
    {
        await File.WriteAllBytesAsync(At("a"), new byte[100_000], Cancellation);

        await HostileFile.CopyAsync(At("a"), At("b"), 100_000, Cancellation);

        Assert.Equal(100_000, new FileInfo(At("b")).Length);
    }

    [Theory]
    [InlineData("link")]
    [InlineData("folder")]
    [InlineData("pipe")]
    [InlineData("nothing")]
    [InlineData("large")]
    public async Task Whatever_else_there_is_is_not(string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the types of files apart.");
        await File.WriteAllTextAsync(At("secret"), "secret", Cancellation);
        switch (kind)
        {
            case "link":
                File.CreateSymbolicLink(At("a"), At("secret"));
                break;
            case "folder":
                Folder("a");
                break;
            case "pipe":
                // Nobody will ever write into it: whoever opens it in the usual way waits for ever.
                using (var make = System.Diagnostics.Process.Start("mkfifo", [At("a")]))
                {
                    await make.WaitForExitAsync(Cancellation);
                    Assert.Equal(0, make.ExitCode);
                }

                break;
            case "large":
                await File.WriteAllBytesAsync(At("a"), new byte[11], Cancellation);
                break;
        }

        await Assert.ThrowsAnyAsync<IOException>(() => HostileFile.CopyAsync(At("a"), At("b"), 10, Cancellation));

        Assert.False(Path.Exists(At("b")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string path) => Path.TrimEndingDirectorySeparator(Path.Combine(_folder, path));

    private string Folder(string path) => Directory.CreateDirectory(At(path)).FullName;
}
