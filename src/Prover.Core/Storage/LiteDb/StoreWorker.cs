using System.Threading.Channels;

namespace Prover.Core.Storage.LiteDb;

/// <summary>Runs all work on one store, one batch at a time: what has come in while a batch ran is the next batch, and its
/// changes share one transaction and one wait for the disk.</summary>
internal sealed class StoreWorker : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly Channel<StoreJob> _jobs = Channel.CreateUnbounded<StoreJob>(new UnboundedChannelOptions { SingleReader = true });
    private readonly StoreLease _lease;
    private readonly TimeProvider _time;
    private readonly TimeSpan _idleRelease;
    private readonly Task _loop;

    public StoreWorker(StorePaths paths, LiteDbProofStoreOptions options, TimeProvider time)
    {
        _lease = new StoreLease(paths, options, time);
        _time = time;
        _idleRelease = options.IdleRelease;
        _loop = Task.Run(RunAsync);
    }

    public Task<T> ReadAsync<T>(Func<StoreTables, T> read, CancellationToken cancellationToken) =>
        EnqueueAsync(read, isWrite: false, cancellationToken);

    public Task WriteAsync(Action<StoreTables> change, CancellationToken cancellationToken) => EnqueueAsync(
        tables =>
        {
            change(tables);
            return true;
        },
        isWrite: true,
        cancellationToken);

    /// <summary>Finishes what was asked for, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private Task<T> EnqueueAsync<T>(Func<StoreTables, T> work, bool isWrite, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var job = new StoreJob<T>(work, isWrite, cancellationToken);
        ObjectDisposedException.ThrowIf(!_jobs.Writer.TryWrite(job), typeof(LiteDbProofStore));
        return job.Task;
    }

    private async Task RunAsync()
    {
        while (await WaitForWorkAsync().ConfigureAwait(false))
        {
            var batch = new List<StoreJob>();
            while (batch.Count < LargestBatch && _jobs.Reader.TryRead(out var job))
            {
                batch.Add(job);
            }

            await RunAsync(batch).ConfigureAwait(false);
            _lease.YieldIfWanted();
        }

        _lease.Release();
    }

    /// <summary>False when there will be no more work. Lets go of the file when none comes for a while.</summary>
    private async Task<bool> WaitForWorkAsync()
    {
        var waiting = _jobs.Reader.WaitToReadAsync().AsTask();
        if (_lease.IsHeld && !waiting.IsCompleted)
        {
            using var stop = new CancellationTokenSource();
            var idle = Task.Delay(_idleRelease, _time, stop.Token);
            if (await Task.WhenAny(waiting, idle).ConfigureAwait(false) == idle)
            {
                _lease.Release();
            }

            await stop.CancelAsync().ConfigureAwait(false);
        }

        return await waiting.ConfigureAwait(false);
    }

    private async Task RunAsync(List<StoreJob> batch)
    {
        try
        {
            await _lease.AcquireAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            FailAll(batch.FindAll(job => job.TryBegin()), exception);
            return;
        }

        var jobs = batch.FindAll(job => job.TryBegin());
        // Nobody can tell the order of calls that were under way together, and reads are the quicker ones.
        foreach (var read in jobs.Where(job => !job.IsWrite))
        {
            await AttemptAsync([read], session => session.Read(tables =>
            {
                read.Run(tables);
                return true;
            })).ConfigureAwait(false);
        }

        await WriteAsync(jobs.FindAll(job => job.IsWrite)).ConfigureAwait(false);
    }

    private Task WriteAsync(List<StoreJob> writes) => writes.Count == 0
        ? Task.CompletedTask
        : AttemptAsync(writes, session => session.Write(writes.Select(write => (Action<StoreTables>)write.Run)));

    /// <summary>Runs jobs that succeed or fail together.</summary>
    private async Task AttemptAsync(List<StoreJob> jobs, Action<StoreSession> work)
    {
        try
        {
            await _lease.UseAsync(work).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            FailAll(jobs, exception);
            return;
        }

        jobs.ForEach(job => job.Complete());
    }

    private static void FailAll(List<StoreJob> jobs, Exception exception) => jobs.ForEach(job => job.Fail(
        exception is StoreException store ? new StoreException(store.Message, store.InnerException) : exception));
}
