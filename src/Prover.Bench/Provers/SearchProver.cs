using System.Diagnostics;
using Prover.Bench.Data;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Models;
using Prover.Core.Proving;
using Prover.Core.Sampling;
using Prover.Core.Verification;

namespace Prover.Bench.Provers;

/// <summary>A search as a prover under test: one attempt is one search of its own, which remembers nothing of any other.</summary>
/// <param name="settings">What it is.</param>
/// <param name="search">The search; it must keep no store, or a proof would be remembered from one sample to the next.</param>
/// <param name="sampling">The sampler's settings but for the seed.</param>
/// <param name="budget">The limits of one attempt.</param>
/// <param name="grade">The grade that counts as proved.</param>
/// <param name="checker">Made ready before each attempt's clock starts: an attempt must not pay for the process that the one before it cost. Null is
/// not made ready.</param>
public sealed class SearchProver(
    ProverSettings settings, IProofSearch search, SamplingOptions sampling, ProveBudget budget, Grade grade, ILeanChecker? checker = null) : IBenchProver
{
    /// <inheritdoc />
    public ProverSettings Settings => settings;

    /// <inheritdoc />
    public async Task<Attempt> AttemptAsync(BenchProblem problem, string statement, int seed, CancellationToken cancellationToken = default)
    {
        var request = new ProveRequest
        {
            Statement = statement,

            // One candidate after the other: which proof is found must not hang on which check ends first.
            Budget = budget with { Parallelism = 1 },
            Sampling = sampling with { Seed = seed },
            Grade = grade,
            UseStore = false,
        };
        if (checker is not null)
        {
            await checker.WarmUpAsync(statement, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        var started = Stopwatch.GetTimestamp();
        var failed = new List<string>();
        try
        {
            await foreach (var happened in search.ProveAsync(request, cancellationToken).ConfigureAwait(false))
            {
                switch (happened)
                {
                    case ProveEvent.Model { What: ModelEvent.Failed failure }:
                        failed.Add($"{failure.Model}: {failure.Reason}");
                        break;
                    case ProveEvent.Finished { Result: var result }:
                        cancellationToken.ThrowIfCancellationRequested();
                        return AttemptReading.Of(result, failed) with { Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
                }
            }

            throw new InvalidOperationException("The search ended without a result.");
        }
        catch (Exception e) when (e is ModelException or ToolchainException or InvalidStatementException)
        {
            // A statement that no longer elaborates did when it was examined: the machinery is not what it was.
            return new Attempt(SampleOutcome.Infrastructure)
            {
                Reason = e.Message,
                Failures = failed.Count + 1,
                Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
            };
        }
    }
}
