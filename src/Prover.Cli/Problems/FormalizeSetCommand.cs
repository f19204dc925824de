using System.CommandLine;
using Prover.Cli.Backends;
using Prover.Cli.Commands;
using Prover.Cli.Output;
using Prover.Core.Formalization;
using Prover.Rounds.Problems.Filters;
using Prover.Rounds.Problems.Words;

namespace Prover.Cli.Problems;

/// <summary><c>prover problems formalize</c>: from a file of problems in words to one that rounds can train on.</summary>
internal static class FormalizeSetCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "JSON lines with 'name' and the problem as 'text', 'problem' or 'informal_stmt'." };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file of statements, JSON lines that 'prover rounds start --train' takes. What it has already is not asked again; what was left out is in FILE.left-out.jsonl, with reasons.",
        Required = true,
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "formalize",
            "Find Lean statements for problems in natural language, and keep those that nothing speaks against: of a model's statements those that most proposals agree on.",
            "prover problems formalize problems.jsonl --out formalized.jsonl",
            "prover problems formalize problems.jsonl --model goedel-formalizer --out formalized.jsonl")
        {
            File, Out, SharedOptions.TimeLimit, ModelOptions.Models, ModelOptions.None, ModelOptions.MaxTokens, ModelOptions.ModelsFile, SharedOptions.NoStore,
            SharedOptions.Server, SharedOptions.Store, SharedOptions.Toolchain, SharedOptions.AllowUnprotected, SharedOptions.Workers,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var problems = await WordProblem.ReadAsync(parsed.GetRequiredValue(File), cancellationToken).ConfigureAwait(false);
        var request = new FormalizeRequest
        {
            Text = string.Empty,
            Models = ModelOptions.ReadModels(parsed),
            MaxTokens = ModelOptions.ReadMaxTokens(parsed),
            UseStore = !parsed.GetValue(SharedOptions.NoStore),
        };
        request = context.TimeLimit() is { } limit ? request with { TimeLimit = limit } : request;
        var path = parsed.GetRequiredValue(Out);
        using var found = FormalizedFile.Open(path);
        using var leftOut = FormalizedFile.Open(path + ".left-out.jsonl");
        var open = problems.Where(p => !found.Names.Contains(p.Name) && !leftOut.Names.Contains(p.Name)).ToList();
        await using var backend = context.OpenBackend(spares: 1);
        await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            foreach (var problem in open)
            {
                var (result, decision) = await FormalizeAsync(backend, request with { Text = problem.Text, Name = problem.Name }, cancellationToken).ConfigureAwait(false);
                (decision.IsKept ? found : leftOut).Add(problem, decision, result);
                context.Progress.Say(Visible.Of($"{problem.Name}: {(decision.IsKept ? "kept" : "left out")}. {decision.Reason}"));
            }

            return 0;
        }).ConfigureAwait(false);
        context.Output.WriteLine($"formalized: {found.Names.Count} of {problems.Count} problems in {path}; {leftOut.Names.Count} left out, with reasons in {path}.left-out.jsonl");
        return ExitCode.Proved;
    }

    private static async Task<(FormalizeResult Result, FilterDecision Decision)> FormalizeAsync(Backend backend, FormalizeRequest request, CancellationToken cancellationToken)
    {
        var proposed = new List<FormalStatement>();
        var end = await FormalizeCommand.FormalizeAsync(backend, request, happened =>
        {
            if (happened is FormalizeEvent.Proposed { Statement: var statement })
            {
                proposed.Add(statement);
            }
        }, cancellationToken).ConfigureAwait(false);
        return end.LeanFailed
            ? throw new IOException($"Lean failed at '{request.Name}', which says nothing about the problem: {end.Reason} The same command goes on from there.")
            : (end, new FormalizationSieve().Decide(end, proposed));
    }
}
