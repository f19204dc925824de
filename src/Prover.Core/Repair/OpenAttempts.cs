using Prover.Core.Repair.Partial;

namespace Prover.Core.Repair;

/// <summary>Failed attempts that are worth a repair, the best first: most closed goals, then least often tried, then latest.</summary>
internal sealed class OpenAttempts(RepairOptions options)
{
    private readonly List<FailedAttempt> _attempts = [];

    public int Count => _attempts.Count;

    /// <summary>Takes an attempt in, unless its line is at its end: enough rounds, or Lean says the same again.</summary>
    public void Add(FailedAttempt attempt)
    {
        if (attempt.Round < options.MaxRounds && !attempt.RepeatsItself)
        {
            _attempts.Add(attempt);
        }
    }

    /// <summary>The best attempt, which then has one branch less.</summary>
    public FailedAttempt TakeBest()
    {
        var best = _attempts.Aggregate((one, other) => IsBetter(other, one) ? other : one);
        if (++best.Repairs >= options.MaxBranches)
        {
            _attempts.Remove(best);
        }

        return best;
    }

    private static bool IsBetter(FailedAttempt one, FailedAttempt other)
    {
        var goals = PartialProof.Compare(one.Best, other.Best);
        return goals != 0 ? goals > 0 : one.Repairs <= other.Repairs;
    }
}
