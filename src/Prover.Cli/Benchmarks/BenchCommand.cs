using System.CommandLine;
using Prover.Cli.Commands;

namespace Prover.Cli.Benchmarks;

/// <summary><c>prover bench</c>: measure provers.</summary>
internal static class BenchCommand
{
    public static Command Create() => new VerbCommand(
        "bench",
        "Measure provers: pass@k on a data set, with its uncertainty, in runs that can be interrupted at any moment.",
        "prover bench run --data sample",
        "prover bench fetch minif2f",
        "prover bench run --data minif2f --split valid --profile core --prover portfolio",
        "prover bench report RUN OTHER-RUN --out comparison.html")
    {
        FetchCommand.Create(), RunCommand.Create(), StatusCommand.Create(), ReportCommand.Create(), ThroughputCommand.Create(),
    };
}
