using System.Runtime.CompilerServices;
using Prover.Core.Checking;
using Prover.Core.Verification;

namespace Prover.Datasets.Rewards;

/// <summary>Scores answers, many at the same time.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="verifier">Judges proofs.</param>
/// <param name="checker">Runs Lean for partial progress, and says how many checks run at the same time.</param>
public sealed class RewardScorer(IVerifier verifier, ILeanChecker checker)
{
    // Answers beyond the checker's parallelism, so that a worker that gets free finds its next check in the queue.
    private const int LookAhead = 2;

    private readonly Dictionary<string, IRewardFunction> _functions =
        new IRewardFunction[] { new VerifiedReward(), new FormatReward(), new LengthReward(), new PartialReward(checker) }.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Scores one answer. Never throws for what an answer says; a statement that is none leaves the reward unknown.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<RewardResult> ScoreAsync(RewardItem item, RewardSpec spec, RewardSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(spec);
        var parts = new List<RewardPart>(spec.Terms.Count);
        try
        {
            var subject = new RewardSubject(item, verifier, settings, cancellationToken);
            foreach (var term in spec.Terms)
            {
                parts.Add(await _functions[term.Name].ScoreAsync(subject, cancellationToken).ConfigureAwait(false));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (InvalidStatementException e)
        {
            return RewardResult.Unknown(e.Message);
        }
        catch (NotSupportedException e)
        {
            return RewardResult.Unknown(e.Message);
        }

        var missing = parts.Where((p, i) => p.Value is null && spec.Terms[i].Weight != 0).ToList();
        return missing.Count > 0
            ? new RewardResult(null, parts, string.Join(' ', missing.Select(p => $"{p.Name}: {p.Reason}")))
            : new RewardResult(parts.Select((p, i) => spec.Terms[i].Weight * (p.Value ?? 0)).Sum(), parts);
    }

    /// <summary>Scores a batch at the checker's full speed; results come in the order of the answers, each as soon as those before it have.</summary>
    public async IAsyncEnumerable<RewardResult> ScoreAsync(
        IReadOnlyList<RewardItem> items, RewardSpec spec, RewardSettings settings, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Array.ConvertAll([.. items], _ => new TaskCompletionSource<RewardResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        var work = Parallel.ForAsync(
            0,
            items.Count,
            new ParallelOptions { MaxDegreeOfParallelism = checker.Parallelism + LookAhead, CancellationToken = stop.Token },
            async (i, token) => results[i].SetResult(await ScoreAsync(items[i], spec, settings, token).ConfigureAwait(false)));
        try
        {
            foreach (var result in results)
            {
                // Whatever ends the work ends the waiting: what failed is thrown by it.
                if (await Task.WhenAny(result.Task, work).ConfigureAwait(false) == work)
                {
                    await work.ConfigureAwait(false);
                }

                yield return await result.Task.ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
