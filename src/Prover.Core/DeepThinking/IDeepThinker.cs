using Prover.Core.DeepThinking.Journal;

namespace Prover.Core.DeepThinking;

/// <summary>Thinks longer about a statement that samples could not prove: several branches share one budget, and whatever they find is verified by Lean.</summary>
/// <remarks>Thread-safe; one thought at a time has a work folder.</remarks>
public interface IDeepThinker
{
    /// <summary>Streams what happens; the last event is always <see cref="DeepThinkEvent.Finished"/>, also when the token is cancelled.</summary>
    /// <exception cref="Verification.InvalidStatementException">The statement is no Lean theorem, or does not elaborate.</exception>
    /// <exception cref="ThoughtException">The work folder is another thought's, in use, or damaged.</exception>
    IAsyncEnumerable<DeepThinkEvent> ThinkAsync(DeepThinkRequest request, CancellationToken cancellationToken = default);
}
