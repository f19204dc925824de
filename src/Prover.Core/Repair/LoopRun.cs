using System.Threading.Channels;
using Prover.Core.Models;
using Prover.Core.Repair.Partial;
using Prover.Core.Repair.Policies;
using Prover.Core.Sampling;
using Prover.Core.Statements;
using Prover.Core.Verification;

namespace Prover.Core.Repair;

/// <summary>One run of the loop. Questions, checks and answers go on at the same time; what they bring is taken in one by one, so that
/// the state needs no lock.</summary>
internal sealed class LoopRun(
    IProofAuthor author,
    PartialProofFinder? partials,
    IRepairPolicy policy,
    RepairOptions options,
    Problem problem,
    SamplingRun run,
    ChannelWriter<ProofCandidate> candidates)
{
    private readonly Channel<Action> _happened = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<ProofCandidate, Question> _waiting = new(ReferenceEqualityComparer.Instance);
    private readonly List<Task> _underway = [];
    private readonly OpenAttempts _open = new(options);
    private readonly Effort[] _efforts = new Effort[2];
    private readonly ModelSession[] _accounts = [run.Models.Part(), run.Models.Part()];
    private PartialProof? _furthest;
    private int _asked;
    private int _questions;
    private int _analyses;
    private bool _isStarved;
    private bool _canWrite = true;
    private bool _canCorrect = run.Finished is not null && options.MaxRounds > 0;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var listening = ListenAsync(cancellationToken);
        try
        {
            while (true)
            {
                AskWhatIsDue(cancellationToken);
                if (_questions + _analyses + _waiting.Count == 0)
                {
                    break;
                }

                (await _happened.Reader.ReadAsync(cancellationToken).ConfigureAwait(false))();
            }

            candidates.Complete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            candidates.Complete();
        }
        catch (Exception e)
        {
            candidates.Complete(e is ChannelClosedException { InnerException: { } cause } ? cause : e);
        }

        // What was begun ends before the run does: its streams are closed by then.
        await ((Task)Task.WhenAll([listening, .. _underway])).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void AskWhatIsDue(CancellationToken cancellationToken)
    {
        // What is looked at for what can be kept waits for Lean too.
        while (!_isStarved && _questions < options.Parallelism && _waiting.Count + _analyses < options.MaxWaiting)
        {
            var more = _asked < options.MaxRequests && !run.Models.Budget.IsSpent;
            var state = new LoopState(
                more && _canWrite, more && _canCorrect ? _open.Count : 0, _questions + _analyses + _waiting.Count, Effort(0), Effort(1));
            var step = policy.Next(state);
            if (step == LoopStep.Wait || (step == LoopStep.Fresh ? !state.CanWrite : state.Open == 0))
            {
                return;
            }

            if (step == LoopStep.Fresh)
            {
                Ask(null, cancellationToken);
            }
            else
            {
                Ask(_open.TakeBest(), cancellationToken);
            }
        }
    }

    private void Ask(FailedAttempt? attempt, CancellationToken cancellationToken)
    {
        var kind = attempt is null ? 0 : 1;
        var part = run with { Models = _accounts[kind].Part() };
        var answers = attempt is null
            ? author.Write(problem, _efforts[0].Requests, part, cancellationToken)
            : author.Correct(problem, attempt, _efforts[1].Requests, part, cancellationToken);
        if (answers is null)
        {
            GiveUp(kind);
            return;
        }

        _asked++;
        _questions++;
        _efforts[kind] = _efforts[kind] with { Requests = _efforts[kind].Requests + 1 };
        Begin(ReadAsync(new Question(kind, attempt), answers, part.Models, cancellationToken));
    }

    private async Task ReadAsync(
        Question question, IAsyncEnumerable<ProofCandidate> answers, ModelSession account, CancellationToken cancellationToken)
    {
        try
        {
            var answered = false;
            await foreach (var candidate in answers.ConfigureAwait(false))
            {
                answered = true;
                _happened.Writer.TryWrite(() => Propose(candidate, question));
            }

            var asked = answered || account.Usage.Requests > 0;
            _happened.Writer.TryWrite(() => End(question.Kind, asked));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over; nobody reads on.
        }
        catch (Exception e)
        {
            // The run ends with it, where it is read.
            _happened.Writer.TryComplete(e);
        }
    }

    private void Begin(Task work)
    {
        _underway.RemoveAll(t => t.IsCompleted);
        _underway.Add(work);
    }

    /// <summary>A question that could not be asked found no room in the budget: what the others do not use comes back to it. When there are no
    /// others, there is none left for its kind; the other kind may cost less.</summary>
    private void End(int kind, bool asked)
    {
        _questions--;
        _isStarved = !asked && _questions > 0;
        if (!asked && _questions == 0)
        {
            GiveUp(kind);
        }
    }

    private void GiveUp(int kind) => (_canWrite, _canCorrect) = kind == 0 ? (false, _canCorrect) : (_canWrite, false);

    private void Propose(ProofCandidate candidate, Question question)
    {
        if (run.Finished is not null)
        {
            _waiting[candidate] = question;
        }

        candidates.TryWrite(candidate);
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        if (run.Finished is null)
        {
            return;
        }

        await foreach (var finished in run.Finished.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            _happened.Writer.TryWrite(() => Take(finished, cancellationToken));
        }

        // Nobody tells any more: what waits will not come back.
        _happened.Writer.TryWrite(_waiting.Clear);
    }

    private void Take(FinishedCandidate finished, CancellationToken cancellationToken)
    {
        if (finished.Verdict?.Kind is VerdictKind.Proved or VerdictKind.Refuted)
        {
            // The search is over, only it does not end this very moment: until then nothing more is paid for.
            (_canWrite, _canCorrect) = (false, false);
        }

        if (!_waiting.Remove(finished.Candidate, out var question)
            || finished.Candidate.Refutes
            || finished.Verdict?.Kind is not (VerdictKind.Rejected or VerdictKind.TimedOut))
        {
            return;
        }

        if (question.IsFilled || !_canCorrect)
        {
            return;
        }

        _analyses++;
        Begin(AnalyseAsync(finished, question, cancellationToken));
    }

    private async Task AnalyseAsync(FinishedCandidate finished, Question question, CancellationToken cancellationToken)
    {
        PartialProof? partial = null;
        try
        {
            if (partials is not null && finished.Verdict!.Kind == VerdictKind.Rejected)
            {
                partial = await partials.FindAsync(
                    problem.Statement, finished.Candidate.Proof, finished.Candidate.Helpers, options.PartialTimeLimit, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            _happened.Writer.TryComplete(e);
            return;
        }

        _happened.Writer.TryWrite(() => Keep(new FailedAttempt(finished, question.Attempt, partial), question.Kind));
    }

    private void Keep(FailedAttempt attempt, int kind)
    {
        _analyses--;

        // Not further than its parent only: almost every fresh proof gets further than nothing, and would look better than any repair.
        if (PartialProof.Compare(attempt.Partial, _furthest) > 0)
        {
            _furthest = attempt.Partial;
            _efforts[kind] = _efforts[kind] with { Progress = _efforts[kind].Progress + 1 };
        }

        if (attempt.Partial is { } partial && HoleFilling.Fill(partial) is { } filled)
        {
            var candidate = attempt.Candidate with { Proof = filled, Origin = attempt.Candidate.Origin + "/filled", Tokens = 0 };
            Propose(candidate, new Question(kind, attempt) { IsFilled = true });
        }

        _open.Add(attempt);
    }

    private Effort Effort(int kind) => _efforts[kind] with { Tokens = _accounts[kind].Usage.Tokens };

    /// <summary>What a candidate answers.</summary>
    private sealed record Question(int Kind, FailedAttempt? Attempt)
    {
        /// <summary>Made from a partial proof without asking anybody: not worth a repair of its own.</summary>
        public bool IsFilled { get; init; }
    }
}
