using System.Globalization;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Schedules;

/// <summary>A problem's own difficulty where it has one, else the size of its statement; a little harder with every round that did not solve it.</summary>
public sealed class StatementDifficulty : IDifficulty
{
    // The size at which a statement without a difficulty counts as half hard, in words and symbols.
    private const double HalfHard = 40;

    private const double HarderByTry = 0.1;

    /// <inheritdoc />
    public Difficulty Of(TrainingProblem problem, ProblemHistory history)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(history);
        var (value, why) = problem.Difficulty is { } own ? (own, "its own difficulty") : OfSize(Size(problem));
        return history.Tries == 0
            ? new Difficulty(value, why)
            : new Difficulty(1 - ((1 - value) * Math.Pow(1 - HarderByTry, history.Tries)), string.Create(CultureInfo.InvariantCulture, $"{why}, {history.Tries} tried before"));
    }

    private static (double Value, string Why) OfSize(int size) =>
        (1 - Math.Pow(2, -size / HalfHard), string.Create(CultureInfo.InvariantCulture, $"size {size} of its statement"));

    /// <summary>Words, numbers and other symbols of the statement.</summary>
    private static int Size(TrainingProblem problem)
    {
        var (size, inWord) = (0, false);
        foreach (var c in StatementText.Of(problem.Problem))
        {
            var isWord = char.IsLetterOrDigit(c) || c is '_' or '.' or '\'';
            size += char.IsWhiteSpace(c) || (isWord && inWord) ? 0 : 1;
            inWord = isWord;
        }

        return size;
    }
}
