using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Prover.Core.Auditing;
using Prover.Core.Certificates;
using Prover.Core.Checking;
using Prover.Core.DeepThinking;
using Prover.Core.Formalization;
using Prover.Core.Formalization.Chat;
using Prover.Core.Formalization.Examination;
using Prover.Core.Identities;
using Prover.Core.Lean;
using Prover.Core.Memory;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Proving;
using Prover.Core.Refutation;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Chat;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Storage;
using Prover.Core.Storage.LiteDb;
using Prover.Core.TacticSearch;
using Prover.Core.Verification;
using Prover.Lean.Audit;
using Prover.Lean.Lemmas;
using Prover.Lean.Library;
using Prover.Lean.Pool;
using Prover.Lean.Selection;
using Prover.Models;

namespace Prover.Service.Composition;

/// <summary>Puts a Prover together: which implementation stands behind each interface is said here and nowhere else.</summary>
public static class ProverComposition
{
    private const string Trusted = "trusted";

    // A replay takes about a quarter of the time that elaboration does.
    private const int TrustedShare = 4;

    /// <summary>Registers the toolchain, the pool, the store, the verifier, the sampler and the search, each once.</summary>
    public static IServiceCollection AddProver(this IServiceCollection services, ProverOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ILeanToolchain>(
            p => ToolchainSelector.Select(options.Toolchain, options.Embedded, options.Native, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LeanPool>(p => new LeanPool(p.GetRequiredService<ILeanToolchain>(), options.Pool, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ILeanChecker>(p => p.GetRequiredService<LeanPool>());
        services.AddSingleton<IProofStore>(_ => new LiteDbProofStore(options.StorePath));

        // Trusted statements are compiled, and compiled proofs replayed, where no submission's text is ever seen: one could have
        // changed what Lean's words mean.
        services.AddKeyedSingleton<LeanPool>(
            Trusted,
            (p, _) => new LeanPool(p.GetRequiredService<ILeanToolchain>(), options.Pool with { Workers = Math.Max(1, options.Pool.Workers / TrustedShare), Spares = 0 }, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<StatementCompiler>(p => new StatementCompiler(p.GetRequiredKeyedService<LeanPool>(Trusted)));
        services.AddSingleton<IProofAuditor>(p => new ProofAuditor(
            (ILibrarySource)p.GetRequiredService<ILeanToolchain>(), p.GetRequiredKeyedService<LeanPool>(Trusted), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ILemmaSource>(p => new LibraryLemmaSource((ILibrarySource)p.GetRequiredService<ILeanToolchain>()));
        services.AddSingleton<Verifier>();
        services.AddSingleton<IVerifier>(p => p.GetRequiredService<Verifier>());
        services.AddSingleton<ICertifier, Certifier>();
        services.AddSingleton<IProofSampler>(p => new StandardSampler(
            p.GetRequiredService<ILeanChecker>(), p.GetRequiredService<ILanguageModels>(), p.GetRequiredService<PromptLibrary>(), p.GetRequiredService<ProofExamples>(), p.GetRequiredService<ILemmaSource>(), p.GetService<ITacticMemory>()));
        services.AddSingleton<ProofSearch>();
        services.AddSingleton<IProofSearch>(p => new ProblemSearch(p.GetRequiredService<IFormalization>(), Learning(p)));
        if (options.MemoryPath is { } memory)
        {
            // Read whole before the first search: some seconds for tens of thousands of proofs.
            services.AddSingleton<ITacticMemory>(_ => TacticMemory.OpenAsync(memory).GetAwaiter().GetResult());
        }

        return services.AddModels(options).AddFormalization().AddDeepThinking();
    }

    private static IServiceCollection AddDeepThinking(this IServiceCollection services)
    {
        services.AddSingleton<IDeepThinker>(p => new DeepThinker(
            new DeepThinkParts
            {
                Checker = p.GetRequiredService<ILeanChecker>(),
                Statements = p.GetRequiredService<StatementCompiler>(),
                Auditor = p.GetRequiredService<IProofAuditor>(),
                Store = p.GetRequiredService<IProofStore>(),
                Refuter = checker => new RefutationSampler(checker, RefutationOptions.Quick),
                Engine = new IdentitySampler(),
                Portfolio = new PortfolioSampler(),
                Search = checker => new TacticSearchSampler(checker, p.GetService<ITacticMemory>(), lemmas: p.GetRequiredService<ILemmaSource>()),
                Models = p.GetRequiredService<ILanguageModels>(),
                Prompts = p.GetRequiredService<PromptLibrary>(),
            },
            p.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IProofSearch Learning(IServiceProvider services) =>
        services.GetService<ITacticMemory>() is { } memory ? new LearningSearch(services.GetRequiredService<ProofSearch>(), memory) : services.GetRequiredService<ProofSearch>();

    private static IServiceCollection AddModels(this IServiceCollection services, ProverOptions options)
    {
        services.AddSingleton<ILanguageModels>(p => new DeferredModels(() => ConfiguredModels.Open(options.ModelsPath, p.GetService<ILoggerFactory>())));
        services.AddSingleton(_ => new PromptLibrary(options.PromptsFolder));
        services.AddSingleton(p => new ProofExamples(p.GetRequiredService<IProofStore>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IServiceCollection AddFormalization(this IServiceCollection services)
    {
        // Evidence must not depend on which models there are, and its searches are nobody's proofs: no store.
        services.AddSingleton<IStatementExaminer>(p => new StatementExaminer(
            p.GetRequiredService<ILeanChecker>(),
            new ProofSearch(p.GetRequiredService<ILeanChecker>(), p.GetRequiredService<Verifier>(), new PortfolioSampler(), null, p.GetRequiredService<TimeProvider>()),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFormalizers, Formalizers>();
        services.AddSingleton<IFormalizationStore>(p => (IFormalizationStore)p.GetRequiredService<IProofStore>());
        services.AddSingleton<IFormalization>(p => new FormalizationService(
            p.GetRequiredService<IFormalizers>(),
            p.GetRequiredService<IStatementExaminer>(),
            p.GetRequiredService<ILeanChecker>(),
            p.GetRequiredService<StatementCompiler>(),
            p.GetRequiredService<IFormalizationStore>(),
            p.GetRequiredService<TimeProvider>()));
        return services;
    }
}
