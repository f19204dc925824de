using System.CommandLine;
using Prover.Cli.Backends;
using Prover.Cli.DeepThinking;
using Prover.Cli.Formalizations;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Escalation;
using Prover.Core.Proving;

namespace Prover.Cli.Commands;

/// <summary><c>prover prove</c>: find a proof.</summary>
internal static class ProveCommand
{
    private static readonly Argument<string?> File = new("FILE")
    {
        Description = "A Lean file that ends in the theorem to prove, with 'sorry' or nothing for its proof; '-' is standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int> Samples = new("--samples")
    {
        Description = "Distinct candidates to check at most.",
        DefaultValueFactory = _ => new ProveBudget().MaxSamples,
        HelpName = "N",
    };

    private static readonly Option<string?> Escalate = new("--escalate")
    {
        Description = "Where the search ends without a proof, go on with deep thinking for so long, e.g. 10m (see 'prover deepthink').",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "TIME",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "prove",
            "Find a proof of a statement, or of a problem in words, and verify it.",
            "prover prove --statement 'theorem t (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 3'",
            "prover prove --text 'Show that for every natural number n, n^2 + n is even'",
            "prover prove problem.lean --time-limit 120 --search",
            "prover prove --statement-file problem.lean --json > result.json")
        {
            File, StatementOptions.Text, StatementOptions.File, ProblemOptions.Text, Samples, Escalate, SharedOptions.TimeLimit, SharedOptions.CandidateTimeLimit,
            ModelOptions.Models, ModelOptions.None, ModelOptions.NoPortfolio, ModelOptions.Search, ModelOptions.Policy, ModelOptions.MaxTokens, ModelOptions.Seed, ModelOptions.ModelsFile, SharedOptions.Grade,
            SharedOptions.NoStore, SharedOptions.Json, SharedOptions.Server, SharedOptions.Store, SharedOptions.Memory, SharedOptions.Toolchain, SharedOptions.AllowUnprotected, SharedOptions.Workers,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var escalate = ReadEscalation(context);
        var request = await RequestAsync(context, cancellationToken).ConfigureAwait(false);
        await using var backend = context.OpenBackend(spares: 1);
        if (context.TimeLimit() is null && request.Sampling.Models is not { Count: 0 } && backend.HasModels)
        {
            request = request with { Budget = request.Budget with { TimeLimit = ModelOptions.UsualTimeLimit } };
        }

        var (result, trigger) = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            return await SearchAsync(backend, request, context.Progress, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        if (escalate is { } wall && trigger is not null && Escalation(context, request, result, trigger, wall) is { } thought)
        {
            context.Progress.Say($"escalating: {thought.Trigger.Reason}");
            return await context.Progress.RunAsync("thinking", () => DeepThinkCommand.ThinkAsync(backend, thought, context, cancellationToken)).ConfigureAwait(false);
        }

        if (context.IsJson)
        {
            context.WriteJson(JsonReport.Of(result), CliJson.Readable.JsonReport);
        }
        else
        {
            if (result.Problem is { } problem)
            {
                PlainFormalization.Write(context.Output, problem);
                context.Output.WriteLine();
            }

            PlainReport.Write(context.Output, result.Verdict, result.Proof, result.Origin);
            PlainFormalization.WriteUsage(context.Output, result.Usage);
        }

        return ExitCode.Of(result.Verdict.Kind);
    }

    /// <summary>How long to go on thinking; null where nobody asks for it.</summary>
    private static TimeSpan? ReadEscalation(VerbContext context) => context.Parsed.GetResult(Escalate) is null ? null
        : Duration.Read(context.Parsed.GetValue(Escalate) ?? "10m", "--escalate");

    private static DeepThinkRequest? Escalation(VerbContext context, ProveRequest request, ProveResult result, EscalationTrigger trigger, TimeSpan wall)
    {
        var statement = request.Statement ?? result.Problem?.Statement.Text;
        return statement is null ? null : new DeepThinkRequest
        {
            Statement = statement,
            WorkFolder = DeepThinkCommand.WorkFolder(context, statement),
            Trigger = trigger,
            Budget = new DeepThinkBudget
            {
                Wall = wall,
                MaxTokens = request.Budget.MaxTokens is { } tokens ? Math.Max(0, tokens - result.Tokens) : null,
            },
            Grade = request.Grade,
            Seed = request.Sampling.Seed,
            Models = request.Sampling.Models,
            UseStore = request.UseStore,
        };
    }

    private static async Task<(ProveResult Result, EscalationTrigger? Trigger)> SearchAsync(
        Backend backend, ProveRequest request, ProgressDisplay progress, CancellationToken cancellationToken)
    {
        var near = new PartialProgress();
        ProveResult? result = null;
        await foreach (var happened in backend.Search.ProveAsync(request, cancellationToken).ConfigureAwait(false))
        {
            progress.Report(happened);
            near = near.With(happened);
            result = (happened as ProveEvent.Finished)?.Result;
        }

        return result is null ? throw new IOException("The search ended without a result.") : (result, new EscalationPolicy().Decide(result, near));
    }

    private static async Task<ProveRequest> RequestAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var statement = await StatementOptions.ReadAsync(parsed, cancellationToken).ConfigureAwait(false);
        var file = parsed.GetValue(File);
        var text = parsed.GetValue(ProblemOptions.Text);
        if (new[] { file, statement, text }.Count(given => given is not null) != 1)
        {
            throw new UsageException("Give the problem once: as FILE, --statement TEXT, --statement-file FILE or, in words, --text TEXT.");
        }

        var budget = new ProveBudget
        {
            MaxSamples = parsed.GetValue(Samples),
            CandidateTimeLimit = TimeSpan.FromSeconds(parsed.GetValue(SharedOptions.CandidateTimeLimit)),
            MaxTokens = ModelOptions.ReadMaxTokens(parsed),
        };
        if (budget.MaxSamples < 1 || budget.CandidateTimeLimit <= TimeSpan.Zero)
        {
            throw new UsageException("--samples and --candidate-time-limit must be positive.");
        }

        return new ProveRequest
        {
            Statement = statement ?? (file is null ? null : await TextInput.ReadAsync(file, cancellationToken).ConfigureAwait(false)),
            Text = text,
            Budget = budget with { TimeLimit = context.TimeLimit() ?? budget.TimeLimit },
            Grade = SharedOptions.ParseGrade(parsed.GetRequiredValue(SharedOptions.Grade)),
            Sampling = ModelOptions.Read(parsed),
            UseStore = !parsed.GetValue(SharedOptions.NoStore),
        };
    }
}
