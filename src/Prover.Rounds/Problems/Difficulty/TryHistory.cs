namespace Prover.Rounds.Problems.Difficulty;

/// <summary>What came of trying a problem.</summary>
/// <param name="Tries">How often it was tried to the end; time-outs of the whole try count, crashes do not.</param>
/// <param name="Successes">How often a proof was found; at most <paramref name="Tries"/>.</param>
/// <param name="MeanTime">Mean time of the tries; zero where it is not known.</param>
public sealed record TryHistory(int Tries, int Successes, TimeSpan MeanTime = default)
{
    /// <summary>Never tried.</summary>
    public static TryHistory None { get; } = new(0, 0);
}
