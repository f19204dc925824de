namespace Prover.DeepThinkBenchmark;

/// <summary>The table by class.</summary>
internal static class SuiteTable
{
    public static void Print(TextWriter output, IReadOnlyList<SuiteOutcome> outcomes)
    {
        output.WriteLine();
        output.WriteLine($"{"class",-14} {"statements",10} {"difficulty",10} {"portfolio",10} {"engine",7} {"median s",9}");
        foreach (var group in outcomes.GroupBy(o => o.Problem.Class))
        {
            Row(output, group.Key, [.. group]);
        }

        Row(output, "all", outcomes);
    }

    private static void Row(TextWriter output, string name, IReadOnlyList<SuiteOutcome> rows)
    {
        var times = rows.Where(r => r.Engine.IsProved).Select(r => r.Engine.Elapsed.TotalSeconds).Order().ToList();
        var portfolio = rows.Any(r => r.Portfolio is not null) ? $"{rows.Count(r => r.Portfolio is { IsProved: true })}" : "-";
        output.WriteLine(
            $"{name,-14} {rows.Count,10} {rows.Select(r => r.Problem.Difficulty).DefaultIfEmpty(0).Average(),10:0.0} {portfolio,10} {rows.Count(r => r.Engine.IsProved),7} "
            + $"{(times.Count == 0 ? "-" : $"{times[times.Count / 2]:0.0}"),9}");
    }
}
