using System.Security.Cryptography;
using System.Text;

namespace Prover.Bench.Runs;

/// <summary>Where things lie in a run's folder. See <c>docs/benchmarks.md</c>.</summary>
internal sealed record RunPaths(string Folder)
{
    public string Settings => Path.Combine(Folder, "run.json");

    public string Problems => Path.Combine(Folder, "problems.jsonl");

    /// <summary>Held by whoever makes or changes the two files above.</summary>
    public string Gate => Path.Combine(Folder, "run.lock");

    public string Sessions => Path.Combine(Folder, "sessions");

    public string Checks => Path.Combine(Folder, "checks");

    public string Samples => Path.Combine(Folder, "samples");

    public string Claims => Path.Combine(Folder, "claims");

    public string Check(string problem) => Path.Combine(Checks, $"{FileName(problem)}.json");

    public string SamplesOf(string problem) => Path.Combine(Samples, $"{FileName(problem)}.jsonl");

    public string Claim(string problem) => Path.Combine(Claims, $"{FileName(problem)}.lock");

    public string Session(string id) => Path.Combine(Sessions, $"{id}.json");

    /// <summary>A name can hold anything and be of any length; different names never share a file.</summary>
    private static string FileName(string problem)
    {
        const int longest = 120;
        var escaped = Uri.EscapeDataString(problem).Replace(".", "%2E", StringComparison.Ordinal);
        return escaped.Length <= longest
            ? escaped
            : $"{escaped[..longest]}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(problem)))[..16]}";
    }
}
