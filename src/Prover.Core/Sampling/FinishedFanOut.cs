using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Prover.Core.Sampling;

/// <summary>Hands what became of candidates to those who proposed them.</summary>
internal sealed class FinishedFanOut
{
    private readonly ChannelReader<FinishedCandidate>? _finished;
    private readonly Channel<FinishedCandidate>[] _channels;

    // By reference: two samplers may propose the same.
    private readonly ConcurrentDictionary<ProofCandidate, int> _owners = new(ReferenceEqualityComparer.Instance);

    public FinishedFanOut(ChannelReader<FinishedCandidate>? finished, int samplers)
    {
        _finished = finished;
        _channels = [.. Enumerable.Range(0, samplers).Select(_ => Channel.CreateUnbounded<FinishedCandidate>())];
    }

    /// <summary>What one sampler hears; null where nobody tells.</summary>
    public ChannelReader<FinishedCandidate>? ReaderOf(int sampler) => _finished is null ? null : _channels[sampler].Reader;

    /// <summary>Says whose a candidate is.</summary>
    public void Remember(ProofCandidate candidate, int sampler)
    {
        if (_finished is not null)
        {
            _owners[candidate] = sampler;
        }
    }

    /// <summary>Passes on until the end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (_finished is not null && await _finished.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (_finished.TryRead(out var finished))
                {
                    if (_owners.TryRemove(finished.Candidate, out var sampler))
                    {
                        _channels[sampler].Writer.TryWrite(finished);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The stream was left.
        }
        finally
        {
            foreach (var channel in _channels)
            {
                channel.Writer.TryComplete();
            }
        }
    }
}
