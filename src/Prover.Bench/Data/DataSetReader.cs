using Prover.Bench.Data.Manifests;
using Prover.Bench.Data.Shapes;

namespace Prover.Bench.Data;

/// <summary>Reads data sets: JSON lines of two shapes, or a folder of <c>.lean</c> files. The order is kept, nothing is repaired, and what can't be
/// read is an error, never left out.</summary>
/// <remarks>Where a manifest lies beside a file (<c>FILE.manifest.json</c>), the file must be what it says. A file without one that holds a split of
/// miniF2F byte for byte is known for what it is.</remarks>
public static class DataSetReader
{
    /// <summary>Reads a data set.</summary>
    /// <param name="path">A <c>.jsonl</c> file, a folder of <c>.lean</c> files, or, where there is no such file, <c>sample</c> for the built-in
    /// sample.</param>
    /// <param name="splits">The splits wanted; null or empty for all.</param>
    /// <param name="cancellationToken">The token.</param>
    /// <exception cref="DataSetException">It can't be used; the message names the place and the remedy.</exception>
    public static async Task<DataSet> ReadAsync(string path, IReadOnlyList<string>? splits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            var (file, manifest) = await OpenAsync(path, cancellationToken).ConfigureAwait(false);
            var chosen = Choose(file, splits is { Count: > 0 } ? splits : null);
            return Describe(path, file, manifest, chosen);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataSetException($"'{path}' can't be read: {e.Message}", e);
        }
    }

    private static async Task<(DataFile File, DataSetManifest? Manifest)> OpenAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return (await LeanFolder.ReadAsync(path, cancellationToken).ConfigureAwait(false), null);
        }

        if (!File.Exists(path))
        {
            return path == BuiltInData.SampleName
                ? (DataFile.OfLines("The built-in sample", BuiltInData.Sample), null)
                : throw new DataSetException(
                    $"There is no file or folder '{path}'. Give a file of JSON lines, a folder of .lean files, or '{BuiltInData.SampleName}'; "
                    + "'prover bench fetch minif2f' gets miniF2F.");
        }

        var file = DataFile.OfLines(path, await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
        var beside = path + ManifestJson.Suffix;
        if (!File.Exists(beside))
        {
            return (file, null);
        }

        var manifest = ManifestJson.Read(beside, await File.ReadAllBytesAsync(beside, cancellationToken).ConfigureAwait(false));
        return file.Difference(manifest) is { } difference
            ? throw new DataSetException(
                $"{path} is not what '{beside}' says: {difference}. Fetch it again; if it was changed on purpose, give it another name, without a manifest.")
            : (file, manifest);
    }

    private static List<BenchProblem> Choose(DataFile file, IReadOnlyList<string>? splits)
    {
        var there = file.Problems.Select(p => p.Problem.Split).Distinct().Order(StringComparer.Ordinal).ToList();
        if (splits?.FirstOrDefault(s => !there.Contains(s)) is { } missing)
        {
            throw new DataSetException(there is [] or [""]
                ? $"{file.Source} has no splits, hence no '{missing}'. Ask for it without naming a split."
                : $"{file.Source} has no split '{missing}'. It has: {string.Join(", ", there.Where(s => s.Length > 0))}.");
        }

        var chosen = file.Problems.Where(p => splits?.Contains(p.Problem.Split) != false).ToList();
        if (chosen.Count == 0)
        {
            throw new DataSetException($"{file.Source} holds no problem.");
        }

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (problem, place) in chosen)
        {
            if (!places.TryAdd(problem.Name, place))
            {
                throw new DataSetException(
                    $"{place}: the name '{problem.Name}' was used before, at {places[problem.Name]}. Rename one of them, or choose one split if they are of two.");
            }
        }

        return [.. chosen.Select(c => c.Problem)];
    }

    private static DataSet Describe(string path, DataFile file, DataSetManifest? manifest, List<BenchProblem> chosen)
    {
        var splits = chosen.Select(p => p.Split).Distinct().Order(StringComparer.Ordinal).ToList();
        var isMiniF2F = splits.TrueForAll(s => file.Splits.TryGetValue(s, out var content) && BuiltInData.IsMiniF2F(s, content));
        var origin = manifest ?? (isMiniF2F ? BuiltInData.MiniF2F : null);
        var faults = (origin?.KnownFaults ?? []).Concat(isMiniF2F ? BuiltInData.MiniF2F.KnownFaults : []).DistinctBy(f => f.Name);
        var described = DataSet.Of(origin?.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), chosen);
        return described with
        {
            Identity = described.Identity with { Repository = origin?.Repository, Revision = origin?.Revision },
            KnownFaults = [.. faults.Where(f => chosen.Exists(p => p.Name == f.Name))],
        };
    }
}
