using System.Collections.Concurrent;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Decomposition;
using Prover.Core.DeepThinking.Journal;
using Prover.Core.Models;
using Prover.Core.Prompts;

namespace Prover.Core.DeepThinking.Council;

/// <summary>A council in three stages, after Karpathy's LLM council: the members attempt the problem alone; each reviews and ranks the others' answers
/// without knowing whose they are; a chairman sums up. Lean's word outranks every vote: a proof that it verifies ends the council at once, sketches that it
/// accepts are worked on before those it does not, and votes only order what Lean does not tell apart.</summary>
internal sealed class CouncilSession(BranchTools tools, IReadOnlyList<CouncilMember> members, LanguageModel chair, CouncilPrompts prompts)
{
    private const int LeastToRank = 2;
    private const string Chairman = "chairman";

    private readonly AnswerTrial _trial = new(tools);
    private readonly Decomposer _decomposer = new(tools);
    private readonly ConcurrentDictionary<string, CouncilAnswer> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Sketch> _sketches = new(StringComparer.Ordinal);

    /// <summary>Runs all stages, or as many as are needed.</summary>
    public async Task<BranchResult> RunAsync(TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var started = tools.Thought.Time.GetTimestamp();
        TimeSpan Left() => timeLimit - tools.Thought.Time.GetElapsedTime(started);

        if (await AttemptAsync(Left() * 0.35, cancellationToken).ConfigureAwait(false) is { } won)
        {
            return won;
        }

        var votes = await VoteAsync(Left() * 0.3, cancellationToken).ConfigureAwait(false);
        var ranking = VoteCount.Rank([.. Spoken().Select(m => m.Name)], votes);
        tools.Thought.Tell(new DeepThinkEvent.Ranked(ranking));
        if (await WorkOnSketchesAsync(ranking, Left() * 0.5, cancellationToken).ConfigureAwait(false) is { } joined)
        {
            return joined;
        }

        return await SumUpAsync(ranking, Left(), cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<CouncilMember> Spoken() => members.Where(m => _answers.TryGetValue(m.Name, out var answer) && answer.Text.Length > 0);

    private async Task<BranchResult?> AttemptAsync(TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        using var decided = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        BranchResult? won = null;
        var attempts = members.Select((member, seat) => Task.Run(
            async () =>
            {
                var request = Request("attempt", prompts.Attempt(member.Strategy), seat);
                var said = await tools.Thought.AskAsync(tools, $"attempt/{member.Name}", member.Model, request, timeLimit, decided.Token).ConfigureAwait(false);
                var worth = await _trial.TryAsync(member.Name, said, decided.Token).ConfigureAwait(false);
                await KeepAsync(new CouncilAnswer(member.Name, member.Model.Info.Name, said.Text, worth.Standing, worth.Says), worth).ConfigureAwait(false);
                if (worth.Won is { } proof)
                {
                    Interlocked.CompareExchange(ref won, proof, null);
                    await decided.CancelAsync().ConfigureAwait(false);
                }
            },
            CancellationToken.None)).ToList();
        try
        {
            await Task.WhenAll(attempts).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (won is not null)
        {
            // Lean has verified one: the others need not go on.
        }

        return won;
    }

    private async Task<IReadOnlyList<CouncilVote>> VoteAsync(TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var voters = Spoken().ToList();
        if (voters.Count <= LeastToRank)
        {
            return [];
        }

        var votes = await Task.WhenAll(voters.Select(v => VoteAsync(v, [.. voters.Select(o => o.Name)], timeLimit, cancellationToken))).ConfigureAwait(false);
        return [.. votes.OfType<CouncilVote>()];
    }

    private async Task<CouncilVote?> VoteAsync(CouncilMember voter, IReadOnlyList<string> names, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var labels = CouncilMember.Labels(tools.Request.Seed, voter.Name, names);
        var request = Request("review", prompts.Review(labels.Select(l => (l.Label, _answers[l.Member].Text))), members.ToList().IndexOf(voter));
        var said = await tools.Thought.AskAsync(tools, $"review/{voter.Name}", voter.Model, request, timeLimit, cancellationToken).ConfigureAwait(false);
        var whose = labels.ToDictionary(l => l.Label, l => l.Member, StringComparer.Ordinal);
        var (order, problem) = said.Silence is { } silence ? (null, silence) : FinalRanking.Read(said.Text, whose.Keys);
        var vote = new CouncilVote(voter.Name, whose, order is null ? [] : [.. order.Select(l => whose[l])], said.Text) { Problem = problem };
        if (!tools.Thought.Journal.Records.OfType<JournalRecord.Vote>().Any(v => v.Cast.Voter == voter.Name))
        {
            await tools.Thought.Journal.AddAsync(new JournalRecord.Vote(vote)).ConfigureAwait(false);
        }

        tools.Thought.Tell(new DeepThinkEvent.Voted(vote));
        return vote;
    }

    /// <summary>What Lean has not turned down comes before what it has, whatever the votes.</summary>
    private async Task<BranchResult?> WorkOnSketchesAsync(IReadOnlyList<RankedAnswer> ranking, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var started = tools.Thought.Time.GetTimestamp();
        var order = ranking.Where(r => _sketches.ContainsKey(r.Member)).OrderByDescending(r => _answers[r.Member].Standing != LeanStanding.Rejected).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            var left = timeLimit - tools.Thought.Time.GetElapsedTime(started);
            if (await WorkAsync(_answers[order[i].Member], _sketches[order[i].Member], left / (order.Count - i), cancellationToken).ConfigureAwait(false) is { } won)
            {
                return won;
            }
        }

        return null;
    }

    private async Task<BranchResult?> WorkAsync(CouncilAnswer answer, Sketch sketch, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var work = await _decomposer.WorkAsync(tools.Thought.Statement, sketch, tools.Request.MaxDepth, timeLimit, [], cancellationToken).ConfigureAwait(false);
        var worth = new AnswerWorth(work.Standing, work.Says) { Fraud = work.Fraud };

        // A proof that Lean turned down stays so, whatever was made of its rest.
        var kept = answer.Standing == LeanStanding.Rejected && work.Standing < LeanStanding.Sketch;
        await KeepAsync(kept ? answer : answer with { Standing = work.Standing, Says = work.Says }, worth).ConfigureAwait(false);
        return work is { Standing: LeanStanding.Proved, Verdict: { } verdict, Proof: { } proof } ? BranchResult.Won(verdict, proof, sketch.Author) : null;
    }

    private async Task<BranchResult> SumUpAsync(IReadOnlyList<RankedAnswer> ranking, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var heard = ranking.Select(r => (Answer: _answers[r.Member], Rank: r)).OrderByDescending(a => a.Answer.Standing).ToList();
        if (heard.Count == 0)
        {
            return new BranchResult(BranchOutcome.Exhausted, "No member of the council has answered.");
        }

        var request = Request("chair", prompts.Chair(heard.Select(h => (h.Answer, (RankedAnswer?)h.Rank))), members.Count);
        var said = await tools.Thought.AskAsync(tools, Chairman, chair, request, timeLimit * 0.5, cancellationToken).ConfigureAwait(false);
        var started = tools.Thought.Time.GetTimestamp();
        var worth = await _trial.TryAsync(Chairman, said, cancellationToken).ConfigureAwait(false);
        var answer = new CouncilAnswer(Chairman, chair.Info.Name, said.Text, worth.Standing, worth.Says) { IsChair = true };
        await KeepAsync(answer, worth).ConfigureAwait(false);
        var won = worth.Won;
        if (won is null && worth.Sketch is { } sketch)
        {
            won = await WorkAsync(answer, sketch, (timeLimit * 0.5) - tools.Thought.Time.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
        }

        return won ?? (tools.Share.Tokens.IsSpent
            ? new BranchResult(BranchOutcome.Spent, "Its tokens are spent.")
            : new BranchResult(BranchOutcome.Exhausted, $"{heard.Count} answers and the chairman's, none of them a proof: {_answers[Chairman].Says}"));
    }

    private async Task KeepAsync(CouncilAnswer answer, AnswerWorth worth)
    {
        _answers[answer.Member] = answer;
        if (worth.Sketch is { } sketch)
        {
            _sketches[answer.Member] = sketch;
        }

        if (worth.Fraud is { } fraud)
        {
            await tools.Thought.CatchAsync(new CaughtFraud(answer.Member, fraud)).ConfigureAwait(false);
        }

        await tools.Thought.Journal.AddAsync(new JournalRecord.Weighed(answer)).ConfigureAwait(false);
        tools.Thought.Tell(new DeepThinkEvent.Answered(answer));
    }

    private ModelRequest Request(string purpose, Prompt prompt, int seat) => new()
    {
        Purpose = purpose,
        Messages = prompt.Messages,
        MaxOutputTokens = tools.Request.MaxAnswerTokens,
        Seed = unchecked((tools.Request.Seed * 31) + seat) & 0x7fff_ffff,
    };
}
