using System.Runtime.CompilerServices;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.Models;
using Prover.Core.Prompts;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Verification;
using Prover.Models;
using Prover.Models.Configuration;
using Prover.Models.StandIn;

namespace Prover.Core.Tests.DeepThinking.Support;

/// <summary>A deep thinker over <see cref="FakeLean"/>, with models that are reached over real HTTP.</summary>
internal sealed class ThinkBench : IAsyncDisposable
{
    private readonly StandInServer _server;
    private readonly ConfiguredModels _models;
    private readonly string _folder = Directory.CreateTempSubdirectory("prover-think-").FullName;

    private ThinkBench(StandInServer server, string[] names)
    {
        _server = server;
        var models = names.Select(n => KeyValuePair.Create(
            n, new ModelOptions { Endpoint = server.Endpoint.ToString(), Model = n, MaxOutputTokens = 1_000, RetryDelaySeconds = 0.001 }));
        _models = new ConfiguredModels(new ModelsConfiguration { Source = "models.json", Models = [.. models] }, _ => null);
    }

    public FakeLean Lean { get; } = new();

    public ILanguageModels Models => _models;

    public Ledger Ledger => _server.Ledger;

    public string Folder => Path.Combine(_folder, "work");

    /// <summary>What scripts propose for any statement, and for any refutation.</summary>
    public IProofSampler Portfolio { get; set; } = new ListSampler("by direct");

    public int Seats { get; set; } = 3;

    /// <summary>All events of the last run.</summary>
    public List<DeepThinkEvent> Events { get; } = [];

    public static async Task<ThinkBench> StartAsync(Func<StandInRequest, Answer> script, params string[] models) =>
        new(await StandInServer.StartAsync(script), models.Length == 0 ? ["m"] : models);

    public DeepThinkRequest Request(string statement = "theorem t : Goal") => new()
    {
        Statement = statement,
        Grade = Grade.Compiled,
        CouncilSeats = Seats,
        MaxDepth = 0,
        Budget = new DeepThinkBudget { Wall = TimeSpan.FromMinutes(5) },
    };

    public DeepThinker Thinker() => new(new DeepThinkParts
    {
        Checker = Lean.Checker(),
        Statements = new StatementCompiler(Lean.Trusted()),
        Refuter = _ => new ListSampler(new ProofCandidate("by direct", "refuter") { Refutes = true }),
        Portfolio = Portfolio,
        Search = _ => new ListSampler(Array.Empty<string>()),
        Models = _models,
        Prompts = new PromptLibrary(),
    });

    /// <summary>Thinks to the end; ends it early at the first event that a test names.</summary>
    public async Task<DeepThinkResult> ThinkAsync(DeepThinkRequest request, Func<DeepThinkEvent, bool>? stopAt = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Events.Clear();
        await foreach (var happened in Thinker().ThinkAsync(request, stop.Token))
        {
            Events.Add(happened);
            if (stopAt?.Invoke(happened) == true)
            {
                await stop.CancelAsync();
            }
        }

        return Assert.IsType<DeepThinkEvent.Finished>(Events[^1]).Result;
    }

    public async ValueTask DisposeAsync()
    {
        _models.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Proposes what a test says.</summary>
internal sealed class ListSampler(params ProofCandidate[] candidates) : IProofSampler
{
    public ListSampler(params string[] proofs)
        : this([.. proofs.Select(p => new ProofCandidate(p, "scripts"))])
    {
    }

    public string Name => "list";

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
