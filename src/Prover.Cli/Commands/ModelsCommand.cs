using System.CommandLine;
using Prover.Cli.Input;
using Prover.Cli.Models;
using Prover.Cli.Output;
using Prover.Models;
using Prover.Models.Configuration;
using Prover.Models.Probing;

namespace Prover.Cli.Commands;

/// <summary><c>prover models</c>: the configured language models.</summary>
internal static class ModelsCommand
{
    private static readonly Argument<string[]> Names = new("NAME")
    {
        Description = "The models to ask; none means all.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create()
    {
        var list = new VerbCommand("list", "List the configured models.", "prover models list", "prover models list --json") { ModelOptions.ModelsFile, SharedOptions.Json };
        list.SetAction((parsed, _) => VerbContext.RunAsync(parsed, List));
        var test = new VerbCommand(
            "test", "Ask models a tiny question and tell what they can do. Exit code 3: one can't be had.", "prover models test", "prover models test fast --json")
        {
            Names, ModelOptions.ModelsFile, SharedOptions.Json,
        };
        test.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => TestAsync(context, cancellationToken)));
        return new VerbCommand(
            "models",
            $"""
            Language models. What needs none works without one.

            They are configured in {ModelsFile.DefaultPath()}; the environment variable {ModelsFile.PathVariable} names another file:

              "models": the models by name, each with
                "endpoint"        base address of an OpenAI-compatible server, e.g. "http://127.0.0.1:8000/v1" (vLLM, SGLang, Ollama, hosted ones)
                "model"           the server's id of the model
                "keyEnvironment"  name of the environment variable that holds the key, if it needs one; or "keyFile"

            Or set OPENAI_BASE_URL and OPENAI_MODEL (and OPENAI_API_KEY) for one model, named 'default'.
            """,
            "prover models list",
            "prover models test")
        {
            list, test,
        };
    }

    private static ConfiguredModels Open(VerbContext context) =>
        ConfiguredModels.Open(context.Parsed.GetValue(ModelOptions.ModelsFile));

    private static Task<int> List(VerbContext context)
    {
        using var models = Open(context);
        if (context.IsJson)
        {
            context.WriteJson([.. models.All.Select(JsonModel.Of)], CliJson.Readable.IReadOnlyListJsonModel);
        }
        else if (models.All.Count == 0)
        {
            context.Output.WriteLine($"No models are configured in {models.Source}. 'prover models --help' says how; what needs none works without one.");
        }

        foreach (var model in models.All.Where(_ => !context.IsJson))
        {
            var price = model.Price is { } p ? $", {p.InputPerMillion:0.##} + {p.OutputPerMillion:0.##} {p.Currency} a million tokens" : string.Empty;
            context.Output.WriteLine(Visible.Of(
                $"{model.Name}: {model.ModelId} at {model.Endpoint}, {model.ContextTokens} tokens of context, answers of {model.MaxOutputTokens}{price}"));
        }

        return Task.FromResult(ExitCode.Proved);
    }

    private static async Task<int> TestAsync(VerbContext context, CancellationToken cancellationToken)
    {
        using var models = Open(context);
        string[] names = context.Parsed.GetValue(Names) is { Length: > 0 } given ? given : [.. models.All.Select(m => m.Name)];
        if (names.Length == 0)
        {
            throw new UsageException($"No models are configured in {models.Source}. 'prover models --help' says how.");
        }

        var results = new List<ModelProbeResult>();
        foreach (var name in names)
        {
            var result = await ModelProbe.RunAsync(models, name, cancellationToken: cancellationToken).ConfigureAwait(false);
            results.Add(result);
            if (!context.IsJson)
            {
                PlainModel.Write(context.Output, result);
            }
        }

        if (context.IsJson)
        {
            context.WriteJson([.. results.Select(JsonProbe.Of)], CliJson.Readable.IReadOnlyListJsonProbe);
        }

        return results.TrueForAll(r => r.Problem is null) ? ExitCode.Proved : ExitCode.Unknown;
    }
}
