using LiteDB;

namespace Prover.Core.Storage.LiteDb;

/// <summary>LiteDB on the store's file, while this process holds the <see cref="StoreLock"/>.</summary>
/// <remarks>Not thread-safe, and a transaction stays on one thread, as LiteDB asks.</remarks>
internal sealed class StoreSession : IDisposable
{
    /// <summary>Length of the log, in bytes, at which it is carried over into the data.</summary>
    private const long LongLog = 8 << 20;

    private readonly StorePaths _paths;
    private readonly PageFile _data;
    private readonly PageFile _log;
    private readonly LiteDatabase _database;

    private StoreSession(StorePaths paths, PageFile data, PageFile log)
    {
        _paths = paths;
        _data = data;
        _log = log;
        _database = new LiteDatabase(StoreSchema.OpenEngine(data, log), new BsonMapper());
    }

    /// <summary>Opens the file; creates it when there is none.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="inspect">True to look at every page before LiteDB does.</param>
    /// <exception cref="StoreException">The file is damaged, foreign, newer or can't be opened.</exception>
    public static StoreSession Open(StorePaths paths, bool inspect)
    {
        try
        {
            StoreRepair.Complete(paths);
            if (!File.Exists(paths.Data))
            {
                Create(paths);
            }

            StoreInspection.Check(paths, inspect);
            return OpenChecked(paths);
        }
        catch (Exception exception)
        {
            throw StoreErrors.Translate(paths.Data, exception);
        }
    }

    public T Read<T>(Func<StoreTables, T> read) => read(new StoreTables(_paths.Data, _database));

    /// <summary>Runs changes in one transaction; on return they are on the disk.</summary>
    public void Write(IEnumerable<Action<StoreTables>> changes)
    {
        var tables = new StoreTables(_paths.Data, _database);
        _database.BeginTrans();
        foreach (var change in changes)
        {
            change(tables);
        }

        _database.Commit();
        _log.WaitForLength(LogLength());
        if (_log.Length > LongLog)
        {
            _database.Checkpoint();
        }
    }

    /// <summary>Carries the log over into the data and closes the file.</summary>
    public void Close()
    {
        try
        {
            _database.Checkpoint();
        }
        finally
        {
            Dispose();
        }

        if (new FileInfo(_paths.Log) is { Exists: true, Length: 0 })
        {
            File.Delete(_paths.Log); // a closed store is one file that can be copied
        }
    }

    /// <summary>Closes the file as it is; what was committed is in the log.</summary>
    public void Dispose()
    {
        _database.Dispose();
        _log.Dispose();
        _data.Dispose();
    }

    private static void Create(StorePaths paths)
    {
        if (File.Exists(paths.Log) && new FileInfo(paths.Log).Length > 0)
        {
            throw StoreErrors.Damaged(paths.Data, $"it is missing, but its log {paths.Log} is there");
        }

        StoreSchema.Create(paths.Fresh, []);
        File.Move(paths.Fresh, paths.Data);
    }

    private static StoreSession OpenChecked(StorePaths paths)
    {
        PageFile? data = null;
        PageFile? log = null;
        try
        {
            data = new PageFile(paths.Data, FileMode.Open);
            log = new PageFile(paths.Log, FileMode.OpenOrCreate, isLog: true);
            return new StoreSession(paths, data, log);
        }
        catch
        {
            log?.Dispose();
            data?.Dispose();
            throw;
        }
    }

    /// <summary>Where the log will end once everything committed so far is written.</summary>
    private long LogLength()
    {
        using var reader = _database.Execute("SELECT logFileSize FROM $database");
        return reader.Current["logFileSize"].AsInt32;
    }
}
