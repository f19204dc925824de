using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Prover.Core.Statements;

namespace Prover.Core.Sampling;

/// <summary>Lets advice go first for as long as its head start lasts, then the usual candidates alone, and what is left of the advice last: wrong advice costs its
/// head start and the check that is under way when it ends, and nothing is left out.</summary>
/// <param name="advice">What is likely to help.</param>
/// <param name="usual">What comes without advice.</param>
/// <param name="headStart">How much checking the advice has, by the run's meter.</param>
public sealed class AdvisedSampler(IProofSampler advice, IProofSampler usual, TimeSpan headStart) : IProofSampler
{
    /// <inheritdoc />
    public string Name => $"{advice.Name}, then {usual.Name}";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        var advised = new Advice(advice.Name, advice.SampleAsync(problem, run, cancellationToken).GetAsyncEnumerator(cancellationToken), run.Meter.WhenSpent(headStart));
        await using (advised.ConfigureAwait(false))
        {
            await foreach (var candidate in new StaggeredSampler(advised, new Fresh(usual, advised), headStart).SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
            {
                yield return candidate;
            }

            while (await advised.NextAsync().ConfigureAwait(false) is { } left)
            {
                yield return left;
            }
        }
    }

    /// <summary>The advice until its time is over; the rest stays in the stream.</summary>
    private sealed class Advice(string name, IAsyncEnumerator<ProofCandidate> stream, Task over) : IProofSampler, IAsyncDisposable
    {
        // Streams run ahead on threads of their own.
        private readonly ConcurrentDictionary<(string, string, bool, int?), bool> _given = [];

        public string Name => name;

        public bool HasGiven(ProofCandidate candidate) => _given.ContainsKey(KeyOf(candidate));

        public async Task<ProofCandidate?> NextAsync()
        {
            if (!await stream.MoveNextAsync().ConfigureAwait(false))
            {
                return null;
            }

            _given[KeyOf(stream.Current)] = true;
            return stream.Current;
        }

        public async IAsyncEnumerable<ProofCandidate> SampleAsync(
            Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            while (!over.IsCompleted && await NextAsync().ConfigureAwait(false) is { } candidate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return candidate;
            }
        }

        public ValueTask DisposeAsync() => stream.DisposeAsync();

        private static (string Proof, string Helpers, bool Refutes, int? MaxHeartbeats) KeyOf(ProofCandidate candidate) =>
            (candidate.Proof, candidate.Helpers, candidate.Refutes, candidate.MaxHeartbeats);
    }

    /// <summary>The usual candidates without those of the advice; what needs more than advice may have comes again.</summary>
    private sealed class Fresh(IProofSampler usual, Advice advice) : IProofSampler
    {
        public string Name => usual.Name;

        public IAsyncEnumerable<ProofCandidate> SampleAsync(Problem problem, SamplingRun run, CancellationToken cancellationToken = default) =>
            usual.SampleAsync(problem, run, cancellationToken).Where(c => !advice.HasGiven(c));
    }
}
