namespace Prover.Rounds.Schedules;

/// <summary>Chooses the problems of a round.</summary>
/// <remarks>The same answer to the same question, whoever asks and whenever: a round that was killed chooses again.</remarks>
public interface ISchedule
{
    /// <summary>Chooses.</summary>
    ScheduleChoice Choose(ScheduleRequest request);
}

/// <summary>What a schedule goes by.</summary>
/// <param name="Round">The round, from 1.</param>
/// <param name="Problems">All problems that may be trained on.</param>
/// <param name="LastWindow">The window of the round before; null for the first.</param>
/// <param name="Most">Problems of a round at most; null for no limit.</param>
public sealed record ScheduleRequest(int Round, IReadOnlyList<RatedProblem> Problems, int? LastWindow, int? Most);

/// <summary>A problem with its difficulty and its history.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Difficulty">How hard it seems.</param>
/// <param name="History">What earlier rounds found.</param>
/// <param name="LastRound">The last round that had it; null when none had.</param>
public sealed record RatedProblem(string Name, Difficulty Difficulty, ProblemHistory History, int? LastRound = null);

/// <summary>What a schedule chose.</summary>
/// <param name="Window">So many bands, the easiest, are open.</param>
/// <param name="Bands">All bands, the easiest first.</param>
/// <param name="Problems">The chosen problems, the easiest first.</param>
public sealed record ScheduleChoice(int Window, IReadOnlyList<DifficultyBand> Bands, IReadOnlyList<ChosenProblem> Problems);

/// <summary>Problems of like difficulty.</summary>
/// <param name="Hardest">Difficulty of the hardest of them.</param>
/// <param name="Problems">How many they are.</param>
/// <param name="Tried">How many of them the prover was asked so far, without those that turned out to be false, vacuous or not expressible.</param>
/// <param name="Solved">How many of them are solved.</param>
public sealed record DifficultyBand(double Hardest, int Problems, int Tried, int Solved);

/// <summary>A problem that a round works on; a line of <c>problems.jsonl</c>.</summary>
/// <param name="Problem">Its name.</param>
/// <param name="Difficulty">How hard it seems, from 0 to 1.</param>
/// <param name="Band">Its band, from 1.</param>
/// <param name="Try">The how-manieth try this is, from 1.</param>
/// <param name="Why">Why it was chosen, in words.</param>
public sealed record ChosenProblem(string Problem, double Difficulty, int Band, int Try, string Why);
