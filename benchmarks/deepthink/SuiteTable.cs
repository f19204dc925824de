namespace Prover.DeepThinkBenchmark;

/// <summary>The table by class.</summary>
internal static class SuiteTable
{
    public static void Print(TextWriter output, IReadOnlyList<SuiteOutcome> outcomes) =>
        Print(output, $"{"class",-14} {"statements",10} {"difficulty",10} {"portfolio",10} {"engine",7} {"median s",9}", outcomes, o => o.Problem, Row);

    public static void Print(TextWriter output, IReadOnlyList<FalseOutcome> outcomes) =>
        Print(output, $"{"class",-14} {"false",10} {"difficulty",10} {"refuted",10} {"proved",7} {"median s",9}", outcomes, o => o.Problem, Row);

    private static void Print<T>(TextWriter output, string header, IReadOnlyList<T> outcomes, Func<T, SuiteProblem> problem, Action<TextWriter, string, IReadOnlyList<T>> row)
    {
        if (outcomes.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(header);
        foreach (var group in outcomes.GroupBy(o => problem(o).Class))
        {
            row(output, group.Key, [.. group]);
        }

        row(output, "all", outcomes);
    }

    private static void Row(TextWriter output, string name, IReadOnlyList<FalseOutcome> rows)
    {
        var proved = rows.Count(r => r.Refutation.IsProved || r.Attacks.Any(a => a.IsProved));
        output.WriteLine(
            $"{name,-14} {rows.Count,10} {rows.Select(r => r.Problem.Difficulty).DefaultIfEmpty(0).Average(),10:0.0} {rows.Count(r => r.Refutation.IsRefuted),10} {proved,7} "
            + Median(rows.Where(r => r.Refutation.IsRefuted).Select(r => r.Refutation)));
    }

    private static string Median(IEnumerable<SideOutcome> sides)
    {
        var times = sides.Select(s => s.Elapsed.TotalSeconds).Order().ToList();
        return $"{(times.Count == 0 ? "-" : $"{times[times.Count / 2]:0.0}"),9}";
    }

    private static void Row(TextWriter output, string name, IReadOnlyList<SuiteOutcome> rows)
    {
        var portfolio = rows.Any(r => r.Portfolio is not null) ? $"{rows.Count(r => r.Portfolio is { IsProved: true })}" : "-";
        output.WriteLine(
            $"{name,-14} {rows.Count,10} {rows.Select(r => r.Problem.Difficulty).DefaultIfEmpty(0).Average(),10:0.0} {portfolio,10} {rows.Count(r => r.Engine.IsProved),7} "
            + Median(rows.Where(r => r.Engine.IsProved).Select(r => r.Engine)));
    }
}
