using System.Globalization;
using Prover.Bench.Runs;
using Prover.Cli.Output;

namespace Prover.Cli.Benchmarks;

/// <summary>Shows how far a run is.</summary>
internal sealed class BenchProgress(ProgressDisplay display) : IProgress<RunProgress>
{
    public void Report(RunProgress value) => display.Say(Of(value));

    /// <summary>How far a run is, in words.</summary>
    public static string Of(RunProgress value)
    {
        var parts = new List<string>
        {
            value.Phase switch
            {
                RunPhase.Checking => $"examined {value.Done} of {value.Total} statements",
                RunPhase.Proving => $"{value.Done} of {value.Total} samples, {value.Solved} solved",
                _ => $"{value.Done} of {value.Total} done; other processes work on the rest",
            },
        };
        if (value is { PerMinute: { } rate, Remaining: { } remaining })
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{rate:0.#} a minute, {Words(remaining)} left"));
        }

        if (value.Tokens > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{value.Tokens:N0} tokens{(value.Cost > 0 ? $", cost {value.Cost:0.####}" : string.Empty)}"));
        }

        if (value.Last is { } last)
        {
            parts.Add(last);
        }

        return string.Join("; ", parts);
    }

    private static string Words(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");
}
