// What the audit of compiled files costs: reading, damaged files, and the stronger grades beside the weakest.
using System.Globalization;
using Prover.AuditBenchmark;
using Prover.Lean.Embedded;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
using var toolchain = new EmbeddedToolchain();
var library = Path.Combine((await toolchain.InstallAsync()).Root, "lib");
switch (args)
{
    case ["library"]:
        LibraryReading.Run(library);
        return 0;
    case ["damage", .. var rest]:
        return DamagedFiles.Run(library, rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000);
    case ["grades", "--data", var data]:
        await GradeCosts.RunAsync(data);
        return 0;
    default:
        Console.Error.WriteLine("usage: library | damage [100000] | grades --data FILE.jsonl (miniF2F)");
        return 2;
}
