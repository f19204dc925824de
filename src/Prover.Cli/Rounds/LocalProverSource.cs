using Microsoft.Extensions.DependencyInjection;
using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Core;
using Prover.Core.Checking;
using Prover.Core.Memory;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.TacticSearch;
using Prover.Core.Verification;
using Prover.Models;
using Prover.Rounds.Provers;
using Prover.Rounds.Rounds;

namespace Prover.Cli.Rounds;

/// <summary>Makes provers of rounds by the harness's factory, with the models of the campaign.</summary>
internal sealed class LocalProverSource(IServiceProvider services, ProverRequest request) : IRoundProverSource
{
    /// <summary>Makes the first version, and throws it away.</summary>
    /// <exception cref="ArgumentException">There is no such prover, or no model for it.</exception>
    public Task TryAsync(CancellationToken cancellationToken) => Factory(services.GetRequiredService<ILanguageModels>()).CreateAsync(request, cancellationToken);

    /// <inheritdoc />
    public async Task<IBenchProver> CreateAsync(ProverVersion version, string campaign, CancellationToken cancellationToken = default)
    {
        if (ProverFactory.HasMemory(request.Name))
        {
            return await OfMemoryAsync(version, campaign, cancellationToken).ConfigureAwait(false);
        }

        var path = Path.Combine(campaign, RoundsFolder.ModelsFileName);
        if (!ProverFactory.NeedsModels(request.Name) || !File.Exists(path))
        {
            return await Factory(services.GetRequiredService<ILanguageModels>()).CreateAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var models = ConfiguredModels.Open(path);
        try
        {
            return new Owning(await Factory(models).CreateAsync(RequestOf(version), cancellationToken).ConfigureAwait(false), models);
        }
        catch
        {
            models.Dispose();
            throw;
        }
    }

    private async Task<IBenchProver> OfMemoryAsync(ProverVersion version, string campaign, CancellationToken cancellationToken)
    {
        var factory = Factory(services.GetRequiredService<ILanguageModels>());
        if (version.Memory is not { } kept)
        {
            return await factory.CreateAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var memory = await TacticMemory.OpenAsync(Path.Combine(campaign, kept), cancellationToken).ConfigureAwait(false);
        var prover = await factory.CreateAsync(request with { Memory = memory.Snapshot(), MemoryId = version.MemoryId }, cancellationToken).ConfigureAwait(false);
        return new Owning(prover, memory);
    }

    // A trained model takes the place of the model that was asked before.
    private ProverRequest RequestOf(ProverVersion version) => version.Model is not { } model ? request
        : request.Name.StartsWith(ProverFactory.ModelPrefix, StringComparison.Ordinal) ? request with { Name = ProverFactory.ModelPrefix + model }
        : request with { Models = [model] };

    private ProverFactory Factory(ILanguageModels models) =>
        new(services.GetRequiredService<ILeanChecker>(), services.GetRequiredService<Verifier>(), models, services.GetRequiredService<PromptLibrary>(), services.GetRequiredService<ILemmaSource>());

    /// <summary>A prover with what it alone uses.</summary>
    private sealed class Owning(IBenchProver prover, object owned) : IBenchProver, IAsyncDisposable
    {
        public ProverSettings Settings => prover.Settings;

        public Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default) =>
            prover.AttemptAsync(problem, statement, seed, cancellationToken);

        public ValueTask DisposeAsync() => Disposal.DisposeAsync(owned);
    }
}
