using System.CommandLine;
using Prover.Cli.Backends;
using Prover.Cli.Formalizations;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Formalization;

namespace Prover.Cli.Commands;

/// <summary><c>prover formalize</c>: from a problem in words to a Lean statement.</summary>
internal static class FormalizeCommand
{
    private static readonly Option<string> Name = new("--name")
    {
        Description = "Name of the theorem.",
        DefaultValueFactory = _ => new FormalizeRequest { Text = string.Empty }.Name,
        HelpName = "NAME",
    };

    private static readonly Option<string?> Pin = new("--pin")
    {
        Description = "Your own statement, Lean text: it is examined like any other, but never changed, and counts for this problem from now on.",
        HelpName = "STATEMENT",
    };

    private static readonly Option<string?> PinFile = new("--pin-file") { Description = "A file with your own statement.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new VerbCommand(
            "formalize",
            "Find a Lean statement for a problem in natural language, with evidence of its faithfulness. Exit code 1: none was found, or it is doubtful.",
            "prover formalize --text 'Show that for every natural number n, n^2 + n is even'",
            "prover formalize problem.txt --json",
            "prover formalize problem.txt --pin-file mine.lean")
        {
            ProblemOptions.File, ProblemOptions.Text, Name, Pin, PinFile, SharedOptions.TimeLimit, ModelOptions.Models, ModelOptions.None, ModelOptions.MaxTokens, ModelOptions.ModelsFile, SharedOptions.NoStore,
            SharedOptions.Json, SharedOptions.Server, SharedOptions.Store, SharedOptions.Toolchain, SharedOptions.AllowUnprotected, SharedOptions.Workers,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var request = await RequestAsync(context, cancellationToken).ConfigureAwait(false);
        await using var backend = context.OpenBackend(spares: 1);
        var result = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            return await FormalizeAsync(backend, request, context.Progress.Report, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);

        if (context.IsJson)
        {
            context.WriteJson(JsonFormalizeReport.Of(result), CliJson.Readable.JsonFormalizeReport);
        }
        else if (result.Problem is { } problem)
        {
            PlainFormalization.Write(context.Output, problem);
            PlainFormalization.WriteUsage(context.Output, result.Usage);
        }
        else
        {
            context.Output.WriteLine(Visible.Of($"No statement was found. {result.Reason}"));
        }

        return result.Problem?.Level >= FaithfulnessLevel.Plausible ? ExitCode.Proved : ExitCode.NotProved;
    }

    /// <summary>Formalizes a problem, and tells all that happens on the way.</summary>
    public static async Task<FormalizeResult> FormalizeAsync(
        Backend backend, FormalizeRequest request, Action<FormalizeEvent> tell, CancellationToken cancellationToken)
    {
        FormalizeResult? result = null;
        await foreach (var happened in backend.Formalization.FormalizeAsync(request, cancellationToken).ConfigureAwait(false))
        {
            tell(happened);
            result = (happened as FormalizeEvent.Finished)?.Result;
        }

        return result ?? throw new IOException("The formalization ended without a result.");
    }

    private static async Task<FormalizeRequest> RequestAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var (pin, pinFile, name) = (parsed.GetValue(Pin), parsed.GetValue(PinFile), parsed.GetRequiredValue(Name));
        if (pin is not null && pinFile is not null)
        {
            throw new UsageException("Give --pin or --pin-file, not both.");
        }

        if (!FormalizeRequest.IsName(name))
        {
            throw new UsageException($"'{name}' is no name for a theorem: letters, digits and '_', beginning with a letter.");
        }

        var request = new FormalizeRequest
        {
            Text = await ProblemOptions.ReadAsync(parsed, cancellationToken).ConfigureAwait(false),
            Name = name,
            Pinned = pinFile is null ? pin : await TextInput.ReadAsync(pinFile, cancellationToken).ConfigureAwait(false),
            Models = ModelOptions.ReadModels(parsed),
            MaxTokens = ModelOptions.ReadMaxTokens(parsed),
            UseStore = !parsed.GetValue(SharedOptions.NoStore),
        };
        return context.TimeLimit() is { } limit ? request with { TimeLimit = limit } : request;
    }
}
