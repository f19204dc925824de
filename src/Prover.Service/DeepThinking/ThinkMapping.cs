using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Council;
using Prover.Core.Verification;
using Prover.Service.Mapping;

namespace Prover.Service.DeepThinking;

/// <summary>Thoughts as the contract has them.</summary>
internal static class ThinkMapping
{
    /// <summary>A question. Why it is asked and where the thought is kept are the asker's own business.</summary>
    public static V1.ThinkRequest ToWire(this DeepThinkRequest request)
    {
        var wire = new V1.ThinkRequest
        {
            Statement = request.Statement,
            Budget = new V1.ThinkBudget { Wall = Duration.FromTimeSpan(request.Budget.Wall), Cpu = request.Budget.Cpu is { } cpu ? Duration.FromTimeSpan(cpu) : null },
            Grade = ((Grade?)request.Grade).ToWire(),
            Seed = request.Seed,
            NoStore = !request.UseStore,
            Models = request.Models.ToWire(),
            MaxDepth = request.MaxDepth,
            CouncilSeats = request.CouncilSeats,
            CandidateTimeLimit = Duration.FromTimeSpan(request.CandidateTimeLimit),
        };
        if (request.Budget.MaxTokens is { } tokens)
        {
            wire.Budget.MaxTokens = tokens;
        }

        return wire;
    }

    /// <summary>Null for what has no form on the wire.</summary>
    public static V1.ThinkResponse? ToWire(this DeepThinkEvent happened)
    {
        var wire = new V1.ThinkResponse { At = Duration.FromTimeSpan(happened.At) };
        switch (happened)
        {
            case DeepThinkEvent.Planned planned:
                wire.Plan = new V1.ThinkPlan { Theorem = planned.Theorem, Statement = planned.Statement };
                wire.Plan.Branches.AddRange(planned.Branches.Select(b => new V1.PlannedBranch { Id = b.Id, Kind = Word(b.Kind), Title = b.Title, Weight = b.Weight }));
                break;
            case DeepThinkEvent.BranchStarted started:
                wire.Started = new V1.ThinkBranchStarted { Branch = started.Branch, TimeLimit = Duration.FromTimeSpan(started.TimeLimit) };
                break;
            case DeepThinkEvent.BranchProgressed progress:
                wire.Progress = new V1.ThinkBranchProgress { Branch = progress.Branch, What = progress.What };
                break;
            case DeepThinkEvent.BranchEnded ended:
                wire.Ended = ToWire(ended.Report);
                break;
            case DeepThinkEvent.SubgoalDecided decided:
                wire.Subgoal = ToWire(decided.Subgoal, decided.Branch);
                break;
            case DeepThinkEvent.Answered answered:
                wire.Answer = ToWire(answered.Answer);
                break;
            case DeepThinkEvent.Voted voted:
                wire.Vote = ToWire(voted.Vote);
                break;
            case DeepThinkEvent.Ranked ranked:
                wire.Ranking = new V1.CouncilRanking();
                wire.Ranking.Answers.AddRange(ranked.Ranking.Select(ToWire));
                break;
            case DeepThinkEvent.Caught caught:
                wire.Caught = ToWire(caught.Fraud);
                break;
            case DeepThinkEvent.Certified certified:
                wire.Certificate = new V1.ThinkCertificate { Branch = certified.Branch, Proof = certified.Proof, Origin = certified.Origin, Refutes = certified.Refutes };
                break;
            case DeepThinkEvent.Model model:
                wire.Model = model.What.ToWire();
                wire.Branch = model.Branch;
                break;
            case DeepThinkEvent.Finished finished:
                wire.Result = ToWire(finished.Result);
                break;
            default:
                return null;
        }

        return wire;
    }

    private static V1.ThinkResult ToWire(DeepThinkResult result)
    {
        var account = result.Account;
        var wire = new V1.ThinkResult
        {
            Verdict = result.Verdict.ToWire(),
            Proof = result.Proof ?? string.Empty,
            Origin = result.Origin ?? string.Empty,
            Wall = Duration.FromTimeSpan(account.Spent.Wall),
            Cpu = Duration.FromTimeSpan(account.Spent.Cpu),
            Usage = account.Spent.Models.ToWire(),
        };
        wire.Branches.AddRange(account.Branches.Select(ToWire));
        wire.NotBegun.AddRange(account.NotBegun.Select(b => b.Id));
        wire.Subgoals.AddRange(account.Subgoals.Select(s => ToWire(s, string.Empty)));
        wire.Reliability.AddRange((account.Council?.Reliability ?? []).Select(r => new V1.CouncilReliability
        {
            Member = r.Member,
            Standing = Word(r.Standing),
            PairsRight = r.PairsRight,
            PairsWrong = r.PairsWrong,
            InvalidVotes = r.InvalidVotes,
        }));
        wire.Caught.AddRange(account.Caught.Select(ToWire));
        return wire;
    }

    private static V1.ThinkBranch ToWire(BranchReport report) => new()
    {
        Id = report.Id,
        Kind = Word(report.Kind),
        Outcome = Word(report.Outcome),
        Reason = report.Reason,
        Tried = report.Tried,
        Refused = report.Refused,
        TimedOut = report.TimedOut,
        Failed = report.Failed,
        Wall = Duration.FromTimeSpan(report.Wall),
        Cpu = Duration.FromTimeSpan(report.Cpu),
        Tokens = report.Tokens,
    };

    private static V1.ThinkSubgoal ToWire(SubgoalReport subgoal, string branch) => new()
    {
        Branch = branch,
        Name = subgoal.Name,
        Statement = subgoal.Statement,
        State = Word(subgoal.State),
        Proof = subgoal.Proof ?? string.Empty,
        Reason = subgoal.Reason ?? string.Empty,
    };

    private static V1.CouncilAnswer ToWire(CouncilAnswer answer) => new()
    {
        Member = answer.Member,
        Model = answer.Model,
        Text = answer.Text,
        Standing = Word(answer.Standing),
        Says = answer.Says,
        Chair = answer.IsChair,
    };

    private static V1.CouncilVote ToWire(CouncilVote vote)
    {
        var wire = new V1.CouncilVote { Voter = vote.Voter, Problem = vote.Problem ?? string.Empty, Text = vote.Text };
        wire.Labels.Add(vote.Labels.ToDictionary());
        wire.Order.AddRange(vote.Order);
        return wire;
    }

    private static V1.RankedAnswer ToWire(RankedAnswer ranked)
    {
        var wire = new V1.RankedAnswer { Member = ranked.Member, Borda = ranked.Borda, Votes = ranked.Votes };
        if (ranked.MeanRank is { } mean)
        {
            wire.MeanRank = mean;
        }

        return wire;
    }

    private static V1.CaughtFraud ToWire(CaughtFraud fraud) => new() { Who = fraud.Who, How = fraud.How };

    private static string Word<T>(T value)
        where T : struct, System.Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
