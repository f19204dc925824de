using System.Collections.Concurrent;

namespace Prover.Lean.Processes;

/// <summary>The one thread that starts processes. The kernel sends a parent-death signal when the <em>thread</em> that
/// started a process ends, and threads of the pool do end; this one lives as long as we do.</summary>
internal static class LaunchThread
{
    private static readonly BlockingCollection<Action> Work = Start();

    /// <summary>Runs a function there.</summary>
    public static Task<T> RunAsync<T>(Func<T> start)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                result.SetResult(start());
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        });
        return result.Task;
    }

    private static BlockingCollection<Action> Start()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
            {
                action();
            }
        })
        {
            IsBackground = true,
            Name = "Lean launcher",
        }.Start();
        return work;
    }
}
