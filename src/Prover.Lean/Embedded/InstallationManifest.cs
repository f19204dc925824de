using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prover.Lean.Embedded;

/// <summary>What a complete installation consists of; written last, so that a folder without it is none.</summary>
/// <param name="Files">Relative path, with forward slashes, to size and SHA-256.</param>
internal sealed record InstallationManifest(IReadOnlyDictionary<string, InstalledFile> Files)
{
    private const string FileName = "manifest.json";

    /// <summary>Reads and hashes every file below a folder, and writes the manifest there.</summary>
    public static async Task WriteAsync(string root, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, InstalledFile>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            files[name] = new InstalledFile(new FileInfo(path).Length, await HashAsync(path, cancellationToken).ConfigureAwait(false));
        }

        var manifest = Path.Combine(root, FileName);
        await using var stream = new FileStream(manifest, FileMode.Create, FileAccess.Write);
        await JsonSerializer.SerializeAsync(
            stream, new InstallationManifest(files), ManifestJson.Default.InstallationManifest, cancellationToken).ConfigureAwait(false);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>What is wrong with the installation in a folder, by presence and size of every file; null when nothing is.</summary>
    public static string? FindDamage(string root)
    {
        try
        {
            foreach (var (name, file) in Read(root).Files)
            {
                var info = new FileInfo(Path.Combine(root, name));
                if (!info.Exists || info.Length != file.Size)
                {
                    return $"'{name}' is {(info.Exists ? "of the wrong size" : "missing")}";
                }
            }

            return null;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>As <see cref="FindDamage"/>, by content too; reads every byte.</summary>
    public static async Task<string?> FindDamageByContentAsync(string root, CancellationToken cancellationToken)
    {
        if (FindDamage(root) is { } damage)
        {
            return damage;
        }

        foreach (var (name, file) in Read(root).Files)
        {
            if (await HashAsync(Path.Combine(root, name), cancellationToken).ConfigureAwait(false) != file.Sha256)
            {
                return $"'{name}' has other content than it was installed with";
            }
        }

        return null;
    }

    private static InstallationManifest Read(string root)
    {
        using var stream = File.OpenRead(Path.Combine(root, FileName));
        return JsonSerializer.Deserialize(stream, ManifestJson.Default.InstallationManifest)
            ?? throw new JsonException("The manifest is empty.");
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }
}

/// <summary>Size in bytes and hex SHA-256 of an installed file.</summary>
internal sealed record InstalledFile(long Size, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InstallationManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
