using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Prover.Cli.Backends;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core.Checking;
using Prover.Core.Proving;
using Prover.Core.Refutation;
using Prover.Core.Verification;

namespace Prover.Cli.Commands;

/// <summary><c>prover refute</c>: find a counterexample, and have Lean accept the negation.</summary>
internal static class RefuteCommand
{
    private static readonly Option<string?> File = new("--file") { Description = "A Lean file that ends in the theorem to refute; '-' is standard input.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new VerbCommand(
            "refute",
            "Look for a counterexample by exact calculation, and verify the proof of the negation. That none is found proves nothing.",
            "prover refute --statement 'theorem t (n d : Nat) (h : 1 < d) (g : d < n^2 + n + 41) : ¬ d ∣ n^2 + n + 41'",
            "prover refute --file statement.lean --time-limit 60 --json")
        {
            StatementOptions.Text, File, SharedOptions.TimeLimit, SharedOptions.CandidateTimeLimit, SharedOptions.Grade, SharedOptions.Json,
            SharedOptions.Toolchain, SharedOptions.AllowUnprotected,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var request = await RequestAsync(context, cancellationToken).ConfigureAwait(false);
        var backend = new LocalBackend(context.LocalOptions(spares: 1));
        await using var closed = backend.ConfigureAwait(false);
        var (result, proposals) = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            return await SearchAsync(backend.Services, request, context.Progress, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var outcome = RefuteOutcome.Of(result, proposals);
        if (context.IsJson)
        {
            context.WriteJson(JsonRefutation.Of(outcome), CliJson.Readable.JsonRefutation);
        }
        else
        {
            PlainRefutation.Write(context.Output, outcome);
        }

        return outcome.ExitCode;
    }

    private static async Task<(ProveResult Result, IReadOnlyList<RefutationProposal> Proposals)> SearchAsync(
        IServiceProvider services, ProveRequest request, ProgressDisplay progress, CancellationToken cancellationToken)
    {
        var proposals = new List<RefutationProposal>();
        var checker = services.GetRequiredService<ILeanChecker>();
        var sampler = new RefutationSampler(checker, found: proposals.Add);
        var search = new ProofSearch(checker, services.GetRequiredService<Verifier>(), sampler, null, services.GetRequiredService<TimeProvider>());
        ProveResult? result = null;
        await foreach (var happened in search.ProveAsync(request, cancellationToken).ConfigureAwait(false))
        {
            progress.Report(happened);
            result = (happened as ProveEvent.Finished)?.Result;
        }

        return (result ?? throw new IOException("The search ended without a result."), proposals);
    }

    private static async Task<ProveRequest> RequestAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var (text, file) = (parsed.GetValue(StatementOptions.Text), parsed.GetValue(File));
        if (text is null == file is null)
        {
            throw new UsageException("Give the statement once: as --statement TEXT or as --file FILE.");
        }

        var each = TimeSpan.FromSeconds(parsed.GetValue(SharedOptions.CandidateTimeLimit));
        if (each <= TimeSpan.Zero)
        {
            throw new UsageException("--candidate-time-limit must be positive.");
        }

        var budget = new ProveBudget { CandidateTimeLimit = each };
        return new ProveRequest
        {
            Statement = text ?? await TextInput.ReadAsync(file!, cancellationToken).ConfigureAwait(false),
            Budget = budget with { TimeLimit = context.TimeLimit() ?? budget.TimeLimit },
            Grade = SharedOptions.ParseGrade(parsed.GetRequiredValue(SharedOptions.Grade)),
            UseStore = false,
        };
    }
}
