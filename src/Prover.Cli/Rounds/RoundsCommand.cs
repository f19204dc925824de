using System.CommandLine;
using Prover.Cli.Commands;

namespace Prover.Cli.Rounds;

/// <summary><c>prover rounds</c>: expert iteration.</summary>
internal static class RoundsCommand
{
    public static Command Create() => new VerbCommand(
        "rounds",
        "Let a prover learn from its own verified proofs, round by round, measured on problems that no round trains on.",
        "prover rounds start --train problems.jsonl --held-out test.jsonl --rounds 4 --prover portfolio --out campaign",
        "prover rounds status campaign",
        "prover rounds resume campaign",
        "prover rounds compare campaign control --out comparison.html")
    {
        StartCommand.Create(), ResumeCommand.Create(), StatusCommand.Create(), CompareCommand.Create(),
    };
}
