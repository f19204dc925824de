using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;

namespace Prover.Lean.Pool;

/// <summary>Checks texts on a bounded number of warm Lean processes.</summary>
/// <remarks>A process is ended when a check outlasts its limit, when it fails, when it has served long enough or has grown too
/// large; a spare takes its place. When the machinery fails, the check is tried once more on a fresh process; what fails twice is
/// an <see cref="CheckOutcome.InfrastructureFailure"/> and never a word about the text.</remarks>
public sealed class LeanPool : ILeanChecker, IAsyncDisposable
{
    private readonly ILeanToolchain _toolchain;
    private readonly LeanPoolOptions _options;
    private readonly TimeProvider _time;
    private readonly WorkerShelf _shelf;
    private readonly SemaphoreSlim _places;
    private readonly CancellationTokenSource _lifetime = new();
    private int _waiting;
    private int _busy;
    private long _checks;
    private long _restarts;

    /// <summary>Makes a pool; processes start with the first checks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public LeanPool(ILeanToolchain toolchain, LeanPoolOptions? options = null, TimeProvider? time = null)
    {
        _toolchain = toolchain;
        _options = options ?? new LeanPoolOptions();
        _options.Validate();
        _time = time ?? TimeProvider.System;
        _shelf = new WorkerShelf(toolchain, _options, _time);
        _places = new SemaphoreSlim(_options.Workers);
    }

    /// <inheritdoc />
    public int Parallelism => _options.Workers;

    /// <inheritdoc />
    public Task<ToolchainIdentity> GetIdentityAsync(CancellationToken cancellationToken = default) =>
        _toolchain.PrepareAsync(cancellationToken: cancellationToken);

    /// <inheritdoc />
    public PoolStatus GetStatus()
    {
        var (processes, spares, memory) = _shelf.Count();
        return new PoolStatus(
            processes,
            Volatile.Read(ref _busy),
            spares,
            Volatile.Read(ref _waiting),
            _options.QueueCapacity,
            memory,
            Interlocked.Read(ref _checks),
            Interlocked.Read(ref _restarts));
    }

    /// <inheritdoc />
    public Task WarmUpAsync(string text, CancellationToken cancellationToken = default) =>
        CheckAsync(new CheckRequest { Text = LeanHeader.Split(text).Text, Describe = false }, cancellationToken);

