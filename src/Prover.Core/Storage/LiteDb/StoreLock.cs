namespace Prover.Core.Storage.LiteDb;

/// <summary>Gives the store's file to one process at a time, in the order in which they asked.</summary>
/// <remarks>Two files locked by the operating system, which frees them when a process dies. Who wants the store locks
/// <see cref="StorePaths.Queue"/>, then <see cref="StorePaths.Lock"/>, then frees the former: so only one process at a time
/// contends with the holder, and the holder sees that somebody waits.</remarks>
internal sealed class StoreLock : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(16);

    private readonly StorePaths _paths;
    private readonly FileStream _held;

    private StoreLock(StorePaths paths, FileStream held)
    {
        _paths = paths;
        _held = held;
    }

    /// <summary>True when another process, or another store of this process, waits for the file.</summary>
    public bool IsWanted
    {
        get
        {
            try
            {
                using var free = ExclusiveFile.TryOpen(_paths.Queue);
                return free is null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false; // a question of politeness only; the next acquisition reports what is wrong
            }
        }
    }

    /// <exception cref="StoreException">Not had within <paramref name="timeout"/>, or the directory can't be written.</exception>
    public static async Task<StoreLock> AcquireAsync(
        StorePaths paths, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken = default)
    {
        try
        {
            Directory.CreateDirectory(paths.Directory);
            var started = time.GetTimestamp();
            using var turn = await TakeAsync(paths.Queue).ConfigureAwait(false);
            var held = await TakeAsync(paths.Lock).ConfigureAwait(false);
            return SayWhoHolds(paths, held);

            async Task<FileStream> TakeAsync(string file)
            {
                for (var pause = FirstPause; ; pause = pause + pause < LongestPause ? pause + pause : LongestPause)
                {
                    if (ExclusiveFile.TryOpen(file) is { } locked)
                    {
                        return locked;
                    }

                    if (time.GetElapsedTime(started) >= timeout)
                    {
                        throw StoreErrors.Locked(paths.Data, timeout, DescribeHolder(paths));
                    }

                    await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw StoreErrors.Disk(paths.Data, exception);
        }
    }

    public void Dispose() => _held.Dispose();

    private static StoreLock SayWhoHolds(StorePaths paths, FileStream held)
    {
        try
        {
            File.WriteAllText(paths.Holder, $"process {Environment.ProcessId} ({Path.GetFileName(Environment.ProcessPath)})");
            return new StoreLock(paths, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static string DescribeHolder(StorePaths paths)
    {
        try
        {
            return File.ReadAllText(paths.Holder) is { Length: > 0 } holder ? holder : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
