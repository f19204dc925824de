using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Prover.Core.DeepThinking;
using Prover.Core.DeepThinking.Branches;
using Prover.Core.DeepThinking.Council;
using Prover.Service.Mapping;

namespace Prover.Service.DeepThinking;

/// <summary>Thoughts back from the contract; <see cref="ThinkMapping"/> is the way there.</summary>
/// <remarks>A word of a newer service that this program does not know is read as the one that claims least.</remarks>
internal static class ThinkReading
{
    /// <summary>The event; null for a result, which needs what came before, and for what this program does not know.</summary>
    public static DeepThinkEvent? ToDomain(this V1.ThinkResponse wire) => wire.KindCase switch
    {
        V1.ThinkResponse.KindOneofCase.Plan => new DeepThinkEvent.Planned(
            wire.Plan.Theorem, wire.Plan.Statement, [.. wire.Plan.Branches.Select(b => new BranchPlan(b.Id, Read(b.Kind, BranchKind.Search), b.Title, b.Weight))]),
        V1.ThinkResponse.KindOneofCase.Started => new DeepThinkEvent.BranchStarted(wire.Started.Branch, Read(wire.Started.TimeLimit)),
        V1.ThinkResponse.KindOneofCase.Progress => new DeepThinkEvent.BranchProgressed(wire.Progress.Branch, wire.Progress.What),
        V1.ThinkResponse.KindOneofCase.Ended => new DeepThinkEvent.BranchEnded(ToDomain(wire.Ended)),
        V1.ThinkResponse.KindOneofCase.Subgoal => new DeepThinkEvent.SubgoalDecided(wire.Subgoal.Branch, ToDomain(wire.Subgoal)),
        V1.ThinkResponse.KindOneofCase.Answer => new DeepThinkEvent.Answered(
            new CouncilAnswer(wire.Answer.Member, wire.Answer.Model, wire.Answer.Text, Read(wire.Answer.Standing, LeanStanding.Unknown), wire.Answer.Says) { IsChair = wire.Answer.Chair }),
        V1.ThinkResponse.KindOneofCase.Vote => new DeepThinkEvent.Voted(
            new CouncilVote(wire.Vote.Voter, wire.Vote.Labels.ToDictionary(), [.. wire.Vote.Order], wire.Vote.Text) { Problem = Text(wire.Vote.Problem) }),
        V1.ThinkResponse.KindOneofCase.Ranking => new DeepThinkEvent.Ranked(
            [.. wire.Ranking.Answers.Select(a => new RankedAnswer(a.Member, a.HasMeanRank ? a.MeanRank : null, a.Borda, a.Votes))]),
        V1.ThinkResponse.KindOneofCase.Caught => new DeepThinkEvent.Caught(ToDomain(wire.Caught)),
        V1.ThinkResponse.KindOneofCase.Certificate => new DeepThinkEvent.Certified(wire.Certificate.Branch, wire.Certificate.Proof, wire.Certificate.Origin, wire.Certificate.Refutes),
        V1.ThinkResponse.KindOneofCase.Model => wire.Model.ToDomain() is { } what ? new DeepThinkEvent.Model(wire.Branch, what) : null,
        _ => null,
    };

    public static BranchReport ToDomain(V1.ThinkBranch wire) => new(wire.Id, Read(wire.Kind, BranchKind.Search), Read(wire.Outcome, BranchOutcome.Failed), wire.Reason)
    {
        Tried = wire.Tried,
        Refused = wire.Refused,
        TimedOut = wire.TimedOut,
        Failed = wire.Failed,
        Wall = Read(wire.Wall),
        Cpu = Read(wire.Cpu),
        Tokens = wire.Tokens,
    };

    public static SubgoalReport ToDomain(V1.ThinkSubgoal wire) => new(wire.Name, wire.Statement, Read(wire.State, SubgoalState.Open))
    {
        Proof = Text(wire.Proof),
        Reason = Text(wire.Reason),
    };

    public static MemberReliability ToDomain(V1.CouncilReliability wire) =>
        new(wire.Member, Read(wire.Standing, LeanStanding.Unknown), wire.PairsRight, wire.PairsWrong, wire.InvalidVotes);

    public static CaughtFraud ToDomain(V1.CaughtFraud wire) => new(wire.Who, wire.How);

    private static string? Text(string wire) => wire.Length > 0 ? wire : null;

    private static TimeSpan Read(Duration? wire) => wire?.ToTimeSpan() ?? TimeSpan.Zero;

    private static T Read<T>(string word, T otherwise)
        where T : struct, System.Enum
    {
        foreach (var value in System.Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()) == word)
            {
                return value;
            }
        }

        return otherwise;
    }
}
