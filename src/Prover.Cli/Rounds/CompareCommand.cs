using System.CommandLine;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;

namespace Prover.Cli.Rounds;

/// <summary><c>prover rounds compare</c>: campaigns side by side, as a page and as JSON.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Folders = new("DIR") { Description = "Folders of campaigns.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The page's file, ending in .html; the JSON file is put beside it. Default: comparison.html in the first folder.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "compare",
            "Set campaigns side by side, e.g. one with its memory on and one with it off: held-out scores by round, solved problems with lineage, a page and a JSON file.",
            "prover rounds compare campaign control --out comparison.html")
        {
            Folders, Out,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var named = context.Parsed.GetRequiredValue(Folders);
        var page = context.Parsed.GetValue(Out) ?? Path.Combine(named[0], "comparison.html");
        if (!page.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--out names the page, which ends in .html; '{page}' does not.");
        }

        List<RoundsFolder> folders = [];
        foreach (var folder in named)
        {
            folders.Add(await RoundsFolder.ReadAsync(folder, cancellationToken).ConfigureAwait(false));
        }

        var document = await CampaignDocument.ReadAsync(folders, DateTimeOffset.UtcNow, cancellationToken).ConfigureAwait(false);
        var json = Path.ChangeExtension(page, ".json");
        await CampaignReportFiles.WriteAsync(document, page, json, cancellationToken).ConfigureAwait(false);
        PlainRounds.Write(context.Output, document);
        context.Output.WriteLine($"wrote:    {page}");
        context.Output.WriteLine($"wrote:    {json}");
        return ExitCode.Proved;
    }
}
