using System.Diagnostics;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Budgets;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Models;
using Prover.Core.Verification;
using Prover.Service.Mapping;

namespace Prover.Service.DeepThinking;

/// <summary>What a client has seen of a thought: with it the events are put together again, and there is an honest end when the server's own never comes.</summary>
/// <param name="budget">What was allowed.</param>
internal sealed class ThoughtSoFar(DeepThinkBudget budget)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<BranchReport> _ended = [];
    private readonly List<string> _begun = [];
    private readonly List<SubgoalReport> _subgoals = [];
    private readonly List<CouncilAnswer> _answers = [];
    private readonly List<CouncilVote> _votes = [];
    private readonly List<CaughtFraud> _caught = [];
    private IReadOnlyList<RankedAnswer> _ranking = [];
    private DeepThinkEvent.Planned? _plan;
    private ModelUsage _usage;

    private IReadOnlyList<BranchPlan> Plans => _plan?.Branches ?? [];

    /// <summary>The event, kept; null for what this program does not know.</summary>
    public DeepThinkEvent? Read(V1.ThinkResponse wire)
    {
        var happened = wire.KindCase == V1.ThinkResponse.KindOneofCase.Result ? new DeepThinkEvent.Finished(Result(wire.Result)) : wire.ToDomain();
        if (happened is not null)
        {
            Keep(happened = happened with { At = wire.At?.ToTimeSpan() ?? TimeSpan.Zero });
        }

        return happened;
    }

    public DeepThinkEvent.Finished Broken(string reason) => Ended(new Verdict { Kind = VerdictKind.Infrastructure, Reason = reason });

    public DeepThinkEvent.Finished Cancelled() =>
        Ended(new Verdict { Kind = VerdictKind.Cancelled, Reason = "Cancelled before the server gave a result." });

    /// <summary>The end with a verdict that is not the server's.</summary>
    public DeepThinkEvent.Finished Ended(Verdict verdict)
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        var open = _begun.Where(b => _ended.TrueForAll(e => e.Id != b)).SelectMany(b => Plans.Where(p => p.Id == b));
        return new DeepThinkEvent.Finished(new DeepThinkResult
        {
            Verdict = verdict with { Theorem = _plan?.Theorem, Statement = _plan?.Statement, Elapsed = elapsed },
            Account = new DeepThinkAccount
            {
                Branches = [.. _ended, .. open.Select(p => new BranchReport(p.Id, p.Kind, BranchOutcome.Interrupted, "Its end was not told."))],
                NotBegun = [.. Plans.Where(p => !_begun.Contains(p.Id))],
                Subgoals = _subgoals,
                Council = Council([]),
                Caught = _caught,
                Budget = budget,
                Spent = new DeepThinkSpent(elapsed, _usage),
            },
        })
        { At = elapsed };
    }

    private DeepThinkResult Result(V1.ThinkResult wire) => new()
    {
        Verdict = (wire.Verdict ?? new V1.Verdict()).ToDomain(),
        Proof = wire.Proof.Length > 0 ? wire.Proof : null,
        Origin = wire.Origin.Length > 0 ? wire.Origin : null,
        Account = new DeepThinkAccount
        {
            Branches = [.. wire.Branches.Select(ThinkReading.ToDomain)],
            NotBegun = [.. Plans.Where(p => wire.NotBegun.Contains(p.Id))],
            Subgoals = [.. wire.Subgoals.Select(ThinkReading.ToDomain)],
            Council = Council([.. wire.Reliability.Select(ThinkReading.ToDomain)]),
            Caught = [.. wire.Caught.Select(ThinkReading.ToDomain)],
            Budget = budget,
            Spent = new DeepThinkSpent(wire.Wall?.ToTimeSpan() ?? TimeSpan.Zero, wire.Usage.ToDomain(), wire.Cpu?.ToTimeSpan() ?? TimeSpan.Zero),
        },
    };

    // The stages of a council are told as they come; at the end the server adds how the votes compare with Lean's word.
    private CouncilReport? Council(IReadOnlyList<MemberReliability> reliability) => _answers.Count + _votes.Count + reliability.Count == 0 ? null : new CouncilReport
    {
        Answers = [.. _answers.Where(a => !a.IsChair)],
        Votes = _votes,
        Ranking = _ranking,
        Chair = _answers.Find(a => a.IsChair),
        Reliability = reliability,
    };

    private void Keep(DeepThinkEvent happened)
    {
        switch (happened)
        {
            case DeepThinkEvent.Planned planned:
                _plan = planned;
                break;
            case DeepThinkEvent.BranchStarted started:
                _begun.Add(started.Branch);
                break;
            case DeepThinkEvent.BranchEnded ended:
                _ended.Add(ended.Report);
                break;
            case DeepThinkEvent.SubgoalDecided { Subgoal: var subgoal }:
                _subgoals.RemoveAll(s => s.Name == subgoal.Name);
                _subgoals.Add(subgoal);
                break;
            case DeepThinkEvent.Answered answered:
                _answers.Add(answered.Answer);
                break;
            case DeepThinkEvent.Voted voted:
                _votes.Add(voted.Vote);
                break;
            case DeepThinkEvent.Ranked ranked:
                _ranking = ranked.Ranking;
                break;
            case DeepThinkEvent.Caught caught:
                _caught.Add(caught.Fraud);
                break;
            case DeepThinkEvent.Model { What: ModelEvent.Answered answered }:
                _usage += answered.Usage;
                break;
        }
    }
}
