using System.Diagnostics;

namespace Prover.ModelsBenchmark;

internal static class Load
{
    /// <summary>Seconds that so many requests take, so many at a time.</summary>
    public static async Task<double> RunAsync(Client client, int requests, int inFlight)
    {
        var left = requests;
        var watch = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await client.AskAsync();
            }
        })));
        return Stopwatch.GetElapsedTime(watch).TotalSeconds;
    }
}
