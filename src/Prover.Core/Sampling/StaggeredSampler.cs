using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Statements;

namespace Prover.Core.Sampling;

/// <summary>Gives one sampler a head start, and then runs another one beside it, a check of the one in turn with a check of the other: what is quick
/// finds its proofs as fast as alone, and what is slow keeps nobody waiting.</summary>
/// <remarks>The second begins at once when the first has no more ideas. Before that the checks that it makes itself, and candidates that keep the run's pace, have a third of the time; what else it proposes takes turns.</remarks>
/// <param name="first">The quick one.</param>
/// <param name="second">The thorough one.</param>
/// <param name="headStart">How much checking the first has for itself, by the run's meter; null is <see cref="DefaultHeadStart"/>,
/// <see cref="Timeout.InfiniteTimeSpan"/> all until it ends.</param>
public sealed class StaggeredSampler(IProofSampler first, IProofSampler second, TimeSpan? headStart = null) : IProofSampler
{
    /// <summary>Half a second of checks: the portfolio finds two of three of its proofs by then (miniF2F-core, embedded Lean), and what comes next takes turns with it.</summary>
    public static TimeSpan DefaultHeadStart { get; } = TimeSpan.FromSeconds(0.5);

    // The first finds most of what it finds in its first seconds; the second has time.
    private const double Share = 1.0 / 3;

    // A search asks about all tactics for a goal at once: 0.3 to 2 s (miniF2F-core, embedded Lean).
    private static readonly TimeSpan FirstCheck = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public string Name => $"{first.Name}, then {second.Name}";

    /// <inheritdoc />
    public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new CombinedSampler(new Leading(first, ended), new Trailing(second, ended.Task, headStart ?? DefaultHeadStart))
            .SampleAsync(problem, run, cancellationToken);
    }

    /// <summary>Says when the first has ended, however it does.</summary>
    private sealed class Leading(IProofSampler sampler, TaskCompletionSource ended) : IProofSampler
    {
        public string Name => sampler.Name;

        public async IAsyncEnumerable<ProofCandidate> SampleAsync(
            Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                await foreach (var candidate in sampler.SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
                {
                    yield return candidate;
                }
            }
            finally
            {
                ended.TrySetResult();
            }
        }
    }

    /// <summary>Waits for the first to end, or for its head start.</summary>
    private sealed class Trailing(IProofSampler sampler, Task ended, TimeSpan headStart) : IProofSampler
    {
        public string Name => sampler.Name;

        public async IAsyncEnumerable<ProofCandidate> SampleAsync(
            Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var start = headStart == Timeout.InfiniteTimeSpan ? ended : Task.WhenAny(ended, run.Meter.WhenSpent(headStart));
            await start.WaitAsync(cancellationToken).ConfigureAwait(false);
            var paced = run with { Pace = new CheckPace(run.Meter, Share, FirstCheck, ended, run.Pace) };
            await foreach (var candidate in sampler.SampleAsync(problem, paced, cancellationToken).ConfigureAwait(false))
            {
                yield return candidate;
            }
        }
    }
}
