using System.CommandLine;
using Prover.Bench.Data;
using Prover.Bench.Profiles;
using Prover.Bench.Provers;
using Prover.Cli.Benchmarks;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Core;
using Prover.Rounds.Hooks;
using Prover.Rounds.Problems.Contamination;
using Prover.Rounds.Rounds;
using ModelsFile = Prover.Models.Configuration.ModelsFile;

namespace Prover.Cli.Rounds;

/// <summary><c>prover rounds start</c>: begin a campaign.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var command = new VerbCommand(
            "start",
            "Begin rounds, or go on with those that were begun by the same command: attempt problems from easy to hard, learn from the verified proofs, measure, promote or roll back.",
            "prover rounds start --train problems.jsonl --held-out test.jsonl --rounds 4 --prover portfolio --time-limit 60 --out campaign",
            "prover rounds start --train problems.jsonl --held-out test.jsonl --rounds 4 --no-memory --out control",
            "prover rounds start --train problems.jsonl --held-out minif2f --held-out-split valid --prover model:mine --hook './train.sh' --out campaign")
        {
            CampaignOptions.Train, CampaignOptions.HeldOut, CampaignOptions.HeldOutSplits, DataOptions.Profile, CampaignOptions.Rounds, CampaignOptions.ProblemsPerRound,
            SampleOptions.Prover, SampleOptions.Samples, CampaignOptions.HeldOutSamples, CampaignOptions.HeldOutTimeLimit, CampaignOptions.HeldOutProcessorLimit, ModelOptions.Seed,
            SharedOptions.TimeLimit, SharedOptions.ProcessorLimit, SharedOptions.CandidateTimeLimit, SampleOptions.MaxCandidates, ModelOptions.MaxTokens, SharedOptions.Grade,
            ModelOptions.Models, ModelOptions.NoPortfolio, ModelOptions.Policy, ModelOptions.ModelsFile,
            CampaignOptions.Bands, CampaignOptions.WidenAt, CampaignOptions.MaxTries, CampaignOptions.Variants, CampaignOptions.Hook, CampaignOptions.HookFormat, CampaignOptions.NoMemory, CampaignOptions.Promote,
            CampaignOptions.Out, RunCommand.Parallel, RunCommand.RetryFailures, SharedOptions.Workers, SharedOptions.AllowUnprotected, SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var profile = Profiles.Get(parsed.GetRequiredValue(DataOptions.Profile));
        var request = SampleOptions.Read(context);
        var train = await TrainingReader.ReadAsync([.. parsed.GetRequiredValue(CampaignOptions.Train).Select(DataFiles.PathOf)], cancellationToken).ConfigureAwait(false);
        var heldOut = await DataSetReader.ReadAsync(
            DataFiles.PathOf(parsed.GetRequiredValue(CampaignOptions.HeldOut)), parsed.GetValue(CampaignOptions.HeldOutSplits) ?? [], cancellationToken).ConfigureAwait(false);
        var settings = Settings(context, profile, request, train, heldOut);
        var work = new CampaignWork(context, profile, request, settings.Prover.Name);
        return await work.RunAsync(settings, async lean =>
        {
            var folder = await RoundsFolder.OpenAsync(
                parsed.GetRequiredValue(CampaignOptions.Out), settings with { Lean = lean }, train.Problems, heldOut, cancellationToken).ConfigureAwait(false);
            await CampaignModels.BeginAsync(folder.ModelsPath, UsersModels(parsed), cancellationToken).ConfigureAwait(false);
            return folder;
        }, cancellationToken).ConfigureAwait(false);
    }

    private static CampaignSettings Settings(VerbContext context, Profile profile, ProverRequest request, TrainingSet train, DataSet heldOut)
    {
        var parsed = context.Parsed;
        return new CampaignSettings
        {
            Train = train.Sources,
            HeldOut = heldOut.Identity,
            Profile = profile.Name,
            Prover = CampaignWork.Of(request, parsed.GetRequiredValue(SharedOptions.Grade)) with
            {
                HeldOutTimeLimitSeconds = CampaignOptions.ReadHeldOutTimeLimit(parsed),
                HeldOutProcessorTimeLimitSeconds = SampleOptions.ReadProcessorLimit(parsed, CampaignOptions.HeldOutProcessorLimit)?.TotalSeconds,
            },
            Rounds = CampaignOptions.Positive(parsed, CampaignOptions.Rounds),
            ProblemsPerRound = parsed.GetValue(CampaignOptions.ProblemsPerRound) is < 1 ? throw new UsageException("--problems-per-round must be at least 1.") : parsed.GetValue(CampaignOptions.ProblemsPerRound),
            Samples = CampaignOptions.Positive(parsed, SampleOptions.Samples),
            HeldOutSamples = CampaignOptions.Positive(parsed, CampaignOptions.HeldOutSamples),
            Seed = parsed.GetValue(ModelOptions.Seed),
            Schedule = CampaignOptions.ReadSchedule(parsed),
            Contamination = new NearContamination().Name,
            ContaminationThreshold = Decontamination.UsualThreshold,
            Variants = parsed.GetValue(CampaignOptions.Variants) is < 0 ? throw new UsageException("--variants must not be negative.") : parsed.GetValue(CampaignOptions.Variants),
            Memory = !parsed.GetValue(CampaignOptions.NoMemory),
            Hook = parsed.GetValue(CampaignOptions.Hook),
            HookFormat = parsed.GetRequiredValue(CampaignOptions.HookFormat),
            Promote = CampaignOptions.ReadPromote(parsed),

            // Known once it runs.
            Lean = string.Empty,
            Version = ProductVersion.Current,
        };
    }

    private static string UsersModels(ParseResult parsed) => parsed.GetValue(ModelOptions.ModelsFile)
        ?? (Environment.GetEnvironmentVariable(ModelsFile.PathVariable) is { Length: > 0 } named ? named : ModelsFile.DefaultPath());
}
