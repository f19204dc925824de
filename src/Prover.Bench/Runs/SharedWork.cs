using Prover.Bench.Data;

namespace Prover.Bench.Runs;

/// <summary>Shares the problems of a run out among processes: each problem is worked on by one at a time, whoever comes first, and what one
/// that died has left behind is taken over by the others.</summary>
internal sealed class SharedWork(RunFolder folder, RunOptions options, TimeProvider time)
{
    /// <summary>Comes back when nothing is missing any more, whoever did it.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="missing">The numbers of the pieces that a problem lacks, as the records say now.</param>
    /// <param name="work">Does one piece and records it.</param>
    /// <param name="waiting">Told whenever there is nothing to do but to wait for others.</param>
    /// <param name="cancellationToken">Ends it with an exception, once every piece under way has ended.</param>
    public async Task RunAsync(
        IReadOnlyList<BenchProblem> problems,
        Func<BenchProblem, CancellationToken, Task<IReadOnlyList<int>>> missing,
        Func<BenchProblem, int, RunClaim, CancellationToken, Task> work,
        Action waiting,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var places = new SemaphoreSlim(options.Parallelism);
        var underway = new List<Task>();
        try
        {
            for (var left = problems; left.Count > 0;)
            {
                var elsewhere = new List<BenchProblem>();
                foreach (var problem in left)
                {
                    if (!await BeginAsync(problem).ConfigureAwait(false))
                    {
                        elsewhere.Add(problem);
                    }
                }

                left = elsewhere;
                if (left.Count > 0)
                {
                    waiting();
                    await Task.Delay(options.LookAgain, time, stop.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // By the caller, or because a piece has failed: told below.
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(underway).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        try
        {
            await Task.WhenAll(underway).ConfigureAwait(false);
        }
        catch when (underway.Find(t => t.IsFaulted) is { } failed)
        {
            // What failed, and not that the others were stopped for it.
            await failed.ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();

        // False when another process holds the problem and it lacks something.
        async Task<bool> BeginAsync(BenchProblem problem)
        {
            if ((await missing(problem, stop.Token).ConfigureAwait(false)).Count == 0)
            {
                return true;
            }

            if (folder.TryClaim(problem.Name) is not { } claim)
            {
                return false;
            }

            // Once more: it may have been done between the look and the claim.
            var pieces = new List<Task>();
            try
            {
                foreach (var number in await missing(problem, stop.Token).ConfigureAwait(false))
                {
                    await places.WaitAsync(stop.Token).ConfigureAwait(false);
                    pieces.Add(PieceAsync(problem, number, claim));
                }
            }
            finally
            {
                underway.RemoveAll(t => t.IsCompletedSuccessfully);
                underway.Add(ReleaseAsync(pieces, claim));
            }

            return true;
        }

        async Task PieceAsync(BenchProblem problem, int number, RunClaim claim)
        {
            try
            {
                // On another thread: the next piece must not wait for this one's first steps.
                await Task.Run(() => work(problem, number, claim, stop.Token), stop.Token).ConfigureAwait(false);
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
            finally
            {
                places.Release();
            }
        }

        static async Task ReleaseAsync(IEnumerable<Task> pieces, RunClaim claim)
        {
            try
            {
                await Task.WhenAll(pieces).ConfigureAwait(false);
            }
            finally
            {
                claim.Dispose();
            }
        }
    }
}
