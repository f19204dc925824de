using System.Globalization;

namespace Prover.Bench.Throughput;

/// <summary>A report for people, as plain text.</summary>
public static class ThroughputText
{
    /// <summary>Writes it.</summary>
    public static void Write(ThroughputReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        var (texts, proofs) = (report.Corpus.Texts, report.Corpus.Proofs);
        writer.WriteLine($"{report.Lean}, {report.Processors} processors, {report.System}");
        writer.WriteLine($"{texts} texts, {proofs} proofs and {texts - proofs} others, each against its statement at the strongest grade");
        writer.WriteLine($"{report.WarmUpRounds} rounds of warm-up, {report.Rounds} measured: minimum … median … maximum; every verdict was the expected one");
        foreach (var pool in report.Pools)
        {
            writer.WriteLine();
            writer.WriteLine($"warm pool, {pool.Workers} worker{(pool.Workers == 1 ? string.Empty : "s")}");
            Line("verdicts a second", $"{pool.VerdictsPerSecond}");
            Line("proofs a second", $"{pool.ProofsPerSecond}");
            Line("wall time : Lean's elaboration", pool.WallToElaboration is { } ratio ? $"{ratio} ×" : "Lean does not tell its own time");
            Line("latency", string.Create(
                CultureInfo.InvariantCulture,
                $"p50 {1000 * pool.Latency.P50:0} ms, p90 {1000 * pool.Latency.P90:0} ms, p99 {1000 * pool.Latency.P99:0} ms, longest {1000 * pool.Latency.Max:0} ms"));
            Line("peak memory", $"Lean {Megabytes(pool.LeanMemoryBytes)}, this process {Megabytes(pool.OwnMemoryBytes)}; {pool.Restarts} processes replaced");
            if (pool.AgainstFirst is { } gain)
            {
                Line($"verdicts, against {report.Pools[0].Workers} worker{(report.Pools[0].Workers == 1 ? string.Empty : "s")}", $"{gain} ×");
            }
        }

        if (report.BusyLoops is { } loops)
        {
            Line($"control: {report.Pools.Max(p => p.Workers)} busy loops against 1", $"{loops} ×");
        }

        if (report.Processes is { } processes)
        {
            writer.WriteLine();
            writer.WriteLine($"one process per proof, elaboration only, {processes.Texts} texts");
            Line("start to ready", $"{processes.StartSeconds} s");
            Line("a text", $"{processes.SecondsPerText} s");
            Line("the same texts, against the first pool", $"{processes.AgainstPool} ×");
        }

        void Line(string name, string figure) => writer.WriteLine($"  {name,-40} {figure}");
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N0} MB");
}
