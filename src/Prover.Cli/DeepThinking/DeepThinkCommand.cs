using System.CommandLine;
using Prover.Cli.Backends;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.Statements;

namespace Prover.Cli.DeepThinking;

/// <summary><c>prover deepthink</c>: think longer about one statement.</summary>
internal static class DeepThinkCommand
{
    private static readonly Option<string> Budget = new("--budget")
    {
        Description = "Wall-clock time in all, e.g. 90s, 10m or 2h.",
        DefaultValueFactory = _ => "10m",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Cpu = new("--cpu") { Description = "Time of checks by Lean in all, added up over its processes.", HelpName = "TIME" };

    private static readonly Option<string?> Work = new("--work")
    {
        Description = "Folder that keeps the thought, so that it can be stopped and resumed. Default: one beside the store, which 'prover thoughts list' names; with --no-store or --server none.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Resume = new("--resume")
    {
        Description = "Go on with the thought in this folder, or of this id; what is over is not repeated. With --budget, --cpu or --max-tokens it may spend more.",
        HelpName = "DIR|ID",
    };

    private static readonly Option<int> Depth = new("--depth")
    {
        Description = "How deep holes of sketches are taken apart again.",
        DefaultValueFactory = _ => 2,
        HelpName = "N",
    };

    private static readonly Option<int> Seats = new("--seats")
    {
        Description = "Seats of the council of models at most.",
        DefaultValueFactory = _ => 5,
        HelpName = "N",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "deepthink",
            "Think longer about a statement that samples can't prove: refutation, engine, search, decomposition and a council of models, within one budget.",
            "prover deepthink --statement 'theorem t (n : Nat) : 6 ∣ n * (n + 1) * (n + 2)' --budget 10m",
            "prover deepthink --statement-file problem.lean --work thought --max-tokens 200000",
            "prover deepthink --resume thought",
            "prover deepthink --statement-file problem.lean --budget 30m --server http://127.0.0.1:50051")
        {
            StatementOptions.Text, StatementOptions.File, Budget, Cpu, ModelOptions.MaxTokens, Work, Resume, Depth, Seats, SharedOptions.CandidateTimeLimit,
            ModelOptions.Models, ModelOptions.None, ModelOptions.Seed, ModelOptions.ModelsFile, SharedOptions.Grade, SharedOptions.NoStore, SharedOptions.Json,
            SharedOptions.Server, SharedOptions.Store, SharedOptions.Memory, SharedOptions.Toolchain, SharedOptions.AllowUnprotected, SharedOptions.Workers,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    /// <summary>Thinks with a display, and writes the end; gives the exit code.</summary>
    public static async Task<int> ThinkAsync(Backend backend, DeepThinkRequest request, VerbContext context, CancellationToken cancellationToken)
    {
        var display = new ThinkDisplay(context.Progress);
        if (request.WorkFolder is { } folder)
        {
            context.Progress.Say($"the thought is kept in {folder}");
        }

        DeepThinkResult? result = null;
        await foreach (var happened in backend.Thinker.ThinkAsync(request, cancellationToken).ConfigureAwait(false))
        {
            display.Report(happened);
            result = (happened as DeepThinkEvent.Finished)?.Result;
        }

        if (context.IsJson)
        {
            context.WriteJson(JsonThought.Of(result!), ThoughtJson.Readable.JsonThought);
        }
        else
        {
            PlainThought.Write(context.Output, result!);
        }

        return ExitCode.Of(result!.Verdict.Kind);
    }

    /// <summary>Where a thought about a statement is kept when nobody says; null where nothing is to be kept.</summary>
    public static string? WorkFolder(VerbContext context, string statement) =>
        context.Parsed.GetValue(SharedOptions.NoStore) || context.Parsed.GetValue(SharedOptions.Server) is not null ? null : ThoughtsCommand.Archive(context).NewFolder(TheoremStatement.Parse(statement).LocalName);

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var request = await RequestAsync(context, cancellationToken).ConfigureAwait(false);
        await using var backend = context.OpenBackend(spares: 1);
        return await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            return await ThinkAsync(backend, request, context, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private static async Task<DeepThinkRequest> RequestAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var statement = await StatementOptions.ReadAsync(parsed, cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(SharedOptions.Server) is not null && (parsed.GetValue(Resume) ?? parsed.GetValue(Work)) is not null)
        {
            throw new UsageException("A service keeps no thought; leave --work and --resume out, or --server (and PROVER_SERVER).");
        }

        if (parsed.GetValue(Resume) is { } folder)
        {
            if (statement is not null || parsed.GetValue(Work) is not null)
            {
                throw new UsageException("Give --resume DIR alone: the thought in the folder has its statement.");
            }

            var kept = await DeepThinker.ReadRequestAsync(ThoughtsCommand.Archive(context).Find(folder) ?? Path.GetFullPath(folder), cancellationToken).ConfigureAwait(false);
            return kept with
            {
                Budget = new DeepThinkBudget
                {
                    Wall = parsed.GetResult(Budget) is { Implicit: false } ? Duration.Read(parsed.GetRequiredValue(Budget), "--budget") : kept.Budget.Wall,
                    Cpu = parsed.GetValue(Cpu) is { } cpu ? Duration.Read(cpu, "--cpu") : kept.Budget.Cpu,
                    MaxTokens = ModelOptions.ReadMaxTokens(parsed) ?? kept.Budget.MaxTokens,
                },
            };
        }

        return new DeepThinkRequest
        {
            Statement = statement ?? throw new UsageException("Give the statement as --statement TEXT or --statement-file FILE, or a thought to go on with as --resume DIR."),
            Budget = new DeepThinkBudget
            {
                Wall = Duration.Read(parsed.GetRequiredValue(Budget), "--budget"),
                Cpu = parsed.GetValue(Cpu) is { } time ? Duration.Read(time, "--cpu") : null,
                MaxTokens = ModelOptions.ReadMaxTokens(parsed),
            },
            WorkFolder = parsed.GetValue(Work) is { } work ? Path.GetFullPath(work) : WorkFolder(context, statement),
            CandidateTimeLimit = parsed.GetResult(SharedOptions.CandidateTimeLimit) is { Implicit: false }
                ? TimeSpan.FromSeconds(parsed.GetValue(SharedOptions.CandidateTimeLimit))
                : new DeepThinkRequest { Statement = string.Empty }.CandidateTimeLimit,
            Grade = SharedOptions.ParseGrade(parsed.GetRequiredValue(SharedOptions.Grade)),
            Models = ModelOptions.ReadModels(parsed),
            Seed = parsed.GetValue(ModelOptions.Seed),
            MaxDepth = parsed.GetValue(Depth),
            CouncilSeats = parsed.GetValue(Seats),
            UseStore = !parsed.GetValue(SharedOptions.NoStore),
        };
    }
}
