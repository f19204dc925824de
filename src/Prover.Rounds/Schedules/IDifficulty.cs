using Prover.Rounds.Rounds;

namespace Prover.Rounds.Schedules;

/// <summary>Estimates how hard problems are.</summary>
public interface IDifficulty
{
    /// <summary>The estimate for a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="history">What earlier rounds found.</param>
    Difficulty Of(TrainingProblem problem, ProblemHistory history);
}

/// <summary>How hard a problem seems.</summary>
/// <param name="Value">From 0, easy, to 1, hard. Only the order matters.</param>
/// <param name="Why">What it rests on, in a few words.</param>
public sealed record Difficulty(double Value, string Why);

/// <summary>What earlier rounds found of a problem.</summary>
/// <param name="Tries">Rounds in which the prover was asked and its machinery did not fail.</param>
/// <param name="Last">How the last round that had it ended; null when none had.</param>
public sealed record ProblemHistory(int Tries, ProblemOutcome? Last)
{
    /// <summary>Nothing.</summary>
    public static ProblemHistory None { get; } = new(0, null);

    /// <summary>Whether it has a proof.</summary>
    public bool IsSolved => Last == ProblemOutcome.Solved;

    /// <summary>Whether nothing is to be gained from it any more: it is solved, false, says nothing, or does not elaborate.</summary>
    public bool IsSettled => Last is ProblemOutcome.Solved or ProblemOutcome.False or ProblemOutcome.Vacuous or ProblemOutcome.NotExpressible;
}

/// <summary>How a round ended for a problem.</summary>
public enum ProblemOutcome
{
    /// <summary>A proof was verified.</summary>
    Solved,

    /// <summary>Lean turned down everything that was proposed.</summary>
    NotProved,

    /// <summary>A time limit ended a sample: with more time it might have been proved.</summary>
    TimedOut,

    /// <summary>The machinery failed: nothing is known, and it is no try.</summary>
    Failed,

    /// <summary>Its negation is proved.</summary>
    False,

    /// <summary>Its hypotheses contradict each other: a proof of it teaches nothing.</summary>
    Vacuous,

    /// <summary>Lean does not elaborate it.</summary>
    NotExpressible,
}
