using System.Globalization;

namespace Prover.Rounds.Schedules;

/// <summary>From easy to hard: problems are cut into bands of equal size by difficulty, a window of the easiest bands is open, and it widens by a band
/// as the problems in it fall.</summary>
/// <remarks>
/// <para>It widens when the hardest open band has fallen (of those tried in it, at least the part <see cref="ScheduleSettings.WidenAt"/> is solved), when the round
/// before solved nothing (more of the same would not help), and as far as needed when nothing in it is left to try. It never narrows.</para>
/// <para>Unsolved problems are tried again, those with fewer tries first, up to <see cref="ScheduleSettings.MaxTries"/>; solved ones never.</para>
/// </remarks>
/// <param name="settings">Its settings; null for the usual ones.</param>
public sealed class WideningSchedule(ScheduleSettings? settings = null) : ISchedule
{
    private readonly ScheduleSettings _settings = settings ?? new ScheduleSettings();

    /// <inheritdoc />
    public ScheduleChoice Choose(ScheduleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var bandOf = BandsOf(request.Problems);
        var bands = Enumerable.Range(1, _settings.Bands).Select(b => Describe([.. request.Problems.Where(p => bandOf[p.Name] == b)])).ToList();
        var open = request.Problems.Where(IsOpen).ToList();
        var window = Window(request, bands);
        while (window < _settings.Bands && !open.Exists(p => bandOf[p.Name] <= window))
        {
            window++;
        }

        var chosen = open
            .Where(p => bandOf[p.Name] <= window)
            .OrderBy(p => p.History.Tries).ThenBy(p => p.Difficulty.Value).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Take(request.Most ?? int.MaxValue)
            .OrderBy(p => p.Difficulty.Value).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new ChosenProblem(p.Name, Math.Round(p.Difficulty.Value, 6), bandOf[p.Name], p.History.Tries + 1, Why(p, bandOf[p.Name], window)));
        return new ScheduleChoice(window, bands, [.. chosen]);
    }

    private bool IsOpen(RatedProblem problem) => !problem.History.IsSettled && problem.History.Tries < _settings.MaxTries;

    private int Window(ScheduleRequest request, List<DifficultyBand> bands)
    {
        if (request.LastWindow is not { } last)
        {
            return 1;
        }

        var frontier = bands[Math.Min(last, _settings.Bands) - 1];
        var hasFallen = frontier.Tried > 0 && frontier.Solved >= _settings.WidenAt * frontier.Tried;
        var lastRound = request.Problems.Where(p => p.LastRound == request.Round - 1).ToList();
        var isStuck = lastRound.Count > 0 && !lastRound.Exists(p => p.History.IsSolved);
        return Math.Min(_settings.Bands, last + (hasFallen || isStuck ? 1 : 0));
    }

    /// <summary>_settings.Bands by rank, from 1. Names settle ties, so that the order of the data does not matter.</summary>
    private Dictionary<string, int> BandsOf(IReadOnlyList<RatedProblem> problems) => problems
        .OrderBy(p => p.Difficulty.Value).ThenBy(p => p.Name, StringComparer.Ordinal)
        .Select((p, rank) => (p.Name, Band: 1 + (int)((long)rank * _settings.Bands / problems.Count)))
        .ToDictionary(p => p.Name, p => p.Band, StringComparer.Ordinal);

    private static DifficultyBand Describe(List<RatedProblem> problems) => new(
        problems.Count == 0 ? 0 : Math.Round(problems.Max(p => p.Difficulty.Value), 6),
        problems.Count,
        problems.Count(p => p.History.Tries > 0 && (p.History.IsSolved || !p.History.IsSettled)),
        problems.Count(p => p.History.IsSolved));

    private string Why(RatedProblem problem, int band, int window) => string.Create(
        CultureInfo.InvariantCulture,
        $"band {band} of {_settings.Bands}, {window} open; {problem.Difficulty.Why}; {(problem.History.Tries == 0 ? "never tried" : $"try {problem.History.Tries + 1} of {_settings.MaxTries}")}");
}
