using System.CommandLine;
using Prover.Bench.Profiles;
using Prover.Cli.Benchmarks;
using Prover.Cli.Commands;
using Prover.Rounds.Rounds;

namespace Prover.Cli.Rounds;

/// <summary><c>prover rounds resume</c>: go on with a campaign, whatever ended it.</summary>
internal static class ResumeCommand
{
    public static Command Create()
    {
        var command = new VerbCommand(
            "resume",
            "Go on with rounds where they ended, whatever ended them. Everything that was asked for is in their folder.",
            "prover rounds resume campaign")
        {
            CampaignOptions.Folder, RunCommand.Parallel, RunCommand.RetryFailures, SharedOptions.Workers, SharedOptions.AllowUnprotected, SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var folder = await RoundsFolder.ReadAsync(context.Parsed.GetRequiredValue(CampaignOptions.Folder), cancellationToken).ConfigureAwait(false);
        var settings = folder.Settings;
        var work = new CampaignWork(context, Profiles.Get(settings.Profile), CampaignWork.Of(settings.Prover), settings.Prover.Name);
        return await work.RunAsync(settings, lean => lean == settings.Lean
            ? Task.FromResult(folder)
            : throw new RoundsException($"The rounds in '{folder.Path}' were begun with another Lean: it was {settings.Lean} and is {lean}. Results must not mix: use the version of Prover that began them, {settings.Version}."), cancellationToken).ConfigureAwait(false);
    }
}
