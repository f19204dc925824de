using System.Diagnostics;
using Prover.Core.TacticSearch.Checking;

namespace Prover.Core.TacticSearch.Minimizing;

/// <summary>Makes a tactic script shorter as long as Lean still accepts it: drops needless steps, and of alternatives keeps the one that is needed.</summary>
/// <remarks>Greedy: the best accepted variant of each round is the start of the next, so that what remains has no needless part of the kinds
/// that <see cref="ScriptVariants"/> knows. A variant without an answer is left aside.</remarks>
/// <param name="batch">Asks Lean.</param>
/// <param name="maxHeartbeats">Heartbeats (thousands) of one variant: a short proof that takes long is no better. With few, the time limit, which costs a
/// Lean process, is seldom reached.</param>
internal sealed class ProofMinimizer(TrialBatch batch, int maxHeartbeats = 4_000)
{
    /// <summary>Rounds at most.</summary>
    public int MostRounds { get; init; } = 8;

    /// <summary>Variants that are checked in one round at most, the best first.</summary>
    public int MostVariants { get; init; } = 12;

    /// <summary>The variants of a script.</summary>
    public Func<string, IEnumerable<string>> Variants { get; init; } = ScriptVariants.Of;

    /// <summary>What is to become smaller: the length, unless something else is said.</summary>
    public Func<string, int> Cost { get; init; } = script => script.Length;

    /// <summary>The best script found; the given one where none is accepted.</summary>
    /// <param name="script">A script that Lean accepts.</param>
    /// <param name="timeLimit">Wall-clock time in all: a shorter proof is not worth losing the one that is there.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public async Task<string> MinimizeAsync(string script, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < MostRounds && Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < timeLimit; round++)
        {
            var variants = Variants(script).Distinct().Where(v => Cost(v) < Cost(script)).OrderBy(Cost).Take(MostVariants).ToList();
            var outcomes = await batch.CheckAsync([.. variants.Select(v => new Trial(v, maxHeartbeats))], timeLimit - elapsed, cancellationToken).ConfigureAwait(false);
            var accepted = variants.Zip(outcomes).Where(v => v.Second is TrialOutcome.Accepted { Left.Count: 0 }).Select(v => v.First).FirstOrDefault();
            if (accepted is null)
            {
                return script;
            }

            script = accepted;
        }

        return script;
    }
}
