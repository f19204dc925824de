using System.Globalization;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Tests.Dummy;

/// <summary>Run as <c>FOLDER ROUNDS VARIANTS</c>: works on a played campaign and prints a line whenever something is on record.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not [var folder, var rounds, var variants])
        {
            await Console.Error.WriteLineAsync("usage: FOLDER ROUNDS VARIANTS");
            return 64;
        }

        var settings = PlayedCampaign.Settings(int.Parse(rounds, CultureInfo.InvariantCulture)) with { Variants = int.Parse(variants, CultureInfo.InvariantCulture) };
        await PlayedCampaign.RunAsync(folder, settings, progress: new Lines());
        return 0;
    }

    // Not Progress<T>, which would tell some other time.
    private sealed class Lines : IProgress<RoundsProgress>
    {
        public void Report(RoundsProgress value) => Console.Out.WriteLine($"{value.Round} {value.Phase} {value.Message}");
    }
}
