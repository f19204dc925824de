using Prover.Bench.Provers;
using Prover.Bench.Runs;

namespace Prover.Bench.Scores;

/// <summary>Sets two runs against each other, problem by problem.</summary>
/// <remarks>A problem is the same in both when its name, its header and statement in the data, and what the profile puts in front are the same to the
/// letter. It is solved when one of its first samples proves it. Problems with too few samples on record, as in an unfinished run, are left out.</remarks>
public static class RunComparer
{
    /// <summary>Compares two runs.</summary>
    public static Comparison Compare(BenchRun a, BenchRun b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (nameA, nameB) = Names(a, b);
        var shared = SharedProblems.Of(a, b);
        var samples = shared.Samples;
        var pairs = shared.Compared.Select(p => (p.A, p.B, SolvedA: p.A.IsSolvedBy(samples), SolvedB: p.B.IsSolvedBy(samples))).ToList();
        List<Difference> differences =
        [
            .. from pair in pairs
               where pair.SolvedA != pair.SolvedB
               select DifferenceOf(pair.SolvedA ? nameA : nameB, pair.SolvedA ? pair.B : pair.A, samples),
        ];
        var (onlyA, onlyB) = (pairs.Count(p => p.SolvedA && !p.SolvedB), pairs.Count(p => p.SolvedB && !p.SolvedA));
        var determined = differences.Where(d => !d.IsUndetermined).ToList();
        return new Comparison(
            nameA,
            nameB,
            pairs.Count,
            samples,
            pairs.Count(p => p.SolvedA && p.SolvedB),
            onlyA,
            onlyB,
            pairs.Count(p => !p.SolvedA && !p.SolvedB),
            McNemarTest.PValue(onlyA, onlyB))
        {
            Differences = differences,
            PValueOfDetermined = determined.Count == differences.Count
                ? null
                : McNemarTest.PValue(determined.Count(d => d.SolvedBy == nameA), determined.Count(d => d.SolvedBy == nameB)),
            Warnings = [.. ComparisonWarnings.Of((nameA, a), (nameB, b), shared)],
        };
    }

    private static (string A, string B) Names(BenchRun a, BenchRun b)
    {
        var (nameA, nameB) = (a.Settings.Prover.Name, b.Settings.Prover.Name);
        if (nameA != nameB)
        {
            return (nameA, nameB);
        }

        var (folderA, folderB) = (Path.GetFileName(Path.TrimEndingDirectorySeparator(a.Folder)), Path.GetFileName(Path.TrimEndingDirectorySeparator(b.Folder)));
        return folderA != folderB ? ($"{nameA} ({folderA})", $"{nameB} ({folderB})") : ($"{nameA} (first)", $"{nameB} (second)");
    }

    private static Difference DifferenceOf(string solvedBy, AskedProblem other, int samples)
    {
        var outcomes = other.Samples.Take(samples).Select(s => s.Attempt.Outcome).ToList();
        return new Difference(
            other.Problem.Name,
            solvedBy,
            string.Join(", ", outcomes.CountBy(o => o).OrderBy(o => o.Key).Select(o => $"{o.Value} {Word(o.Key)}")),
            !outcomes.TrueForAll(o => o.IsDetermined()));
    }

    private static string Word(SampleOutcome outcome) => outcome switch
    {
        SampleOutcome.Proved => "proved",
        SampleOutcome.Refuted => "refuted",
        SampleOutcome.NotProved => "not proved",
        SampleOutcome.TimedOut => "timed out",
        _ => "failed",
    };
}
