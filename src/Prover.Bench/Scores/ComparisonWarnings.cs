using System.Globalization;
using Prover.Bench.Runs;

namespace Prover.Bench.Scores;

/// <summary>What makes a comparison of two runs less than fair, in sentences.</summary>
internal static class ComparisonWarnings
{
    private const int NamesShown = 3;

    public static IEnumerable<string> Of((string Name, BenchRun Run) a, (string Name, BenchRun Run) b, SharedProblems shared)
    {
        var (first, second) = (a.Run.Settings, b.Run.Settings);
        if (first.Data.Sha256 != second.Data.Sha256)
        {
            yield return $"The data differ: {a.Name} is about {first.Data.Name} ({Short(first.Data.Sha256)}), {b.Name} about {second.Data.Name} ({Short(second.Data.Sha256)}). Only problems that are the same in both are compared.";
        }

        if (Names("states something else", "state something else", shared.Different) is { } different)
        {
            yield return $"{different} in the two runs, in the data or by the profile ({first.Profile}, {second.Profile}), and left out.";
        }

        if (Names("was asked of one prover only", "were asked of one prover only", shared.AskedInOne) is { } asked)
        {
            yield return $"{asked}, by what was found of the statement, and left out.";
        }

        foreach (var (name, run) in new[] { a, b }.Where(r => !r.Run.IsComplete))
        {
            yield return $"{name} is unfinished: {run.Checks.Count} of {run.Problems.Count} statements examined, {Samples(run.Samples.Count)} on record.";
        }

        if (Names("has too few samples on record", "have too few samples on record", shared.Unfinished) is { } unfinished)
        {
            yield return $"{unfinished} and left out.";
        }

        if (first.Samples != second.Samples)
        {
            yield return $"{a.Name} has {Samples(first.Samples)} of a problem, {b.Name} {second.Samples}: the first {shared.Samples} of each {(shared.Samples == 1 ? "is" : "are")} compared.";
        }

        (string What, string A, string B)[] settings =
        [
            ("Lean", first.Lean, second.Lean),
            ("grade that a proof must reach", first.Prover.Grade, second.Prover.Grade),
            ("time limit of a sample", Seconds(first.Prover.TimeLimitSeconds), Seconds(second.Prover.TimeLimitSeconds)),
            ("time limit of a candidate", Seconds(first.Prover.CandidateTimeLimitSeconds), Seconds(second.Prover.CandidateTimeLimitSeconds)),
            ("limit of processor time", first.Prover.ProcessorTimeLimitSeconds is { } one ? Seconds(one) : "none", second.Prover.ProcessorTimeLimitSeconds is { } other ? Seconds(other) : "none"),
            ("limit of candidates", Limit(first.Prover.MaxCandidates), Limit(second.Prover.MaxCandidates)),
            ("limit of tokens", Limit(first.Prover.MaxTokens), Limit(second.Prover.MaxTokens)),
            ("machine", Machines(a.Run), Machines(b.Run)),
        ];
        foreach (var (what, ofA, ofB) in settings.Where(s => s.A != s.B))
        {
            yield return $"The {what} differs: {ofA} for {a.Name}, {ofB} for {b.Name}.";
        }
    }

    private static string? Names(string one, string many, IReadOnlyList<string> names) => names.Count switch
    {
        0 => null,
        1 => $"1 problem ({names[0]}) {one}",
        _ => $"{names.Count} problems ({string.Join(", ", names.Take(NamesShown))}{(names.Count > NamesShown ? ", …" : string.Empty)}) {many}",
    };

    private static string Samples(int number) => number == 1 ? "1 sample" : $"{number} samples";

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s");

    private static string Limit(long? limit) => limit?.ToString("N0", CultureInfo.InvariantCulture) ?? "none";

    private static string Machines(BenchRun run) => run.Sessions.Count == 0
        ? "not on record"
        : string.Join(" and ", run.Sessions.Select(s => $"{s.System} with {s.Processors} processors, {Samples(s.Parallelism)} at a time").Distinct().Order());
}
