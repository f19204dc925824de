using System.Diagnostics;

namespace Prover.Bench.Throughput;

/// <summary>What the machine gives to independent loops that only compute: a control for what pools gain by more workers.</summary>
internal static class BusyLoops
{
    private const long Steps = 200_000_000;

    /// <summary>How much more gets done in the same time by so many loops than by one.</summary>
    public static async Task<double> GainAsync(int loops, CancellationToken cancellationToken) =>
        loops * await SecondsAsync(1, cancellationToken).ConfigureAwait(false) / await SecondsAsync(loops, cancellationToken).ConfigureAwait(false);

    private static async Task<double> SecondsAsync(int loops, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, loops).Select(_ => Task.Run(Spin, cancellationToken))).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static long Spin()
    {
        var sum = 0L;
        for (var i = 0L; i < Steps; i++)
        {
            sum += i * i % 7;
        }

        return sum;
    }
}
