using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Profiles;
using Prover.Bench.Provers;
using Prover.Bench.Screening;
using Prover.Cli.Backends;
using Prover.Cli.Benchmarks;
using Prover.Cli.Commands;
using Prover.Cli.Output;
using Prover.Core.Checking;
using Prover.Core.Prompts;
using Prover.Core.Proving;
using Prover.Core.Verification;
using Prover.Lean.Selection;
using Prover.Rounds.Hooks;
using Prover.Rounds.Problems.Contamination;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;

namespace Prover.Cli.Rounds;

/// <summary>Works on a campaign with this process's Lean, and shows it.</summary>
internal sealed class CampaignWork(VerbContext context, Profile profile, ProverRequest request, string prover)
{
    private static readonly TimeSpan ShorteningTime = TimeSpan.FromSeconds(6);

    /// <summary>A prover's request as campaigns keep it.</summary>
    public static CampaignProver Of(ProverRequest request, string grade) => new(request.Name)
    {
        TimeLimitSeconds = request.Budget.TimeLimit.TotalSeconds,
        CandidateTimeLimitSeconds = request.Budget.CandidateTimeLimit.TotalSeconds,
        ProcessorTimeLimitSeconds = request.Budget.ProcessorTimeLimit?.TotalSeconds,
        MaxCandidates = request.Budget.MaxSamples,
        MaxTokens = request.Budget.MaxTokens,
        Grade = grade,
        Models = request.Models,
        UsePortfolio = request.UsePortfolio,
        RepairPolicy = request.RepairPolicy,
    };

    /// <summary>And back.</summary>
    public static ProverRequest Of(CampaignProver kept) => new()
    {
        Name = kept.Name,
        Budget = new ProveBudget
        {
            TimeLimit = TimeSpan.FromSeconds(kept.TimeLimitSeconds),
            CandidateTimeLimit = TimeSpan.FromSeconds(kept.CandidateTimeLimitSeconds),
            ProcessorTimeLimit = kept.ProcessorTimeLimitSeconds is { } processor ? TimeSpan.FromSeconds(processor) : null,
            MaxSamples = kept.MaxCandidates,
            MaxTokens = kept.MaxTokens,
        },
        Grade = SharedOptions.ParseGrade(kept.Grade),
        Models = kept.Models,
        UsePortfolio = kept.UsePortfolio,
        RepairPolicy = kept.RepairPolicy,
    };

    /// <summary>Runs the campaign to its end.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="open">Opens the folder, given the Lean.</param>
    /// <param name="cancellationToken">Ends it; what had ended is kept.</param>
    public async Task<int> RunAsync(CampaignSettings settings, Func<string, Task<RoundsFolder>> open, CancellationToken cancellationToken)
    {
        var memory = settings.Memory ? RoundMemory.Hook(prover) : null;
        var options = context.MeasuringOptions(settings.Prover is not { ProcessorTimeLimitSeconds: null, HeldOutProcessorTimeLimitSeconds: null }) with { Toolchain = profile.NeedsMathlib ? ToolchainChoice.Native : ToolchainChoice.Embedded };
        await using var backend = new LocalBackend(options);
        var source = new LocalProverSource(backend.Services, request);
        using var http = new HttpClient();
        var folder = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            var lean = await RunCommand.LeanAsync(backend, profile, cancellationToken).ConfigureAwait(false);

            // Before there is a folder: a prover that can't be had is a mistake of the command.
            await source.TryAsync(cancellationToken).ConfigureAwait(false);
            var opened = await open(RunCommand.Words(lean)).ConfigureAwait(false);
            var checker = backend.Services.GetRequiredService<ILeanChecker>();
            var parts = new CampaignParts
            {
                Profile = profile,
                Check = new StatementCheck(checker, backend.Services.GetRequiredService<Verifier>()),
                Provers = source,
                HeldOutProvers = HeldOutBudget(settings.Prover) is { } budget ? new LocalProverSource(backend.Services, request with { Budget = budget }) : null,
                Shortener = settings.Memory ? new WholeStepShortener(checker, ShorteningTime) : null,
                Contamination = new NearContamination(settings.ContaminationThreshold ?? Decontamination.UsualThreshold),
                Export = HookExport.Of(settings, backend.Services.GetRequiredService<PromptLibrary>(), lean),
                Schedule = new WideningSchedule(settings.Schedule),
                Hooks = [.. new ILearningHook?[] { memory, settings.Hook is { } command ? new CommandHook(command, new EndpointProbe(http)) : null }.OfType<ILearningHook>()],
            };
            await RunAsync(opened, parts, checker, cancellationToken).ConfigureAwait(false);
            return opened;
        }).ConfigureAwait(false);
        await ShowAsync(folder).ConfigureAwait(false);
        return ExitCode.Proved;
    }

    private ProveBudget? HeldOutBudget(CampaignProver prover) => prover is { HeldOutTimeLimitSeconds: null, HeldOutProcessorTimeLimitSeconds: null }
        ? null
        : request.Budget with
        {
            TimeLimit = prover.HeldOutTimeLimitSeconds is { } clock ? TimeSpan.FromSeconds(clock) : request.Budget.TimeLimit,
            ProcessorTimeLimit = prover.HeldOutProcessorTimeLimitSeconds is { } processor ? TimeSpan.FromSeconds(processor) : request.Budget.ProcessorTimeLimit,
        };

    private async Task RunAsync(RoundsFolder folder, CampaignParts parts, ILeanChecker checker, CancellationToken cancellationToken)
    {
        context.Progress.Say($"rounds: {folder.Path}");
        try
        {
            var taking = RunCommand.Taking(context.Parsed, request.Name, checker);
            await new CampaignRunner(folder, parts, taking, new RoundsDisplay(context.Progress)).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Progress.Say($"Interrupted. What had ended is kept; 'prover rounds resume {folder.Path}' goes on from there.");
            throw;
        }
    }

    private async Task ShowAsync(RoundsFolder folder)
    {
        // What is known by now is written even if the caller is about to leave.
        var document = await CampaignDocument.ReadAsync([folder], DateTimeOffset.UtcNow, CancellationToken.None).ConfigureAwait(false);
        var page = Path.Combine(folder.Path, "report.html");
        await CampaignReportFiles.WriteAsync(document, page, Path.ChangeExtension(page, ".json"), CancellationToken.None).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.Output.Write(CampaignJson.Write(document));
            return;
        }

        PlainRounds.Write(context.Output, document.Campaigns[0]);
        context.Output.WriteLine($"wrote:    {page}");
    }
}
