using System.Runtime.CompilerServices;
using Prover.Core.Formalization;
using Prover.Core.Verification;

namespace Prover.Core.Proving;

/// <summary>Proves problems that are stated in words: formalizes them, and has the statement proved.</summary>
/// <remarks>What is proved in the end is the formal statement. It is told with all the evidence of its faithfulness; a statement that is vacuous,
/// or that another formalization disagrees with, is not proved at all, since a proof of it would be taken for one of the problem.</remarks>
/// <param name="formalization">Finds the statement.</param>
/// <param name="search">Proves it; also what is stated in Lean.</param>
public sealed class ProblemSearch(IFormalization formalization, IProofSearch search) : IProofSearch
{
    /// <inheritdoc />
    public IAsyncEnumerable<ProveEvent> ProveAsync(ProveRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (request.Statement, request.Text) switch
        {
            (not null, null) => search.ProveAsync(request, cancellationToken),
            (null, not null) => ProveTextAsync(request, request.Text, cancellationToken),
            _ => throw new ArgumentException("Give either a statement in Lean or a text, and only one of them.", nameof(request)),
        };
    }

    private async IAsyncEnumerable<ProveEvent> ProveTextAsync(
        ProveRequest request, string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FormalizeResult? formalized = null;
        var at = TimeSpan.Zero;
        var asked = new FormalizeRequest
        {
            Text = text,
            TimeLimit = request.Budget.TimeLimit,
            MaxTokens = request.Budget.MaxTokens,
            Models = request.Sampling.Models,
            UseStore = request.UseStore,
        };
        var events = formalization.FormalizeAsync(asked, cancellationToken).GetAsyncEnumerator(CancellationToken.None);
        await using (events.ConfigureAwait(false))
        {
            while (formalized is null)
            {
                FormalizeEvent? happened = null;
                try
                {
                    happened = await events.MoveNextAsync().ConfigureAwait(false) ? events.Current : null;
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    // A cancelled search still ends with its last event.
                }

                if (happened is null)
                {
                    break;
                }

                at = happened.At;
                formalized = (happened as FormalizeEvent.Finished)?.Result;
                yield return new ProveEvent.Formalizing(happened) { At = at };
            }
        }

        if (Obstacle(formalized) is { } obstacle)
        {
            yield return new ProveEvent.Finished(new ProveResult { Verdict = obstacle, Problem = formalized?.Problem, Usage = formalized?.Usage ?? default }) { At = at };
            yield break;
        }

        var problem = formalized!.Problem!;
        var statement = request with
        {
            Text = null,
            Statement = problem.Statement.Text,
            Budget = request.Budget with { MaxTokens = request.Budget.MaxTokens is { } tokens ? Math.Max(0, tokens - formalized.Usage.Tokens) : null },
        };
        await foreach (var happened in search.ProveAsync(statement, cancellationToken).ConfigureAwait(false))
        {
            var later = happened with { At = happened.At + at };
            yield return later is ProveEvent.Finished finished
                ? finished with { Result = finished.Result with { Problem = problem, Usage = finished.Result.Usage + formalized.Usage } }
                : later;
        }
    }

    /// <summary>That another formalization says something else weighs nothing where a third one agrees, or models have voted for this one.</summary>
    private static bool Weighs(Evidence against, IReadOnlyList<Evidence> all) => against.Kind switch
    {
        EvidenceKind.Truth => false,
        EvidenceKind.Agreement => !all.Any(e => e is { Kind: EvidenceKind.Agreement or EvidenceKind.Vote, Finding: Finding.Supports }),
        _ => true,
    };

    /// <summary>Why the statement is not worth a proof; null when it is. A statement that is only thought false is: the search then finds its refutation.</summary>
    private static Verdict? Obstacle(FormalizeResult? formalized)
    {
        if (formalized is null)
        {
            return new Verdict { Kind = VerdictKind.Cancelled, Reason = "Cancelled by the caller." };
        }

        if (formalized.Problem is not { } problem)
        {
            return new Verdict { Kind = formalized.LeanFailed ? VerdictKind.Infrastructure : VerdictKind.NotProved, Reason = $"No formal statement was found: {formalized.Reason}" };
        }

        var against = problem.IsPinned ? null : problem.Evidence.FirstOrDefault(e => e.Finding == Finding.Contradicts && Weighs(e, problem.Evidence));
        return against is null
            ? null
            : new Verdict
            {
                Kind = VerdictKind.NotProved,
                Reason = $"No faithful statement was found: {against.Message} Correct the statement and pin it, then prove it.",
            };
    }
}
