using Prover.Bench.Runs;
using Prover.Bench.Scores;

namespace Prover.Bench.Reports;

/// <summary>Everything about one run that a reader needs to judge it.</summary>
public sealed record RunReport
{
    /// <summary>Its name in this report: its prover's, with the folder where that is not enough.</summary>
    public required string Name { get; init; }

    /// <summary>The last part of its folder's path.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether every statement was examined and every sample is there. The figures of an unfinished run are of what is there.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Samples that a finished run has, as far as the statements were examined.</summary>
    public required int SamplesExpected { get; init; }

    /// <summary>What was asked for.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>The processes that worked on it, with their machines.</summary>
    public required IReadOnlyList<SessionRecord> Sessions { get; init; }

    /// <summary>What was found of the statements before any prover saw them.</summary>
    public required ScreeningReport Screening { get; init; }

    /// <summary>The scores.</summary>
    public required RunScore Score { get; init; }

    /// <summary>What more samples and more time bring.</summary>
    public required SolvedCurves Curves { get; init; }

    /// <summary>Problem by problem, in the data set's order, those that were not asked included.</summary>
    public required IReadOnlyList<ProblemReport> Problems { get; init; }

    /// <summary>Gathers a run's report.</summary>
    /// <param name="run">The run, finished or not.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="score">Its scores.</param>
    /// <param name="curves">Its curves.</param>
    public static RunReport Of(BenchRun run, string name, RunScore score, SolvedCurves curves)
    {
        ArgumentNullException.ThrowIfNull(run);
        var checks = run.Checks.ToDictionary(c => c.Problem, StringComparer.Ordinal);

        // Samples beyond the run's number are not part of its scores, so not of its table.
        var samples = run.Samples.Where(s => s.Sample < run.Settings.Samples).ToLookup(s => s.Problem, StringComparer.Ordinal);
        return new RunReport
        {
            Name = name,
            Folder = FolderOf(run),
            IsComplete = run.IsComplete,
            SamplesExpected = run.Checks.Count(c => c.IsAsked) * run.Settings.Samples,
            Settings = run.Settings,
            Sessions = run.Sessions,
            Screening = ScreeningReport.Of(run),
            Score = score,
            Curves = curves,
            Problems = [.. run.Problems.Select(p => ProblemReport.Of(p, checks.GetValueOrDefault(p.Name), [.. samples[p.Name]]))],
        };
    }

    /// <summary>The last part of the folder's path: the rest says nothing about the run, and too much about a machine.</summary>
    internal static string FolderOf(BenchRun run) => Path.GetFileName(Path.TrimEndingDirectorySeparator(run.Folder));
}
