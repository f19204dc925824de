// The throughput of verification, as Prover.Bench measures it, and beside it what a developer of the pool wants to know: what the stack costs on top
// of Lean's elaboration, what a verdict costs on top of a check, and what the store saves.
using System.Globalization;
using Prover.Bench.Throughput;
using Prover.Lean.Embedded;
using Prover.Throughput;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var rounds = args is ["--rounds", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5;
using var lean = new EmbeddedToolchain();
var report = await ThroughputBenchmark.RunAsync(new ThroughputOptions { Toolchain = lean, Rounds = rounds }, new Announcer());
ThroughputText.Write(report, Console.Out);
await StackCosts.MeasureAsync(lean, rounds);

internal sealed class Announcer : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine(value);
}
