using System.Formats.Tar;
using System.IO.Compression;

namespace Prover.Lean.Embedded;

/// <summary>Unpacks Lean's library from the package's archive.</summary>
internal static class LibraryArchive
{
    /// <summary>Unpacks every <c>.olean</c> file below <paramref name="target"/>; macOS's <c>._*</c> shadows are left out.</summary>
    public static async Task UnpackAsync(string archive, string target, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(archive);
        await using var plain = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(plain);
        while (await tar.GetNextEntryAsync(cancellationToken: cancellationToken).ConfigureAwait(false) is { } entry)
        {
            var name = Path.GetFileName(entry.Name);
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                || name.StartsWith("._", StringComparison.Ordinal)
                || !name.EndsWith(".olean", StringComparison.Ordinal))
            {
                continue;
            }

            var path = Path.GetFullPath(Path.Combine(target, entry.Name));
            if (!path.StartsWith(Path.GetFullPath(target) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"The archive's entry '{entry.Name}' points out of its folder.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await entry.ExtractToFileAsync(path, overwrite: true, cancellationToken).ConfigureAwait(false);
        }
    }
}