    /// <inheritdoc />
    public async Task<CheckOutcome> CheckAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var question = new CheckQuestion(request, _options.TimeLimit);
        using var watch = request.ProcessorTimeLimit is { } limit ? new ProcessorWatch(limit, _time) : null;
        var (completed, failure) = await WaitAndRunAsync(
            question.Header.Imports, worker => worker.IsWarm(question), (worker, token) => worker.CheckAsync(question, token), cancellationToken, watch)
            .ConfigureAwait(false);
        return (completed ?? failure!) with { ProcessorTime = watch?.Measure() };
    }

    /// <summary>Asks a process something else than a check, under the same rules.</summary>
    /// <param name="imports">What the process must have loaded.</param>
    /// <param name="timeLimit">Wall-clock limit; null takes the pool's own.</param>
    /// <param name="ask">Asks; may be called a second time, on a fresh process.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answer, or how it came that there is none.</returns>
    internal Task<(T? Answer, CheckOutcome? Failure)> AskAsync<T>(
        LeanImports imports, TimeSpan? timeLimit, Func<ILeanSession, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class =>
        WaitAndRunAsync(imports, _ => true, (worker, token) => worker.AskAsync(ask, timeLimit ?? _options.TimeLimit, token), cancellationToken);

    private async Task<(T? Answer, CheckOutcome? Failure)> WaitAndRunAsync<T>(
        LeanImports imports, Func<LeanWorker, bool> isWarm, Func<LeanWorker, CancellationToken, Task<T>> run, CancellationToken cancellationToken,
        ProcessorWatch? watch = null)
        where T : class
    {
        if (Interlocked.Increment(ref _waiting) > _options.QueueCapacity + _places.CurrentCount)
        {
            Interlocked.Decrement(ref _waiting);
            return (null, new CheckOutcome.InfrastructureFailure(
                $"The queue of {_options.QueueCapacity} waiting checks is full. Try again later, or raise the number of workers.", Overloaded: true));
        }

        try
        {
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return (null, new CheckOutcome.Cancelled());
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        Interlocked.Increment(ref _busy);
        return await RunAsync(imports, isWarm, run, cancellationToken, watch).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_lifetime.IsCancellationRequested)
        {
            return;
        }

        await _lifetime.CancelAsync().ConfigureAwait(false);
        for (var i = 0; i < _options.Workers; i++)
        {
            await _places.WaitAsync().ConfigureAwait(false);
        }

        await _shelf.DisposeAsync().ConfigureAwait(false);
        _places.Dispose();
        _lifetime.Dispose();
    }

    private async Task<(T? Answer, CheckOutcome? Failure)> RunAsync<T>(
        LeanImports imports, Func<LeanWorker, bool> isWarm, Func<LeanWorker, CancellationToken, Task<T>> run, CancellationToken cancellationToken,
        ProcessorWatch? watch = null)
        where T : class
    {
        var started = _time.GetTimestamp();
        string? failure = null;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            LeanWorker worker;
            try
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _lifetime.Token);
                worker = await _shelf.TakeAsync(imports, isWarm, both.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Leave();
                return (null, new CheckOutcome.Cancelled());
            }
            catch (Exception e)
            {
                failure = e.Message;
                continue;
            }

            var abandon = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token);
            watch?.Start(() => worker.ProcessorTime);
            using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, watch?.Passed ?? CancellationToken.None);
            var check = run(worker, abandon.Token);
            try
            {
                var completed = await check.WaitAsync(leave.Token).ConfigureAwait(false);
                _ = ReleaseAsync(worker, check, abandon);
                return (completed, null);
            }
            catch (OperationCanceledException)
            {
                // The caller has left, the budget is spent, or the pool is closing and has cancelled the check already.
                abandon.CancelAfter(_options.AbandonGrace);
                _ = ReleaseAsync(worker, check, abandon);
                CheckOutcome outcome = watch is not null && watch.Passed.IsCancellationRequested && !cancellationToken.IsCancellationRequested
                    ? new CheckOutcome.TimedOut(watch.Limit)
                    : new CheckOutcome.Cancelled();
                return (null, outcome with { Elapsed = _time.GetElapsedTime(started) });
            }
            catch (CheckTimeoutException e)
            {
                _ = ReleaseAsync(worker, check, abandon);
                return (null, new CheckOutcome.TimedOut(e.Limit) { Elapsed = _time.GetElapsedTime(started) });
            }
            catch (Exception e)
            {
                // Whatever else broke, it broke beside the text: nothing is known, and the place must not be lost.
                failure = e.Message;
                await RetireAsync(worker, abandon).ConfigureAwait(false);
            }
        }

        Leave();
        return (null, new CheckOutcome.InfrastructureFailure(failure!) { Elapsed = _time.GetElapsedTime(started) });
    }

    /// <summary>Waits, away from the caller, until the worker is free, and gives the place to the next check.</summary>
    private async Task ReleaseAsync(LeanWorker worker, Task check, CancellationTokenSource abandon)
    {
        await check.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RetireAsync(worker, abandon).ConfigureAwait(false);
        Leave();
    }

    private async Task RetireAsync(LeanWorker worker, CancellationTokenSource abandon)
    {
        abandon.Dispose();
        if (await _shelf.ReturnAsync(worker).ConfigureAwait(false))
        {
            Interlocked.Increment(ref _restarts);
        }
    }

    private void Leave()
    {
        Interlocked.Increment(ref _checks);
        Interlocked.Decrement(ref _busy);
        _places.Release();
    }
}
