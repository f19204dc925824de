using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Prover.Core.Statements;

namespace Prover.Core.Sampling;

/// <summary>Runs several samplers at once and takes a candidate of each in turn; who has none ready is passed over.</summary>
/// <remarks>Whose turn it is may be a moment late: that a thread had to wait for a processor must not cost a sampler its turns. One that is later than
/// that is waited for no more until it has its next candidate. Each sampler is asked for its next candidate only when its last one was taken, and hears only of its own candidates. One that
/// fails is left out; its exception comes at the end, when the others have ended.</remarks>
/// <param name="samplers">The samplers; with equal luck the first comes first.</param>
public sealed class CombinedSampler(params IReadOnlyList<IProofSampler> samplers) : IProofSampler
{
    // Longer than a busy machine keeps a thread waiting, shorter than anybody minds once in an answer of a model.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    public string Name => string.Join('+', samplers.Select(s => s.Name));

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feedback = new FinishedFanOut(run.Finished, samplers.Count);
        var lanes = samplers.Select((s, i) => new Lane(
            s.SampleAsync(problem, run with { Finished = feedback.ReaderOf(i) }, stop.Token).GetAsyncEnumerator(stop.Token))).ToArray();
        var telling = feedback.RunAsync(stop.Token);
        Exception? failure = null;
        try
        {
            for (var last = -1; ;)
            {
                foreach (var lane in lanes)
                {
                    lane.Ask();
                }

                if (lanes.All(l => l.HasEnded))
                {
                    break;
                }

                var turn = Enumerable.Range(1, lanes.Length).Select(step => (last + step) % lanes.Length).FirstOrDefault(i => lanes[i].MayHaveTurn, -1);
                if (turn < 0)
                {
                    await Task.WhenAny(lanes.Where(l => !l.HasEnded).Select(l => l.Pending!)).WaitAsync(cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (!await lanes[turn].IsInTimeAsync(cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                var (candidate, failed) = await lanes[turn].TakeAsync().ConfigureAwait(false);
                failure ??= failed;
                if (candidate is not null)
                {
                    last = turn;
                    feedback.Remember(candidate, turn);
                    yield return candidate;
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (failure is not null)
            {
                // As it is: whoever asked knows what to say of a broken prompt or store.
                ExceptionDispatchInfo.Throw(failure);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (var lane in lanes)
            {
                await lane.EndAsync().ConfigureAwait(false);
            }

            await telling.ConfigureAwait(false);
        }
    }

    /// <summary>One sampler's stream, at most one candidate ahead.</summary>
    private sealed class Lane(IAsyncEnumerator<ProofCandidate> candidates)
    {
        private bool _isLate;

        public Task<bool>? Pending { get; private set; }

        public bool HasEnded { get; private set; }

        public bool MayHaveTurn => !HasEnded && (Pending is { IsCompleted: true } || !_isLate);

        // On a thread of its own: a stream that computes its next candidate without waiting must not hold up the others.
        public void Ask() => Pending ??= HasEnded ? null : Task.Run(async () => await candidates.MoveNextAsync().ConfigureAwait(false));

        /// <summary>Whether there is something to take, now or in a moment.</summary>
        public async Task<bool> IsInTimeAsync(CancellationToken cancellationToken)
        {
            await ((Task)Pending!).WaitAsync(Grace, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            _isLate = !Pending!.IsCompleted;
            return !_isLate;
        }

        public async Task<(ProofCandidate? Candidate, Exception? Failure)> TakeAsync()
        {
            try
            {
                HasEnded = !await Pending!.ConfigureAwait(false);
                Pending = null;
                return (HasEnded ? null : candidates.Current, null);
            }
            catch (Exception e)
            {
                HasEnded = true;
                return (null, e);
            }
        }

        public async Task EndAsync()
        {
            await (Pending ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await candidates.DisposeAsync().ConfigureAwait(false);
        }
    }
}
