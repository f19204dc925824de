using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Prover.Core.Lean;

namespace Prover.Lean.Native;

/// <summary>Tells native Leans apart: by Lean's version and commit, the project's locked packages, and the REPL's program.</summary>
internal static partial class NativeIdentity
{
    private const string Manifest = "lake-manifest.json";

    /// <exception cref="ToolchainException">Lean's words about its version are not understood, or files can't be read.</exception>
    public static async Task<ToolchainIdentity> ReadAsync(string versionOutput, string project, string repl, CancellationToken cancellationToken)
    {
        var words = VersionOutput().Match(versionOutput);
        if (!words.Success)
        {
            throw new ToolchainException($"'lean --version' said what is no version: '{versionOutput}'.");
        }

        var version = words.Groups["version"].Value;
        try
        {
            var manifest = await ReadIfThereAsync(Path.Combine(project, Manifest), cancellationToken).ConfigureAwait(false);
            var toolchain = await ReadIfThereAsync(Path.Combine(project, "lean-toolchain"), cancellationToken).ConfigureAwait(false);
            var program = await File.ReadAllBytesAsync(repl, cancellationToken).ConfigureAwait(false);
            string[] parts = ["native 1", version, words.Groups["commit"].Value, Hash(manifest), Hash(toolchain), Hash(program)];
            return new ToolchainIdentity("native", version, Hash(Encoding.UTF8.GetBytes(string.Join('\n', parts))), HasMathlib(manifest));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ToolchainException($"The Lake project {project} can't be read: {e.Message} Does 'lake build' work there?", e);
        }
    }

    // The manifest names the project itself and its packages.
    private static bool HasMathlib(byte[] manifest)
    {
        if (manifest.Length == 0)
        {
            return false;
        }

        using var json = JsonDocument.Parse(manifest);
        var packages = json.RootElement.TryGetProperty("packages", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().ToList()
            : [];
        return packages.Append(json.RootElement).Any(IsMathlib);
    }

    private static bool IsMathlib(JsonElement package) =>
        package.ValueKind == JsonValueKind.Object
        && package.TryGetProperty("name", out var name)
        && name.ValueKind == JsonValueKind.String
        && string.Equals(name.GetString(), "mathlib", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]> ReadIfThereAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false) : [];

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [GeneratedRegex(@"\bLean \(version (?<version>[^,\s)]+)(,[^)]*?\bcommit (?<commit>[0-9a-f]{7,40}))?")]
    private static partial Regex VersionOutput();
}
