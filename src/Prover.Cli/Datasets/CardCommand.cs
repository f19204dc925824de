using System.CommandLine;
using Prover.Cli.Commands;
using Prover.Cli.Output;
using Prover.Datasets.Cards;
using Prover.Datasets.Files;

namespace Prover.Cli.Datasets;

/// <summary><c>prover dataset card</c>: what is this dataset?</summary>
internal static class CardCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The dataset's folder." };

    public static Command Create()
    {
        var command = new VerbCommand("card", "Print a dataset's card; says on standard error when files are not as they were written.", "prover dataset card proofs", "prover dataset card proofs --json")
        {
            Folder, SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var dataset = await DatasetFolder.OpenAsync(context.Parsed.GetRequiredValue(Folder), cancellationToken).ConfigureAwait(false);
        context.Output.Write(context.IsJson ? CardText.Json(dataset.Card) : Visible.Of(CardPage.Of(dataset.Card)));
        foreach (var fault in await dataset.CheckSumsAsync(cancellationToken).ConfigureAwait(false))
        {
            context.Error.WriteLine($"prover: {Visible.Of(fault)}");
        }

        return ExitCode.Proved;
    }
}
