using System.Globalization;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Schedules;

/// <summary>How hard a problem is for the prover that tries it, from 0 to 1: about the chance that another try fails.</summary>
/// <remarks>The mean of a beta distribution: a problem's own difficulty, or what its statement looks like where it has none, counts as
/// <see cref="PriorTries"/> tries, and each real one moves it. The weights of the features are a guess that history corrects. Times do not count: they
/// are the machine's, and a round that is chosen again must choose the same.</remarks>
public sealed class DifficultyEstimate : IDifficulty
{
    /// <summary>How many tries a problem's own difficulty, or its statement's looks, count for.</summary>
    public const double PriorTries = 4;

    /// <inheritdoc />
    public Difficulty Of(TrainingProblem problem, ProblemHistory history)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(history);
        var (prior, why) = problem.Difficulty is { } own
            ? (own, "its own difficulty")
            : OfLooks(StatementFeatures.Of(StatementText.Of(problem.Problem)));
        return history.Tries == 0
            ? new Difficulty(prior, why)
            : new Difficulty(Of(prior, history), string.Create(CultureInfo.InvariantCulture, $"{why}, {history.Tries} tried before"));
    }

    /// <summary>The estimate for a statement that was not tried.</summary>
    public static double OfStatement(StatementFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var logit = -2.5 + (0.5 * Math.Log(1 + (features.Tokens / 20.0))) + (0.4 * features.Quantifiers) + (0.1 * features.Variables)
            + (0.2 * features.LargestExponent) + (0.1 * features.Applications);
        return 1 / (1 + Math.Exp(-logit));
    }

    /// <summary>The estimate after tries.</summary>
    /// <param name="prior">What it would be without them.</param>
    /// <param name="history">What came of them; a solved problem's last try is its only success.</param>
    internal static double Of(double prior, ProblemHistory history) =>
        (history.Tries - (history.IsSolved ? 1 : 0) + (PriorTries * prior)) / (history.Tries + PriorTries);

    private static (double Value, string Why) OfLooks(StatementFeatures features) => (OfStatement(features), string.Create(
        CultureInfo.InvariantCulture,
        $"looks of its statement ({features.Tokens} tokens, {features.Variables} variables, {features.Quantifiers} quantifiers)"));
}
