using System.Globalization;
using Prover.Bench.Runs;
using Prover.Bench.Scores;
using Prover.Core;

namespace Prover.Bench.Reports;

/// <summary>A report of one or more runs: what the JSON file holds and the page shows.</summary>
public sealed record ReportDocument
{
    /// <summary>Raised when a field changes its meaning or goes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the document.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Version of the program that made it; the runs have their own.</summary>
    public required string Version { get; init; }

    /// <summary>The runs, in the order asked for.</summary>
    public required IReadOnlyList<RunReport> Runs { get; init; }

    /// <summary>The runs against each other, each pair once; the runs by their names here.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>Scores and compares runs.</summary>
    /// <param name="runs">The runs, finished or not; at least one.</param>
    /// <param name="made">The time of the report.</param>
    /// <exception cref="ArgumentException">There is no run.</exception>
    public static ReportDocument Of(IReadOnlyList<BenchRun> runs, DateTimeOffset made)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Count == 0)
        {
            throw new ArgumentException("A report needs at least one run.", nameof(runs));
        }

        var names = Names(runs);
        return new ReportDocument
        {
            Made = made,
            Version = ProductVersion.Current,
            Runs = [.. runs.Select((run, i) => RunReport.Of(run, names[i], Scorer.Score(run), SolvedCurves.Of(run)))],
            Comparisons = [.. from i in Enumerable.Range(0, runs.Count)
                              from j in Enumerable.Range(i + 1, runs.Count - i - 1)
                              select Named(RunComparer.Compare(runs[i], runs[j]), names[i], names[j])],
        };
    }

    /// <summary>A run is called by its prover; with its folder, and then its place, where that does not tell the runs apart.</summary>
    private static string[] Names(IReadOnlyList<BenchRun> runs)
    {
        string[] names = [.. runs.Select(r => r.Settings.Prover.Name)];
        names = Apart(names, i => RunReport.FolderOf(runs[i]));
        return Apart(names, i => "run " + (i + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static string[] Apart(string[] names, Func<int, string> more)
    {
        var twice = names.CountBy(n => n).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return [.. names.Select((n, i) => twice.Contains(n) ? $"{n} ({more(i)})" : n)];
    }

    private static Comparison Named(Comparison comparison, string a, string b) => comparison with
    {
        A = a,
        B = b,
        Differences = [.. comparison.Differences.Select(d => d with { SolvedBy = d.SolvedBy == comparison.A ? a : b })],
    };
}
