using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Prover.Core.Sampling;
using Prover.Core.Statements;

namespace Prover.Core.Proving;

/// <summary>A sampler's candidates without repetitions, within the budget of samples and tokens.</summary>
internal sealed partial class CandidateStream(IProofSampler sampler, ProveBudget budget)
{
    /// <summary>Tokens that the sampler has spent so far, repetitions included.</summary>
    public long Tokens { get; private set; }

    /// <summary>Why the stream ended, for people.</summary>
    public string EndedBecause { get; private set; } = "the time was spent";

    public async IAsyncEnumerable<(int Number, ProofCandidate Candidate)> ReadAsync(
        Problem problem, SamplingOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<(bool, string)>();
        await foreach (var candidate in sampler.SampleAsync(problem, options, cancellationToken).ConfigureAwait(false))
        {
            Tokens += candidate.Tokens;
            if (seen.Add((candidate.Refutes, Normalise(candidate.Proof))))
            {
                yield return (seen.Count, candidate);
            }

            if (seen.Count >= budget.MaxSamples)
            {
                EndedBecause = $"the budget of {budget.MaxSamples} samples was spent";
                yield break;
            }

            if (Tokens >= budget.MaxTokens)
            {
                EndedBecause = $"the budget of {budget.MaxTokens} tokens was spent";
                yield break;
            }
        }

        EndedBecause = $"'{sampler.Name}' has no more candidates";
    }

    // Layout of a line does not change a proof; its indentation can.
    private static string Normalise(string proof) => TrailingSpace().Replace(InnerSpace().Replace(proof.Trim(), " "), "\n");

    [GeneratedRegex(@"(?<=\S)[ \t]+(?=\S)")]
    private static partial Regex InnerSpace();

    [GeneratedRegex(@"[ \t]*\r?\n(\s*\n)*")]
    private static partial Regex TrailingSpace();
}
