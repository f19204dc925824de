namespace Prover.Core.Sampling;

/// <summary>Counts the checks that a sampler made by itself, to know what to propose, and that got no answer: when it gives up, that says less than
/// if Lean had turned everything down.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class OwnChecks
{
    private int _timedOut;
    private int _failed;

    /// <summary>Checks that ran into a time limit.</summary>
    public int TimedOut => Volatile.Read(ref _timedOut);

    /// <summary>Checks that the machinery failed on.</summary>
    public int Failed => Volatile.Read(ref _failed);

    /// <summary>Adds to the counts.</summary>
    public void Add(int timedOut, int failed)
    {
        Interlocked.Add(ref _timedOut, timedOut);
        Interlocked.Add(ref _failed, failed);
    }
}
