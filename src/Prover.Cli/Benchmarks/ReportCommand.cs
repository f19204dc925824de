using System.CommandLine;
using Prover.Bench.Reports;
using Prover.Bench.Runs;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;

namespace Prover.Cli.Benchmarks;

/// <summary><c>prover bench report</c>: runs as a page and as JSON.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string[]> Runs = new("RUN")
    {
        Description = "Folders of runs, or their names under the default place; two and more are compared.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The page's file, ending in .html; the JSON file is put beside it. Default: report.html in the first run's folder.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "report",
            "Write a self-contained page and a JSON file about one run, or about several and how they differ.",
            "prover bench report RUN",
            "prover bench report RUN OTHER-RUN --out comparison.html")
        {
            Runs, Out,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var store = context.LocalOptions(spares: 0).StorePath;
        var folders = context.Parsed.GetRequiredValue(Runs).Select(r => RunFolders.Find(store, r)).ToList();
        var page = context.Parsed.GetValue(Out) ?? Path.Combine(folders[0], "report.html");
        if (!page.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--out names the page, which ends in .html; '{page}' does not.");
        }

        var runs = new List<BenchRun>();
        foreach (var folder in folders)
        {
            runs.Add(await RunFolder.ReadAsync(folder, cancellationToken).ConfigureAwait(false));
        }

        await WriteAsync(context.Output, runs, page, cancellationToken).ConfigureAwait(false);
        return ExitCode.Proved;
    }

    /// <summary>Writes the page and the JSON file beside it, and says where.</summary>
    public static async Task<ReportDocument> WriteAsync(TextWriter output, IReadOnlyList<BenchRun> runs, string page, CancellationToken cancellationToken)
    {
        var json = Path.ChangeExtension(page, ".json");
        var document = ReportDocument.Of(runs, DateTimeOffset.UtcNow);
        await ReportFiles.WriteAsync(document, page, json, cancellationToken).ConfigureAwait(false);
        output.WriteLine($"wrote:    {page}");
        output.WriteLine($"wrote:    {json}");
        return document;
    }
}
