using System.CommandLine;
using Prover.Cli.Commands;
using Prover.Cli.Output;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;

namespace Prover.Cli.Rounds;

/// <summary><c>prover rounds status</c>: how far is a campaign, without touching it?</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var command = new VerbCommand("status", "Say how far rounds are and what they have come to; they may go on meanwhile.", "prover rounds status campaign")
        {
            CampaignOptions.Folder, SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var folder = await RoundsFolder.ReadAsync(context.Parsed.GetRequiredValue(CampaignOptions.Folder), cancellationToken).ConfigureAwait(false);
        var document = await CampaignDocument.ReadAsync([folder], DateTimeOffset.UtcNow, cancellationToken).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.Output.Write(CampaignJson.Write(document));
        }
        else
        {
            PlainRounds.Write(context.Output, document.Campaigns[0]);
        }

        return ExitCode.Proved;
    }
}
