namespace Prover.Core.Storage.LiteDb;

/// <summary>The lock and the open file, had on demand and given back when others want them.</summary>
/// <remarks>Used by the one worker only.</remarks>
internal sealed class StoreLease(StorePaths paths, LiteDbProofStoreOptions options, TimeProvider time)
{
    private StoreLock? _lock;
    private StoreSession? _session;
    private long _since;
    private bool _inspected;

    /// <summary>True while other processes can't use the file.</summary>
    public bool IsHeld => _lock is not null;

    /// <exception cref="StoreException">The lock was not had in time, or the file can't be opened.</exception>
    public async Task AcquireAsync()
    {
        if (_lock is null)
        {
            _lock = await StoreLock.AcquireAsync(paths, options.LockTimeout, time).ConfigureAwait(false);
            _since = time.GetTimestamp();
        }

        try
        {
            _session ??= StoreSession.Open(paths, inspect: !_inspected);
            _inspected = true;
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Runs work on the open file. After a failure the file is closed as it stands and opened afresh for the next work.</summary>
    public async Task UseAsync(Action<StoreSession> work)
    {
        await AcquireAsync().ConfigureAwait(false);
        try
        {
            work(_session!);
        }
        catch (Exception exception)
        {
            _inspected = false;
            Abandon();
            throw StoreErrors.Translate(paths.Data, exception);
        }
    }

    /// <summary>Gives the file back when another process waits for it and this one has had it for long enough.</summary>
    public void YieldIfWanted()
    {
        if (_lock is not null && time.GetElapsedTime(_since) >= options.MaximumHold && _lock.IsWanted)
        {
            Release();
        }
    }

    public void Release()
    {
        var session = _session;
        _session = null;
        try
        {
            session?.Close();
        }
        catch (Exception)
        {
            // All that was acknowledged is in the log; whoever opens the file next sees what is wrong with it and says so.
            _inspected = false;
        }
        finally
        {
            _lock?.Dispose();
            _lock = null;
        }
    }

    private void Abandon()
    {
        var session = _session;
        _session = null;
        session?.Dispose();
    }
}
