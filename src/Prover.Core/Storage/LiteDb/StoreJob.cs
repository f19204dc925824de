namespace Prover.Core.Storage.LiteDb;

/// <summary>Work for the store's one worker. It can be cancelled until it begins, then it runs to its end.</summary>
internal abstract class StoreJob
{
    private int _begun;

    /// <summary>True when it changes the file and may share a transaction with others.</summary>
    public abstract bool IsWrite { get; }

    /// <summary>True for the one caller that may run or cancel it.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;

    public abstract void Run(StoreTables tables);

    /// <summary>Lets the caller go on with the result of <see cref="Run"/>.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

/// <summary>Work with a result.</summary>
internal sealed class StoreJob<T> : StoreJob
{
    private readonly Func<StoreTables, T> _work;
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public StoreJob(Func<StoreTables, T> work, bool isWrite, CancellationToken cancellationToken)
    {
        _work = work;
        IsWrite = isWrite;
        var registration = cancellationToken.UnsafeRegister(
            (_, token) =>
            {
                if (TryBegin())
                {
                    _completion.TrySetCanceled(token);
                }
            },
            null);
        _ = _completion.Task.ContinueWith(
            _ => registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public override bool IsWrite { get; }

    public Task<T> Task => _completion.Task;

    public override void Run(StoreTables tables) => _result = _work(tables);

    public override void Complete() => _completion.TrySetResult(_result);

    public override void Fail(Exception exception) => _completion.TrySetException(exception);
}
