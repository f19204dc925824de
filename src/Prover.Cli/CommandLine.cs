using System.CommandLine;
using System.CommandLine.Invocation;
using Prover.Cli.Benchmarks;
using Prover.Cli.Commands;
using Prover.Cli.Datasets;
using Prover.Cli.DeepThinking;
using Prover.Cli.Output;
using Prover.Cli.Problems;
using Prover.Cli.Rounds;

namespace Prover.Cli;

/// <summary>The <c>prover</c> command as a function.</summary>
internal static class CommandLine
{
    // Long enough for Lean processes to be ended; then the shell gets its prompt back in any case.
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Formal proofs, checked by real Lean. Exit codes: 0 proved, 1 not proved, 2 usage or bad input, 3 time-out or infrastructure.")
        {
            ProveCommand.Create(), DeepThinkCommand.Create(), ThoughtsCommand.Create(), RefuteCommand.Create(), ExplainCommand.Create(), FormalizeCommand.Create(), VerifyCommand.Create(), CertifyCommand.Create(), RecheckCommand.Create(), ProofsCommand.Create(), ServeCommand.Create(), DoctorCommand.Create(), StoreCommand.Create(), ModelsCommand.Create(), BenchCommand.Create(), DatasetCommand.Create(), ProblemsCommand.Create(), RoundsCommand.Create(),
        };
        VerbCommand.ShowExamples(root);
        var parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = FarewellLimit };
        var code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        return parsed.Action is ParseErrorAction ? ExitCode.Usage : code;
    }
}
