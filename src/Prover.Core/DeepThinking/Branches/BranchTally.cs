using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking.Branches;

/// <summary>Counts what became of what a branch asked Lean about.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class BranchTally
{
    private readonly Lock _gate = new();

    public int Tried { get; private set; }

    public int Refused { get; private set; }

    public int TimedOut { get; private set; }

    public int Failed { get; private set; }

    /// <summary>One candidate or sketch.</summary>
    public void Add(VerdictKind kind)
    {
        lock (_gate)
        {
            Tried++;
            Refused += kind == VerdictKind.Rejected ? 1 : 0;
            TimedOut += kind == VerdictKind.TimedOut ? 1 : 0;
            Failed += kind == VerdictKind.Infrastructure ? 1 : 0;
        }
    }

    /// <summary>A whole search: its candidates, and its sampler's own checks without an answer.</summary>
    /// <param name="result">How it ended.</param>
    /// <param name="refused">How many candidates Lean turned down.</param>
    public void Add(ProveResult result, int refused)
    {
        lock (_gate)
        {
            Tried += result.Samples;
            Refused += refused;
            TimedOut += result.TimedOut;
            Failed += result.Failed;
        }
    }
}
