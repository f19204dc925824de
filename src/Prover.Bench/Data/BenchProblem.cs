using System.Security.Cryptography;
using System.Text;

namespace Prover.Bench.Data;

/// <summary>A problem as its data set has it, nothing repaired.</summary>
/// <param name="Name">The theorem's name; one of a kind in a data set.</param>
/// <param name="Split">The part of the data set, e.g. <c>valid</c>; empty when the data set does not say.</param>
/// <param name="Header">Imports and opening commands as given; may be empty.</param>
/// <param name="Statement">The theorem as given, after the header; usually ends in <c>:= by</c> or <c>:= by sorry</c>.</param>
public sealed record BenchProblem(string Name, string Split, string Header, string Statement)
{
    /// <summary>The problem in words; null when the data set has none.</summary>
    public string? Informal { get; init; }

    /// <summary>Where the problem comes from, read off its name: <c>aime</c>, <c>amc</c>, <c>imo</c>, <c>mathd_algebra</c>, <c>induction</c> and so on.</summary>
    public string Source => ProblemSource.Of(Name);

    /// <summary>Hex SHA-256 of header and statement: two runs are about the same problem only when this is the same.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Header}\0{Statement}")));
}
