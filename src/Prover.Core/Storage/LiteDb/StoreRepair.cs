using System.Globalization;

namespace Prover.Core.Storage.LiteDb;

/// <summary>What a repair found.</summary>
/// <param name="DamagedCopy">Where the damaged file was kept; its log stands beside it under the same name and <c>-log</c>.</param>
/// <param name="Recovered">Documents that the repaired file holds.</param>
/// <param name="Lost">Documents that the damaged file is known to have held and that can't be read. Documents of which no trace
/// is left are not among them.</param>
public sealed record StoreRepairReport(string DamagedCopy, StoreStatistics Recovered, long Lost);

/// <summary>Replaces a damaged file by a fresh one with all that can be read. Killed at any point, it loses nothing.</summary>
internal static class StoreRepair
{
    /// <summary>Repairs while this process holds the store's lock.</summary>
    public static StoreRepairReport Run(StorePaths paths, DateTimeOffset now)
    {
        Complete(paths);
        if (!File.Exists(paths.Data))
        {
            throw new StoreException($"There is no proof store {paths.Data} to repair. Name the store's file, or restore it from a backup.");
        }

        RefuseNewer(paths);
        var salvage = new StoreSalvage();
        StoreSchema.Create(paths.Fresh, salvage.Read(paths));
        var copy = KeepAside(paths, now);
        File.Move(paths.Fresh, paths.Repaired); // from here on the repair is complete, whoever finishes it
        Complete(paths);
        return new StoreRepairReport(
            copy,
            new StoreStatistics(
                salvage.CountOf(StoreSchema.Problems),
                salvage.CountOf(StoreSchema.Attempts),
                salvage.CountOf(StoreSchema.Verdicts),
                salvage.CountOf(StoreSchema.Proofs)),
            salvage.Lost);
    }

    /// <summary>Puts a repaired file into its place. The old log goes first: it would be replayed over the new file.</summary>
    public static void Complete(StorePaths paths)
    {
        if (File.Exists(paths.Repaired))
        {
            File.Delete(paths.Log);
            File.Move(paths.Repaired, paths.Data, overwrite: true);
        }
    }

    private static void RefuseNewer(StorePaths paths)
    {
        using var map = new PageMap(paths);
        if (StoreInspection.VersionOf(map) is { } version && version > StoreSchema.Version)
        {
            throw StoreErrors.Newer(paths.Data, version, StoreSchema.Version);
        }
    }

    private static string KeepAside(StorePaths paths, DateTimeOffset now)
    {
        var copy = $"{paths.Data}.damaged-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}";
        File.Copy(paths.Data, copy);
        if (File.Exists(paths.Log))
        {
            File.Copy(paths.Log, copy + "-log");
        }

        return copy;
    }
}
