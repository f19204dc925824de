using System.CommandLine;
using Prover.Bench.Data;
using Prover.Bench.Data.Manifests;
using Prover.Lean.Embedded;

namespace Prover.Cli.Benchmarks;

/// <summary>Data by name: what <c>prover bench fetch</c> got lies in Prover's cache.</summary>
internal static class DataFiles
{
    public const string MiniF2F = "minif2f";

    /// <summary>Where fetched data is kept when nobody names a folder.</summary>
    public static string DefaultFolder(string name) => Path.Combine(new EmbeddedOptions().CacheDirectory, "data", name);

    /// <exception cref="DataSetException">It can't be used.</exception>
    public static async Task<DataSet> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var data = await DataSetReader.ReadAsync(PathOf(parsed.GetRequiredValue(DataOptions.Data)), parsed.GetValue(DataOptions.Splits) ?? [], cancellationToken).ConfigureAwait(false);
        return parsed.GetValue(DataOptions.Only) is { Length: > 0 } only ? data.Only(only) : data;
    }

    /// <summary>All of some data.</summary>
    /// <exception cref="DataSetException">It can't be used.</exception>
    public static Task<DataSet> ReadAsync(string data, CancellationToken cancellationToken) => DataSetReader.ReadAsync(PathOf(data), null, cancellationToken);

    /// <summary>The file or folder that is meant.</summary>
    /// <exception cref="DataSetException">It has not been fetched.</exception>
    public static string PathOf(string given)
    {
        if (given != MiniF2F || Path.Exists(given))
        {
            return given;
        }

        var fetched = Path.Combine(DefaultFolder(MiniF2F), Path.GetFileName(BuiltInData.MiniF2F.Path));
        return File.Exists(fetched)
            ? fetched
            : throw new DataSetException($"miniF2F is not here: there is no '{fetched}'. Get it with 'prover bench fetch minif2f', or give a file of yours with --data FILE.");
    }
}
