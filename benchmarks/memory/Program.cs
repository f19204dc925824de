// The memory of tactics as it grows: what it costs to ask it, to teach it, to open it, and how much room it takes. Median / 99th percentile
// over goals or proofs; look-ups each the best of five.
using System.Globalization;
using Prover.MemoryBenchmark;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int[] sizes = args is [] ? [1_000, 5_000, 20_000] : [.. args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)).Order()];
var folder = Directory.CreateTempSubdirectory("prover-memory-benchmark-").FullName;
try
{
    var rows = (await Growth.MeasureAsync(folder, sizes)).Select(r => r.Cells().ToList()).ToList();
    for (var i = 0; i < rows[0].Count; i++)
    {
        Console.WriteLine($"{rows[0][i].Name,-28}{string.Concat(rows.Select(r => $"{r[i].Value,20}"))}");
    }

    Console.WriteLine("aims: k-NN ≤ 5 ms, learning within milliseconds, bytes a step flat");
}
finally
{
    Directory.Delete(folder, recursive: true);
}
