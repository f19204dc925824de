using Prover.Bench.Runs;
using Prover.Cli.Input;

namespace Prover.Cli.Benchmarks;

/// <summary>Where runs are kept when nobody names a folder: <c>prover/runs</c> beside the store of proofs.</summary>
internal static class RunFolders
{
    /// <summary>The folder of a run that these settings make.</summary>
    public static string Default(string storePath, RunSettings settings) => Path.Combine(Root(storePath), RunIdentity.NameOf(settings));

    /// <summary>A run that is there, by its folder or by its name under the default place.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find(string storePath, string run)
    {
        var named = Path.Combine(Root(storePath), run);
        return Directory.Exists(run) ? run
            : Directory.Exists(named) ? named
            : throw new UsageException($"There is no run '{run}': neither a folder of that name nor one in '{Root(storePath)}'. 'prover bench run' says where it keeps a run.");
    }

    private static string Root(string storePath) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storePath))!, "runs");
}
