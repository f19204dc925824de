using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Journal;
using Prover.Core.Models;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking;

/// <summary>Thinks about a statement from several sides at once, within one budget.</summary>
/// <param name="parts">What it is put together from.</param>
/// <param name="time">The clock.</param>
public sealed class DeepThinker(DeepThinkParts parts, TimeProvider? time = null) : IDeepThinker
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>What the thought in a folder was asked, ready to be gone on with.</summary>
    /// <exception cref="ThoughtException">There is none, or it can't be read.</exception>
    public static Task<DeepThinkRequest> ReadRequestAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return ThoughtJournal.ReadRequestAsync(folder, cancellationToken);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<DeepThinkEvent> ThinkAsync(DeepThinkRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Validate(request);
        var events = Channel.CreateUnbounded<DeepThinkEvent>(new UnboundedChannelOptions { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = RunAsync(request, events.Writer, stop.Token);
        try
        {
            // Not cancelled from outside: a cancelled thought still ends with its last event.
            await foreach (var happened in events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return happened;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await run.ConfigureAwait(false);
        }
    }

    private static void Validate(DeepThinkRequest request)
    {
        const int mostSeats = 20;
        if (request.Budget.Wall <= TimeSpan.Zero || request.Budget.Cpu <= TimeSpan.Zero || request.Budget.MaxTokens < 0)
        {
            throw new ArgumentException("The budget must be positive; leave a limit out to have none.", nameof(request));
        }

        if (request.CouncilSeats is < 1 or > mostSeats || request.MaxDepth < 0 || request.CandidateTimeLimit <= TimeSpan.Zero)
        {
            throw new ArgumentException($"A council has 1 to {mostSeats} seats, the depth is not negative, and the time for a candidate is positive.", nameof(request));
        }
    }

    private async Task RunAsync(DeepThinkRequest request, ChannelWriter<DeepThinkEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            _ = TheoremStatement.Parse(request.Statement);
            var journal = await ThoughtJournal.OpenAsync(request, _time, cancellationToken).ConfigureAwait(false);
            await using (journal.ConfigureAwait(false))
            {
                var before = journal.Records.OfType<JournalRecord.Spent>().LastOrDefault()?.Total ?? new DeepThinkSpent();
                var expenses = new Expenses(before, _time);
                void Tell(DeepThinkEvent happened) => events.TryWrite(happened with { At = expenses.Total.Wall });
                var result = await ThinkAsync(request, journal, expenses, Tell, cancellationToken).ConfigureAwait(false);
                Tell(new DeepThinkEvent.Finished(result));
            }

            events.Complete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            events.TryWrite(new DeepThinkEvent.Finished(new DeepThinkResult
            {
                Verdict = Judge.Unknown(new Checking.CheckOutcome.Cancelled()),
                Account = new DeepThinkAccount { Budget = request.Budget },
            }));
            events.Complete();
        }
        catch (Exception e)
        {
            events.Complete(e);
        }
    }

    private async Task<DeepThinkResult> ThinkAsync(
        DeepThinkRequest request, ThoughtJournal journal, Expenses expenses, Action<DeepThinkEvent> tell, CancellationToken cancellationToken)
    {
        var (statement, failure) = await parts.Statements.CompileAsync(request.Statement, null, cancellationToken).ConfigureAwait(false);
        if (statement is null)
        {
            return new DeepThinkResult { Verdict = Judge.Unknown(failure!), Account = new DeepThinkAccount { Budget = request.Budget, Spent = expenses.Total } };
        }

        var thought = new Thought(request, parts, statement, journal, expenses, tell, _time) { Models = Models(request) };
        return await new ThoughtRun(thought).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ModelException">There is none of a name, or it can't be used.</exception>
    private List<LanguageModel> Models(DeepThinkRequest request)
    {
        var models = new List<LanguageModel>();
        foreach (var name in request.Models ?? [.. parts.Models.All.Select(m => m.Name)])
        {
            models.Add(parts.Models.Get(name));
        }

        return request.Budget.MaxTokens == 0 ? [] : models;
    }
}
