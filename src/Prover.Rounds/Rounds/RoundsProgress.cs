using Prover.Bench.Runs;

namespace Prover.Rounds.Rounds;

/// <summary>What happens in a campaign.</summary>
/// <param name="Round">The round.</param>
/// <param name="Phase">How far it is; what is told leads on from there.</param>
/// <param name="Message">In words.</param>
public sealed record RoundsProgress(int Round, RoundPhase Phase, string Message)
{
    /// <summary>How far the run under way is; null between runs.</summary>
    public RunProgress? Run { get; init; }

    /// <summary>Whether it is a line of a hook's log.</summary>
    public bool IsLog { get; init; }
}
