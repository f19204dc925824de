using System.CommandLine;
using Prover.Cli.Output;
using Prover.Core.Storage.LiteDb;

namespace Prover.Cli.Commands;

/// <summary><c>prover store</c>: care for the file that keeps proofs.</summary>
internal static class StoreCommand
{
    public static Command Create()
    {
        var repair = new VerbCommand(
            "repair",
            "Make a fresh store of everything that can still be read; the damaged file is kept beside it.",
            "prover store repair",
            "prover store repair --store proofs.db")
        {
            SharedOptions.Store,
        };
        repair.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RepairAsync(context, cancellationToken)));
        return new VerbCommand("store", "Care for the file that keeps proofs and verdicts.", "prover store repair") { repair };
    }

    private static async Task<int> RepairAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var path = context.LocalOptions(spares: 0).StorePath;
        var report = await LiteDbProofStore.RepairAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
        context.Output.WriteLine(report.ToString());
        return ExitCode.Proved;
    }
}
