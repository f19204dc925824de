using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.Proving;

/// <summary>A sampler's candidates without repetitions, within the budget of samples and tokens.</summary>
/// <param name="sampler">Proposes.</param>
/// <param name="budget">The limits.</param>
/// <param name="dropped">Told of each repetition.</param>
internal sealed partial class CandidateStream(IProofSampler sampler, ProveBudget budget, Action<ProofCandidate> dropped)
{
    /// <summary>Why the stream ended; a stream that was cut off was so by the clock.</summary>
    public SearchEnd End { get; private set; } = SearchEnd.TimeSpent;

    /// <summary>The same for people.</summary>
    public string EndedBecause => End switch
    {
        SearchEnd.SamplesSpent => $"the budget of {budget.MaxSamples} samples was spent",
        SearchEnd.TokensSpent => $"the budget of {budget.MaxTokens} tokens was spent",
        SearchEnd.Exhausted => $"'{sampler.Name}' has no more candidates",
        _ => "the time was spent",
    };

    public async IAsyncEnumerable<(int Number, ProofCandidate Candidate)> ReadAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (number, seen) = (0, new Dictionary<(bool, string, string), int>());
        await foreach (var candidate in sampler.SampleAsync(problem, run, cancellationToken).ConfigureAwait(false))
        {
            // With more heartbeats than before, the same text is another try.
            var text = (candidate.Refutes, Normalise(candidate.Helpers), Normalise(candidate.Proof));
            var heartbeats = candidate.MaxHeartbeats ?? int.MaxValue;
            if (!seen.TryGetValue(text, out var before) || before < heartbeats)
            {
                seen[text] = heartbeats;
                yield return (++number, candidate);
            }
            else
            {
                dropped(candidate);
            }

            if (number >= budget.MaxSamples)
            {
                End = SearchEnd.SamplesSpent;
                yield break;
            }
        }

        End = run.Models.Budget.IsSpent ? SearchEnd.TokensSpent : SearchEnd.Exhausted;
    }

    // Layout of a line does not change a proof; its indentation can.
    private static string Normalise(string proof) => TrailingSpace().Replace(InnerSpace().Replace(proof.Trim(), " "), "\n");

    [GeneratedRegex(@"(?<=\S)[ \t]+(?=\S)")]
    private static partial Regex InnerSpace();

    [GeneratedRegex(@"[ \t]*\r?\n(\s*\n)*")]
    private static partial Regex TrailingSpace();
}
