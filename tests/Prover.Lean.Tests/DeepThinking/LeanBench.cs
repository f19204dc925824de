using System.Runtime.CompilerServices;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.Prompts;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Lean.Tests.RealLean;
using Prover.Models;
using Prover.Models.Configuration;
using Prover.Models.StandIn;

namespace Prover.Lean.Tests.DeepThinking;

/// <summary>A deep thinker over real Lean, with a model over real HTTP.</summary>
internal sealed class LeanBench : IAsyncDisposable
{
    private readonly LeanFixture _lean;
    private readonly StandInServer _server;
    private readonly ConfiguredModels _models;

    private LeanBench(LeanFixture lean, StandInServer server)
    {
        (_lean, _server) = (lean, server);
        var options = new ModelOptions { Endpoint = server.Endpoint.ToString(), Model = "m", MaxOutputTokens = 4_000, RetryDelaySeconds = 0.001 };
        _models = new ConfiguredModels(new ModelsConfiguration { Source = "models.json", Models = [KeyValuePair.Create("m", options)] }, _ => null);
    }

    public IProofSampler Refuter { get; set; } = new FixedSampler();

    public IProofSampler Portfolio { get; set; } = new FixedSampler();

    public Func<Core.Checking.ILeanChecker, IProofSampler> Search { get; set; } = _ => new FixedSampler();

    /// <summary>What is hostile is thought about until the time is spent, where nothing else ends it.</summary>
    public TimeSpan Wall { get; set; } = TimeSpan.FromSeconds(40);

    public List<DeepThinkEvent> Events { get; } = [];

    public static async Task<LeanBench> StartAsync(LeanFixture lean, Func<StandInRequest, string> says) =>
        new(lean, await StandInServer.StartAsync(request => Answer.Text(says(request)).InEventsOf(200)));

    public static string Code(string lean) => $"This is why.\n\n```lean4\n{lean}\n```\n";

    public async Task<DeepThinkResult> ThinkAsync(string statement, int depth = 0)
    {
        var thinker = new DeepThinker(new DeepThinkParts
        {
            Checker = _lean.Pool,
            Statements = _lean.Statements,
            Auditor = _lean.Auditor,
            Refuter = _ => Refuter,
            Portfolio = Portfolio,
            Search = Search,
            Models = _models,
            Prompts = new PromptLibrary(),
        });
        var request = new DeepThinkRequest { Statement = statement, CouncilSeats = 2, MaxDepth = depth, CandidateTimeLimit = TimeSpan.FromMinutes(2), Budget = new DeepThinkBudget { Wall = Wall } };
        await foreach (var happened in thinker.ThinkAsync(request, TestContext.Current.CancellationToken))
        {
            Events.Add(happened);
        }

        return Assert.IsType<DeepThinkEvent.Finished>(Events[^1]).Result;
    }

    public async ValueTask DisposeAsync()
    {
        _models.Dispose();
        await _server.DisposeAsync();
    }
}

/// <summary>Proposes the same for every problem.</summary>
internal sealed class FixedSampler(params ProofCandidate[] candidates) : IProofSampler
{
    public string Name => "fixed";

    public async IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var candidate in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return candidate;
        }

        await Task.CompletedTask;
    }
}
