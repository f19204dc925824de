using System.Security.Cryptography;
using System.Text;

namespace Prover.Datasets.Files;

/// <summary>The file <c>SHA256SUMS</c>, as sha256sum writes and checks it.</summary>
internal static class Checksums
{
    /// <summary>Writes the sums of all files of a folder.</summary>
    public static async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var name in Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(n => n != DatasetPaths.Sums).Order(StringComparer.Ordinal))
        {
            lines.Append(await HashAsync(Path.Combine(folder, name), cancellationToken).ConfigureAwait(false)).Append("  ").Append(name).Append('\n');
        }

        await File.WriteAllTextAsync(Path.Combine(folder, DatasetPaths.Sums), lines.ToString(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is not as it was written, in a sentence each that names the file; empty when all is well.</summary>
    /// <exception cref="DatasetException">There are no sums, or a line of them is none.</exception>
    public static async Task<IReadOnlyList<string>> CheckAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, DatasetPaths.Sums);
        if (!File.Exists(path))
        {
            throw new DatasetException($"There is no dataset in '{folder}': it holds no {DatasetPaths.Sums}. Name a folder that 'prover dataset export' wrote.");
        }

        var faults = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal) { DatasetPaths.Sums };
        foreach (var line in await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false))
        {
            if (line.Length < 67 || line[64..66] != "  " || line[66..].Contains('/', StringComparison.Ordinal))
            {
                throw new DatasetException($"'{path}' is damaged: '{line}' is no sum. Export again.");
            }

            var (sum, name) = (line[..64], line[66..]);
            known.Add(name);
            var file = Path.Combine(folder, name);
            if (!File.Exists(file))
            {
                faults.Add($"{name} is missing.");
            }
            else if (await HashAsync(file, cancellationToken).ConfigureAwait(false) is var found && found != sum)
            {
                faults.Add($"{name} is not as it was written: its SHA-256 is {found}, {DatasetPaths.Sums} says {sum}.");
            }
        }

        faults.AddRange(Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(n => !known.Contains(n)).Select(n => $"{n} has no sum in {DatasetPaths.Sums}."));
        return faults;
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        }
    }
}
