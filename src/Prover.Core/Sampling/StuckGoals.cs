namespace Prover.Core.Sampling;

/// <summary>Goals at which samplers gave up: what a proof on their way would still need. They need not be true.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class StuckGoals
{
    private readonly Lock _gate = new();
    private readonly List<string> _goals = [];

    /// <summary>The goals as Lean prints them, the most promising of each sampler first.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _goals];
            }
        }
    }

    /// <summary>Adds what one sampler leaves; goals that are there already change nothing.</summary>
    public void Add(IEnumerable<string> goals)
    {
        lock (_gate)
        {
            _goals.AddRange(goals.Except(_goals, StringComparer.Ordinal).ToList());
        }
    }
}
