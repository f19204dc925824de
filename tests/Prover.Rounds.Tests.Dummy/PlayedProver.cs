using System.Globalization;
using Prover.Bench.Data;
using Prover.Bench.Provers;
using Prover.Core.Memory;
using Prover.Rounds.Provers;

namespace Prover.Rounds.Tests.Dummy;

/// <summary>Makes provers that know what the memory of their version holds.</summary>
public sealed class PlayedSource : IRoundProverSource
{
    public async Task<IBenchProver> CreateAsync(ProverVersion version, string campaign, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        var learned = version.Memory is { } memory ? (await File.ReadAllLinesAsync(Path.Combine(campaign, memory), cancellationToken)).Length : 0;
        return new PlayedProver(learned);
    }
}

/// <summary>Takes a few milliseconds; proves the problems whose number is within its skill, which grows with what it has learned.</summary>
public sealed class PlayedProver(int learned) : IBenchProver
{
    private const int Talent = 8;
    private const int Ease = 16;

    public ProverSettings Settings { get; } = new("played");

    public async Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        await Task.Delay(seed % 3, cancellationToken);

        // Two digits behind the set's name; a variant, which has more behind them, is easier.
        var (at, end) = (problem.Name.IndexOf('_', StringComparison.Ordinal) + 1, problem.Name.IndexOf('_', StringComparison.Ordinal) + 3);
        var number = int.Parse(problem.Name[at..end], CultureInfo.InvariantCulture);
        var skill = Talent + learned + (problem.Name.Length > end ? Ease : 0);
        return number switch
        {
            _ when number % 13 == 5 => new Attempt(SampleOutcome.TimedOut) { Reason = "slow" },
            _ when number % 13 == 7 => new Attempt(SampleOutcome.Refuted) { Reason = "false" },
            _ when number <= skill => new Attempt(SampleOutcome.Proved)
            {
                Proof = $"{statement}  exact {number}",
                Origin = "played",
                Steps = [new ProofStep($"n : Nat\n⊢ n + {number} = {number} + n", $"exact {number}")],
            },
            _ => new Attempt(SampleOutcome.NotProved) { Reason = "too hard" },
        };
    }
}

/// <summary>A memory that is a line for each proof.</summary>
public sealed class PlayedMemory(string path) : ITacticMemory
{
    public static Task<ITacticMemory> OpenAsync(string path, CancellationToken cancellationToken) => Task.FromResult<ITacticMemory>(new PlayedMemory(path));

    public IReadOnlyList<TacticSuggestion> Suggest(string goal, int most) => [];

    public IReadOnlyList<MethodSuggestion> SuggestMethods(string goal, int most) => [];

    public Task LearnAsync(LearnedProof proof, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return File.AppendAllTextAsync(path, $"{proof.Id} {proof.Steps.Count}\n", cancellationToken);
    }
}
