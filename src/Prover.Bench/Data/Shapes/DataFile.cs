using System.Security.Cryptography;
using Prover.Bench.Data.Manifests;

namespace Prover.Bench.Data.Shapes;

/// <summary>Problems as they stand in a file or a folder.</summary>
/// <param name="Source">Which, for errors.</param>
/// <param name="Problems">The problems in order, each with its place for errors.</param>
/// <param name="Splits">What each split holds; empty for a folder.</param>
internal sealed record DataFile(string Source, IReadOnlyList<(BenchProblem Problem, string Place)> Problems, IReadOnlyDictionary<string, SplitContent> Splits)
{
    /// <summary>Reads a file of one problem a line. Blank lines are no problems.</summary>
    /// <exception cref="DataSetException">A line is no problem.</exception>
    public static DataFile OfLines(string source, ReadOnlyMemory<byte> bytes)
    {
        var problems = new List<(BenchProblem, string)>();
        var hashes = new SortedDictionary<string, (int Count, IncrementalHash Hash)>(StringComparer.Ordinal);
        try
        {
            var number = 0;
            while (bytes.Length > 0)
            {
                number++;
                var end = bytes.Span.IndexOf((byte)'\n');
                var line = end < 0 ? bytes : bytes[..end];
                bytes = end < 0 ? default : bytes[(end + 1)..];
                if (line.Span.Trim(" \t\r"u8).IsEmpty)
                {
                    continue;
                }

                var place = $"{source}, line {number}";
                var problem = Read(line, place);
                problems.Add((problem, place));
                var (count, hash) = hashes.TryGetValue(problem.Split, out var sofar) ? sofar : (0, IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
                hash.AppendData(line.Span);
                hash.AppendData("\n"u8);
                hashes[problem.Split] = (count + 1, hash);
            }

            return new DataFile(
                source, problems, hashes.ToDictionary(h => h.Key, h => new SplitContent(h.Value.Count, Convert.ToHexStringLower(h.Value.Hash.GetHashAndReset()))));
        }
        finally
        {
            foreach (var (_, hash) in hashes.Values)
            {
                hash.Dispose();
            }
        }
    }

    /// <summary>What differs from what a manifest says; null when nothing does.</summary>
    public string? Difference(DataSetManifest manifest)
    {
        foreach (var split in manifest.Splits.Keys.Union(Splits.Keys).Order(StringComparer.Ordinal))
        {
            var (expected, found) = (manifest.Splits.GetValueOrDefault(split), Splits.GetValueOrDefault(split));
            var difference = expected is null ? "is not part of it"
                : found is null ? "is missing"
                : found.Problems != expected.Problems ? $"has {found.Problems} problems instead of {expected.Problems}"
                : expected.Sha256 is { } hash && hash != found.Sha256 ? $"has the SHA-256 {found.Sha256} instead of {hash}"
                : null;
            if (difference is not null)
            {
                return $"split '{split}' {difference}";
            }
        }

        return manifest.KnownFaults.FirstOrDefault(f => !Problems.Any(p => p.Problem.Name == f.Name)) is { } fault
            ? $"there is no problem '{fault.Name}', of which a fault is said to be known"
            : null;
    }

    private static BenchProblem Read(ReadOnlyMemory<byte> line, string place)
    {
        try
        {
            return JsonProblem.Read(line);
        }
        catch (FormatException e)
        {
            throw new DataSetException($"{place}: {e.Message}", e);
        }
    }
}
