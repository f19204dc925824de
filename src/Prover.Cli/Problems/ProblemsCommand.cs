using System.CommandLine;
using Prover.Cli.Commands;

namespace Prover.Cli.Problems;

/// <summary><c>prover problems</c>: make problems, and see that they are not those of an evaluation set.</summary>
internal static class ProblemsCommand
{
    public static Command Create() => new VerbCommand(
        "problems",
        "Make problems for rounds, formalize them, and keep them apart: duplicates, and what an evaluation set has too.",
        "prover problems make --count 1000 --seed 7 --difficulty 1..6 --out made.jsonl",
        "prover problems check made.jsonl --against minif2f")
    {
        MakeCommand.Create(), FormalizeSetCommand.Create(), CheckCommand.Create(),
    };
}
