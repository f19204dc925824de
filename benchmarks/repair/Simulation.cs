using Prover.Core.Proving;
using Prover.Core.Repair;
using Prover.Core.Repair.Partial;
using Prover.Core.Repair.Policies;
using Prover.Core.Verification;

namespace Prover.RepairBenchmark;

/// <summary>Runs the search on simulated problems.</summary>
/// <param name="Problems">How many.</param>
/// <param name="Seed">Decides all that is drawn.</param>
internal sealed record Simulation(int Problems, int Seed)
{
    // One question after the other, each after all that came of the one before: then nothing depends on timing.
    private static readonly RepairOptions OneByOne = new() { Parallelism = 1, MaxWaiting = 1, PartialTimeLimit = TimeSpan.FromMinutes(10) };

    /// <summary>All problems with one author, policy and budget, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<Trial>> RunAsync(Habits habits, IRepairPolicy policy, long tokens)
    {
        var trials = new Trial[Problems];
        await Parallel.ForAsync(0, Problems, async (i, token) => trials[i] = await ProveAsync(SimulatedProblem.Draw(i, Seed), habits, policy, tokens, token));
        return trials;
    }

    private async Task<Trial> ProveAsync(SimulatedProblem problem, Habits habits, IRepairPolicy policy, long tokens, CancellationToken cancellationToken)
    {
        var lean = new SimulatedLean(problem);
        using var model = new SimulatedModel(problem, habits, Seed);
        var loop = new RepairLoop(new SimulatedAuthor(model.AsModel()), new PartialProofFinder(lean), policy, OneByOne);
        var search = new ProofSearch(lean, new Verifier(lean, new StatementCompiler(lean)), loop);
        var request = new ProveRequest
        {
            Statement = problem.Statement,
            Grade = Grade.Compiled,
            UseStore = false,
            Budget = new ProveBudget { MaxSamples = int.MaxValue, MaxTokens = tokens, TimeLimit = TimeSpan.FromHours(1), CandidateTimeLimit = TimeSpan.FromHours(1) },
        };
        ProveResult? result = null;
        await foreach (var happened in search.ProveAsync(request, cancellationToken))
        {
            result = (happened as ProveEvent.Finished)?.Result;
        }

        return result!.Verdict.Kind switch
        {
            _ when result.Tokens > tokens => throw new InvalidOperationException($"{result.Tokens} tokens were spent of {tokens}: the figures mean nothing."),
            VerdictKind.Proved => new Trial(true, result.Tokens),
            VerdictKind.NotProved => new Trial(false, result.Tokens),
            _ => throw new InvalidOperationException($"A search ended as {result.Verdict.Kind} ({result.Verdict.Reason}): the figures mean nothing."),
        };
    }
}

/// <summary>How one search ended.</summary>
/// <param name="Solved">With a proof.</param>
/// <param name="Tokens">Tokens spent.</param>
internal readonly record struct Trial(bool Solved, long Tokens);
