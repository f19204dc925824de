using Prover.Core.Lean;

namespace Prover.Lean.Pool;

/// <summary>The processes of the pool that nobody uses now: idle ones with warm headers, and spares that stand by or are starting.</summary>
/// <remarks>Thread-safe. Processes are started here and nowhere else.</remarks>
internal sealed class WorkerShelf(ILeanToolchain toolchain, LeanPoolOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<LeanWorker> _idle = [];
    private readonly List<(LeanImports Imports, Task<LeanWorker> Starting)> _spares = [];
    private readonly CancellationTokenSource _lifetime = new();
    private readonly HashSet<LeanWorker> _busy = [];
    private int _taken;

    /// <summary>Processes in use or idle, spares that are ready, and the memory of all together.</summary>
    public (int Processes, int Spares, long MemoryBytes) Count()
    {
        lock (_gate)
        {
            var ready = _spares.Where(s => s.Starting.IsCompletedSuccessfully).Select(s => s.Starting.Result).ToList();
            return (_taken + _idle.Count, ready.Count, _busy.Concat(_idle).Concat(ready).Sum(w => w.MemoryBytes));
        }
    }

    /// <summary>A worker for these imports: the warmest idle one, a spare, or a new one.</summary>
    /// <exception cref="ToolchainException">No process could be started.</exception>
    public async Task<LeanWorker> TakeAsync(LeanImports imports, Func<LeanWorker, bool> isWarm, CancellationToken cancellationToken)
    {
        LeanWorker? evicted = null;
        Task<LeanWorker> starting;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
            var best = _idle.Where(w => w.Imports == imports).MaxBy(isWarm);
            if (best is not null)
            {
                _idle.Remove(best);
                _taken++;
                _busy.Add(best);
                return best;
            }

            starting = TakeSpare(imports) ?? StartAsync(imports);
            _taken++;
            if (_taken + _idle.Count > options.Workers && _idle.Count > 0)
            {
                evicted = _idle[0];
                _idle.RemoveAt(0);
            }
        }

        if (evicted is not null)
        {
            await evicted.DisposeAsync().ConfigureAwait(false);
        }

        try
        {
            var worker = await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                _busy.Add(worker);
            }

            Restock(imports);
            return worker;
        }
        catch
        {
            lock (_gate)
            {
                _taken--;
                if (!starting.IsFaulted && !starting.IsCanceled)
                {
                    // Only the caller gave up: what has begun to start serves the next one.
                    _spares.Add((imports, starting));
                }
            }

            throw;
        }
    }

    /// <summary>Puts a worker back, or ends it when it is spent; a spare takes its place.</summary>
    /// <returns>True when the worker was ended.</returns>
    public async Task<bool> ReturnAsync(LeanWorker worker)
    {
        if (!worker.IsSpent)
        {
            try
            {
                await worker.TidyAsync(_lifetime.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is LeanSessionException or OperationCanceledException)
            {
                // The worker is spent now, and ended below.
            }
        }

        var ends = worker.IsSpent || _lifetime.IsCancellationRequested;
        lock (_gate)
        {
            _taken--;
            _busy.Remove(worker);
            if (!ends)
            {
                _idle.Add(worker);
            }
        }

        if (ends)
        {
            await worker.DisposeAsync().ConfigureAwait(false);
        }

        return ends;
    }

    /// <summary>Starts spares up to the number asked for.</summary>
    public void Restock(LeanImports imports)
    {
        lock (_gate)
        {
            _spares.RemoveAll(s => s.Starting.IsFaulted || s.Starting.IsCanceled);
            while (!_lifetime.IsCancellationRequested && _spares.Count < options.Spares)
            {
                _spares.Add((imports, StartAsync(imports)));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<Task<LeanWorker>> starting;
        List<LeanWorker> idle;
        lock (_gate)
        {
            _lifetime.Cancel();
            starting = [.. _spares.Select(s => s.Starting)];
            idle = [.. _idle];
            _spares.Clear();
            _idle.Clear();
        }

        foreach (var task in starting)
        {
            try
            {
                idle.Add(await task.ConfigureAwait(false));
            }
            catch (Exception e) when (e is ToolchainException or LeanSessionException or OperationCanceledException)
            {
                // It never became a process.
            }
        }

        foreach (var worker in idle)
        {
            await worker.DisposeAsync().ConfigureAwait(false);
        }

        _lifetime.Dispose();
    }

    private Task<LeanWorker>? TakeSpare(LeanImports imports)
    {
        var at = _spares.FindIndex(s => s.Imports == imports && !s.Starting.IsFaulted && !s.Starting.IsCanceled);
        if (at < 0)
        {
            return null;
        }

        var starting = _spares[at].Starting;
        _spares.RemoveAt(at);
        return starting;
    }

    private async Task<LeanWorker> StartAsync(LeanImports imports)
    {
        await Task.Yield();
        var session = await toolchain.OpenAsync(imports, _lifetime.Token).ConfigureAwait(false);
        var worker = new LeanWorker(session, imports, options, time);
        if (options.Exercise is { } text)
        {
            await ExerciseAsync(worker, text).ConfigureAwait(false);
        }

        return worker;
    }

    private async Task ExerciseAsync(LeanWorker worker, string text)
    {
        try
        {
            await worker.ExerciseAsync(text, _lifetime.Token).ConfigureAwait(false);
        }
        catch (LeanSessionException e)
        {
            await worker.DisposeAsync().ConfigureAwait(false);
            throw new ToolchainException($"A new Lean process failed at its first text. {e.Message}", e);
        }
        catch
        {
            await worker.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
