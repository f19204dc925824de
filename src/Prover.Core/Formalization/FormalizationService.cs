using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Prover.Core.Checking;
using Prover.Core.Models;
using Prover.Core.Storage;
using Prover.Core.Verification;

namespace Prover.Core.Formalization;

/// <summary>Asks all formalizers, examines what they propose against the problem and against each other, and chooses.</summary>
/// <param name="formalizers">Who proposes, and who judges where there are models.</param>
/// <param name="examiner">Finds evidence without a model.</param>
/// <param name="checker">Says which Lean there is.</param>
/// <param name="statements">Compiles a pinned statement.</param>
/// <param name="store">Keeps the outcome; null keeps nothing.</param>
/// <param name="time">The clock.</param>
public sealed class FormalizationService(
    IFormalizers formalizers,
    IStatementExaminer examiner,
    ILeanChecker checker,
    StatementCompiler statements,
    IFormalizationStore? store = null,
    TimeProvider? time = null) : IFormalization
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc />
    public async IAsyncEnumerable<FormalizeEvent> FormalizeAsync(
        FormalizeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Text);
        var events = Channel.CreateUnbounded<FormalizeEvent>(new UnboundedChannelOptions { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = RunAsync(request, events.Writer, stop.Token);
        try
        {
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

    private async Task RunAsync(FormalizeRequest request, ChannelWriter<FormalizeEvent> events, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        void Tell(FormalizeEvent happened) => events.TryWrite(happened with { At = _time.GetElapsedTime(started) });
        try
        {
            var models = new ModelSession(new TokenBudget(request.MaxTokens), new ModelListener(what => Tell(new FormalizeEvent.Model(what))));
            var result = await FindAsync(request, models, Tell, cancellationToken).ConfigureAwait(false);
            Tell(new FormalizeEvent.Finished(result with { Usage = models.Usage }));
            events.Complete();
        }
        catch (Exception e)
        {
            events.Complete(e);
        }
    }

    private async Task<FormalizeResult> FindAsync(
        FormalizeRequest request, ModelSession models, Action<FormalizeEvent> tell, CancellationToken cancellationToken)
    {
        var identity = await checker.GetIdentityAsync(cancellationToken).ConfigureAwait(false);
        var problem = new InformalProblem(request.Text, request.Name, identity.HasMathlib);
        var id = ProblemId.Of(problem);
        var kept = request.UseStore ? store : null;
        if (kept is not null
            && request.Pinned is null
            && await kept.FindFormalizationAsync(id, cancellationToken).ConfigureAwait(false) is { IsPinned: true } pinned)
        {
            tell(new FormalizeEvent.Proposed(pinned.Statement));
            foreach (var evidence in pinned.Evidence)
            {
                tell(new FormalizeEvent.Examined(pinned.Statement, evidence));
            }

            return new FormalizeResult { Problem = pinned };
        }

        using var clock = new CancellationTokenSource(request.TimeLimit, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        var work = new FormalizationRun(formalizers.Of(request.Models), examiner, formalizers.JudgeOf(request.Models), problem, models, tell);
        var person = request.Pinned is null ? null : await PinAsync(request.Pinned, cancellationToken).ConfigureAwait(false);
        var (examined, declined) = await work.RunAsync(person, stop.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (examined.Count == 0)
        {
            return new FormalizeResult { Reason = Reason(declined, clock.IsCancellationRequested), LeanFailed = declined.Any(d => d.LeanFailed) };
        }

        var chosen = examined[0];
        var formalized = new FormalizedProblem
        {
            Id = id,
            Text = request.Text,
            Statement = chosen.Statement,
            Level = chosen.Level,
            Evidence = chosen.Evidence,
            Others = [.. examined.Skip(1)],
            IsPinned = person is not null,
            CreatedAt = _time.GetUtcNow(),
        };
        if (kept is not null)
        {
            await kept.SaveFormalizationAsync(formalized, CancellationToken.None).ConfigureAwait(false);
        }

        return new FormalizeResult { Problem = formalized };
    }

    /// <exception cref="InvalidStatementException">It is no theorem or does not elaborate.</exception>
    private async Task<FormalStatement> PinAsync(string text, CancellationToken cancellationToken)
    {
        var (_, failure) = await statements.CompileAsync(text, null, cancellationToken).ConfigureAwait(false);
        return failure switch
        {
            null => new FormalStatement(text, FormalizationRun.Person),
            CheckOutcome.Cancelled => throw new OperationCanceledException(cancellationToken),
            _ => throw new InvalidStatementException($"Lean could not be asked about the pinned statement: {Judge.Unknown(failure).Reason}"),
        };
    }

    private static string Reason(IReadOnlyList<FormalizeEvent.Declined> declined, bool outOfTime) =>
        string.Join(' ', declined.Select(d => d.Reason).Prepend(outOfTime ? "The time was spent." : string.Empty).Where(r => r.Length > 0))
            is { Length: > 0 } reasons ? reasons : "There is no formalizer.";
}
