using System.CommandLine;
using Prover.Bench.Data.Fetching;
using Prover.Bench.Data.Manifests;
using Prover.Cli.Commands;
using Prover.Cli.Output;

namespace Prover.Cli.Benchmarks;

/// <summary><c>prover bench fetch</c>: get a public data set.</summary>
internal static class FetchCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The data set: 'minif2f'." };

    private static readonly Option<string?> To = new("--to") { Description = "Folder for the file and its manifest; default: Prover's cache, where --data minif2f looks.", HelpName = "DIR" };

    private static readonly Option<string?> Revision = new("--revision")
    {
        Description = "Another commit than the pinned one, by its full id; its content is then taken as it is, and recorded.",
        HelpName = "COMMIT",
    };

    private static readonly Option<string?> Repository = new("--repository") { Description = "Another repository, e.g. a mirror.", HelpName = "URL" };

    public static Command Create()
    {
        Name.AcceptOnlyFromAmong(DataFiles.MiniF2F);
        var command = new VerbCommand(
            "fetch",
            "Get a pinned revision of a data set from its public repository with git, and check its content.",
            "prover bench fetch minif2f",
            "prover bench fetch minif2f --to data/")
        {
            Name, To, Revision, Repository,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var folder = parsed.GetValue(To) ?? DataFiles.DefaultFolder(parsed.GetRequiredValue(Name));
        var fetched = await context.Progress.RunAsync("fetching", () => new DataSetFetcher().FetchAsync(
            BuiltInData.MiniF2F, folder, parsed.GetValue(Revision), parsed.GetValue(Repository), context.Progress, cancellationToken)).ConfigureAwait(false);
        context.Output.WriteLine($"{(fetched.WasThere ? "there" : "got")}: {fetched.Path}");
        return ExitCode.Proved;
    }
}
