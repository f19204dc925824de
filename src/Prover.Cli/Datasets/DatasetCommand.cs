using System.CommandLine;
using Prover.Cli.Commands;

namespace Prover.Cli.Datasets;

/// <summary><c>prover dataset</c>: data for training, and its verification.</summary>
internal static class DatasetCommand
{
    public static Command Create() => new VerbCommand(
        "dataset",
        "Export verified proofs as data for training, with splits, a card and checksums, and verify such data again.",
        "prover dataset export --format sft --out proofs-sft",
        "prover dataset verify proofs-sft",
        "prover dataset card proofs-sft")
    {
        ExportCommand.Create(), VerifyDatasetCommand.Create(), CardCommand.Create(),
    };
}
