using System.Globalization;
using Prover.Bench.Runs;

namespace Prover.Bench.Tests.Dummy;

/// <summary>Run as <c>FOLDER PROBLEMS SAMPLES PARALLELISM</c>: takes part in a run and prints a line whenever something is on record.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not [var folder, var problems, var samples, var parallelism])
        {
            await Console.Error.WriteLineAsync("usage: FOLDER PROBLEMS SAMPLES PARALLELISM");
            return 64;
        }

        await PlayedRun.RunAsync(folder, Number(problems), Number(samples), Number(parallelism), progress: new Lines());
        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // Not Progress<T>, which would tell some other time.
    private sealed class Lines : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Last is { } last)
            {
                Console.Out.WriteLine(last);
            }
        }
    }
}
