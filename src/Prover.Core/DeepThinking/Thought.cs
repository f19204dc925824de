using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Decomposition;
using Prover.Core.DeepThinking.Journal;
using Prover.Core.Models;
using Prover.Core.Verification;

namespace Prover.Core.DeepThinking;

/// <summary>What the branches of one thought share: the statement, the journal, the subgoals, and whoever looks on.</summary>
internal sealed class Thought
{
    private readonly Action<DeepThinkEvent> _tell;

    public Thought(DeepThinkRequest request, DeepThinkParts parts, CompiledStatement statement, ThoughtJournal journal, Expenses expenses, Action<DeepThinkEvent> tell, TimeProvider time)
    {
        (Request, Parts, Statement, Journal, Expenses, _tell, Time) = (request, parts, statement, journal, expenses, tell, time);
        Subgoals = new SubgoalBook(this);
    }

    public DeepThinkRequest Request { get; }

    public DeepThinkParts Parts { get; }

    public CompiledStatement Statement { get; }

    public ThoughtJournal Journal { get; }

    public Expenses Expenses { get; }

    /// <summary>The models that were asked for.</summary>
    public IReadOnlyList<LanguageModel> Models { get; init; } = [];

    public SubgoalBook Subgoals { get; }

    public TimeProvider Time { get; }

    public void Tell(DeepThinkEvent happened) => _tell(happened);

    public void Progress(BranchPlan branch, string what) => _tell(new DeepThinkEvent.BranchProgressed(branch.Id, what));

    /// <summary>Keeps and tells that somebody was caught, once.</summary>
    public async Task CatchAsync(CaughtFraud fraud)
    {
        if (!Journal.Records.OfType<JournalRecord.Fraud>().Any(f => f.Caught == fraud))
        {
            await Journal.AddAsync(new JournalRecord.Fraud(fraud)).ConfigureAwait(false);
            _tell(new DeepThinkEvent.Caught(fraud));
        }
    }

    /// <summary>Asks a model one question, unless the journal has the answer. An answer is kept before it is given; that none came is not kept, so that a
    /// resumed thought asks again.</summary>
    /// <param name="tools">Who pays.</param>
    /// <param name="question">Unique within the thought.</param>
    /// <param name="model">Whom.</param>
    /// <param name="request">What.</param>
    /// <param name="timeLimit">How long it is waited for.</param>
    /// <param name="cancellationToken">Ends it; then nothing is kept.</param>
    public async Task<JournalRecord.Said> AskAsync(
        BranchTools tools, string question, LanguageModel model, ModelRequest request, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (Journal.Records.OfType<JournalRecord.Said>().FirstOrDefault(s => s.Question == question) is { } kept)
        {
            return kept;
        }

        var said = await AskNowAsync(tools, question, model, request, timeLimit, cancellationToken).ConfigureAwait(false);
        await Expenses.KeepAsync(Journal).ConfigureAwait(false);
        if (said.Silence is null)
        {
            await Journal.AddAsync(said).ConfigureAwait(false);
        }

        return said;
    }

    private async Task<JournalRecord.Said> AskNowAsync(
        BranchTools tools, string question, LanguageModel model, ModelRequest request, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(timeLimit, Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            var answer = await WholeAnswer.AskAsync(model, request, tools.Session, stop.Token).ConfigureAwait(false);
            return answer is null ? Silent("The tokens left are too few for an answer.")
                : string.IsNullOrWhiteSpace(answer.Text) ? Silent("The answer is empty.")
                : new JournalRecord.Said(question, answer.Text, answer.End == AnswerEnd.Stop);
        }
        catch (ModelException e)
        {
            return Silent($"The model can't be had: {e.Message}");
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Silent($"No answer within {timeLimit.TotalSeconds:0.#} s.");
        }

        JournalRecord.Said Silent(string why) => new(question, string.Empty, false) { Silence = why };
    }
}
