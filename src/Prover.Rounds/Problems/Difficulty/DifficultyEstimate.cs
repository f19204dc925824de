namespace Prover.Rounds.Problems.Difficulty;

/// <summary>How hard a problem is for the prover that tried it, from 0 to 1: about the chance that another try fails, a little more where tries take
/// long.</summary>
/// <remarks>The mean of a beta distribution: what the statement looks like counts as <see cref="PriorTries"/> tries, and each real one moves it.
/// It grows with failures, with time and with every feature of the statement, and falls with successes. The weights of the features are a guess
/// that history corrects.</remarks>
public static class DifficultyEstimate
{
    /// <summary>How many tries the statement's looks count for.</summary>
    public const double PriorTries = 4;

    private const double TimeShare = 0.2;
    private const double LongTime = 60;

    /// <summary>The estimate.</summary>
    /// <param name="features">The statement's features.</param>
    /// <param name="history">What came of tries.</param>
    /// <exception cref="ArgumentException">The history has more successes than tries, or negative numbers.</exception>
    public static double Of(StatementFeatures features, TryHistory history)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(history);
        if (history.Successes < 0 || history.Tries < history.Successes || history.MeanTime < TimeSpan.Zero)
        {
            throw new ArgumentException($"{history.Successes} successes in {history.Tries} tries of {history.MeanTime} can't be.", nameof(history));
        }

        var failure = (history.Tries - history.Successes + (PriorTries * OfStatement(features))) / (history.Tries + PriorTries);
        var seconds = history.MeanTime.TotalSeconds;
        return failure + ((1 - failure) * TimeShare * seconds / (seconds + LongTime));
    }

    /// <summary>The estimate for a statement that was not tried.</summary>
    public static double OfStatement(StatementFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var logit = -2.5 + (0.5 * Math.Log(1 + (features.Tokens / 20.0))) + (0.4 * features.Quantifiers) + (0.1 * features.Variables)
            + (0.2 * features.LargestExponent) + (0.1 * features.Applications);
        return 1 / (1 + Math.Exp(-logit));
    }
}
