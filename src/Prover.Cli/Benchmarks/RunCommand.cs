using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Data;
using Prover.Bench.Profiles;
using Prover.Bench.Provers;
using Prover.Bench.Reports;
using Prover.Bench.Runs;
using Prover.Bench.Screening;
using Prover.Cli.Backends;
using Prover.Cli.Commands;
using Prover.Cli.Input;
using Prover.Cli.Output;
using Prover.Core;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.TacticSearch;
using Prover.Core.Verification;
using Prover.Lean.Selection;

namespace Prover.Cli.Benchmarks;

/// <summary><c>prover bench run</c>: ask a prover for samples of every problem of a data set, and score it.</summary>
internal static class RunCommand
{
    // Requests wait for a model's server, and not for a processor here.
    private const int ParallelWithModels = 8;

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder that the run is kept in; the same command with the same folder goes on with it. Default: one by the settings, beside the store of proofs.",
        HelpName = "DIR",
    };

    public static readonly Option<int?> Parallel = new("--parallel")
    {
        Description = "Samples under way at the same time; default: as many as Lean processes, with models more. Does not change results, but what runs into a time limit.",
        HelpName = "N",
    };

    public static readonly Option<bool> RetryFailures = new("--retry-failures")
    {
        Description = "Draw samples again on which the machinery had failed (time-outs stay as they are).",
    };

    public static Command Create()
    {
        var command = new VerbCommand(
            "run",
            "Ask a prover for samples of every problem and score it. Whatever ends it, the same command goes on where it ended; several processes may share one run.",
            "prover bench run --data sample",
            "prover bench run --data minif2f --split valid --profile core --prover portfolio",
            "prover bench run --data minif2f --split test --profile mathlib --prover model:goedel --samples 32 --k 1,8,32 --out goedel-run",
            "prover bench run --data problems/ --prover loop --samples 8 --k 1,8 --time-limit 600")
        {
            DataOptions.Data, DataOptions.Splits, DataOptions.Only, DataOptions.Profile, SampleOptions.Prover, SampleOptions.Samples, SampleOptions.K, ModelOptions.Seed,
            SharedOptions.TimeLimit, SharedOptions.ProcessorLimit, SharedOptions.CandidateTimeLimit, SampleOptions.MaxCandidates, ModelOptions.MaxTokens, SharedOptions.Grade,
            ModelOptions.Models, ModelOptions.NoPortfolio, ModelOptions.Policy, ModelOptions.ModelsFile, RunMemory.File,
            Out, Parallel, RetryFailures, SharedOptions.Workers, SharedOptions.AllowUnprotected, SharedOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => VerbContext.RunAsync(parsed, context => RunAsync(context, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var profile = Profiles.Get(parsed.GetRequiredValue(DataOptions.Profile));
        var request = SampleOptions.Read(context);
        var (samples, ks) = SampleOptions.ReadNumbers(parsed);
        var data = await DataFiles.ReadAsync(parsed, cancellationToken).ConfigureAwait(false);
        var options = context.MeasuringOptions(request.Budget.ProcessorTimeLimit is not null) with { Toolchain = profile.NeedsMathlib ? ToolchainChoice.Native : ToolchainChoice.Embedded };
        await using var memory = await RunMemory.OpenAsync(parsed, request, cancellationToken).ConfigureAwait(false);
        request = memory is null ? request : request with { Memory = memory.Tactics.Snapshot(), MemoryId = memory.Id };
        await using var backend = new LocalBackend(options);
        var run = await context.Progress.RunAsync("starting Lean", async () =>
        {
            await backend.PrepareAsync(context.Progress, cancellationToken).ConfigureAwait(false);
            var (prover, lean) = await ProverAsync(backend, profile, request, cancellationToken).ConfigureAwait(false);
            var settings = new RunSettings
            {
                Data = data.Identity,
                Profile = profile.Name,
                Header = profile.Header,
                Prover = prover.Settings,
                Lean = Words(lean),
                Seed = parsed.GetValue(ModelOptions.Seed),
                Samples = samples,
                Ks = ks,
                Version = ProductVersion.Current,
            };
            var folder = await RunFolder.OpenAsync(
                parsed.GetValue(Out) ?? RunFolders.Default(options.StorePath, settings), settings, data, cancellationToken: cancellationToken).ConfigureAwait(false);
            context.Progress.Say($"run: {folder.Path}");
            return await TakePartAsync(context, backend, folder, data, profile, prover, request, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);

        // What is known by now is written even if the caller is about to leave.
        var document = await ReportCommand.WriteAsync(
            context.IsJson ? TextWriter.Null : context.Output, [run], Path.Combine(run.Folder, "report.html"), CancellationToken.None).ConfigureAwait(false);
        if (context.IsJson)
        {
            context.Output.Write(ReportJson.Write(document));
        }
        else
        {
            PlainScore.Write(context.Output, run, document.Runs[0].Score);
        }

        return ExitCode.Proved;
    }

    private static async Task<BenchRun> TakePartAsync(
        VerbContext context,
        LocalBackend backend,
        RunFolder folder,
        DataSet data,
        Profile profile,
        IBenchProver prover,
        ProverRequest request,
        CancellationToken cancellationToken)
    {
        var checker = backend.Services.GetRequiredService<ILeanChecker>();
        var check = new StatementCheck(checker, backend.Services.GetRequiredService<Verifier>());
        var taking = Taking(context.Parsed, request.Name, checker);
        try
        {
            return await new BenchRunner(folder, data, profile, check, prover, taking, new BenchProgress(context.Progress)).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Progress.Say($"Interrupted. What had ended is kept in {folder.Path}; the same command goes on from there.");
            throw;
        }
    }

    /// <summary>How this process takes part.</summary>
    /// <exception cref="UsageException">A value is out of range.</exception>
    public static RunOptions Taking(ParseResult parsed, string prover, ILeanChecker checker)
    {
        var parallel = parsed.GetValue(Parallel) ?? (ProverFactory.NeedsModels(prover) ? Math.Max(ParallelWithModels, checker.Parallelism) : checker.Parallelism);
        return parallel < 1
            ? throw new UsageException("--parallel must be at least 1.")
            : new RunOptions { Parallelism = parallel, RetryFailures = parsed.GetValue(RetryFailures) };
    }

    /// <summary>The Lean that is used, which must do for the profile.</summary>
    /// <exception cref="UsageException">It does not.</exception>
    public static async Task<ToolchainIdentity> LeanAsync(LocalBackend backend, Profile profile, CancellationToken cancellationToken)
    {
        var lean = await backend.Services.GetRequiredService<ILeanChecker>().GetIdentityAsync(cancellationToken).ConfigureAwait(false);
        return profile.NeedsMathlib && !lean.HasMathlib
            ? throw new UsageException($"The profile '{profile.Name}' needs a native Lean with Mathlib; {lean} has none. Build Mathlib in the project that PROVER_LEAN_PROJECT names, or use --profile core.")
            : lean;
    }

    /// <summary>A Lean as runs record it.</summary>
    public static string Words(ToolchainIdentity lean) => $"{lean} ({lean.Hash[..Math.Min(12, lean.Hash.Length)]})";

    private static async Task<(IBenchProver Prover, ToolchainIdentity Lean)> ProverAsync(
        LocalBackend backend, Profile profile, ProverRequest request, CancellationToken cancellationToken)
    {
        var services = backend.Services;
        var lean = await LeanAsync(backend, profile, cancellationToken).ConfigureAwait(false);
        var factory = new ProverFactory(
            services.GetRequiredService<ILeanChecker>(), services.GetRequiredService<Verifier>(), services.GetRequiredService<ILanguageModels>(), services.GetRequiredService<PromptLibrary>(), services.GetRequiredService<ILemmaSource>());
        return (await factory.CreateAsync(request, cancellationToken).ConfigureAwait(false), lean);
    }
}
