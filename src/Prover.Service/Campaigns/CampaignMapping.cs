using System.Text.Json;
using Prover.Rounds.Promotion;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;

namespace Prover.Service.Campaigns;

/// <summary>Campaigns as the contract has them.</summary>
internal static class CampaignMapping
{
    public static V1.Campaign ToWire(this CampaignReport report)
    {
        var wire = new V1.Campaign
        {
            Name = report.Name,
            Complete = report.IsComplete,
            RoundsAsked = report.Settings.Rounds,
            Prover = report.Settings.Prover.Name,
            Memory = report.Settings.Memory,
            TrainingProblems = report.TrainingProblems,
            HeldOutProblems = report.Settings.HeldOut.Problems,
        };
        wire.Excluded.AddRange(report.Excluded.Select(e => new V1.KeptOutProblem { Problem = e.Problem, BecauseOf = e.HeldOut, Reason = e.Reason }));
        wire.Duplicates.AddRange(report.Duplicates.Select(d => new V1.KeptOutProblem { Problem = d.Problem, BecauseOf = d.First, Reason = "It has the same statement up to names." }));
        wire.Variants.AddRange(report.Variants.Select(v => new V1.ProblemVariant
        {
            Name = v.Name,
            Parent = v.Parent,
            Detail = v.Detail,
            Round = v.Round,
            Outcome = v.Outcome is { } outcome ? Word(outcome) : string.Empty,
        }));
        wire.Rounds.AddRange(report.Rounds.Select(ToWire));
        return wire;
    }

    public static V1.CampaignRound ToWire(this RoundReport round)
    {
        var wire = new V1.CampaignRound
        {
            Round = round.Round,
            Phase = ToWire(round.Phase),
            Prover = round.Prover,
            Chosen = round.Chosen,
            Solved = round.Solved,
            SolvedVariants = round.SolvedVariants,
            Variants = round.Variants,
            NewProofs = round.NewProofs,
            PoolSize = round.PoolSize,
            HeldOut = HeldOut(round),
            Decision = round.Decision is { } decision ? ToWire(decision) : null,
        };
        if (round.Candidate is { } candidate)
        {
            wire.Candidate = candidate;
        }

        if (round.Window is { } window)
        {
            wire.Window = window;
        }

        return wire;
    }

    private static V1.HeldOutScore? HeldOut(RoundReport round)
    {
        if (round.HeldOut is not { } score)
        {
            return null;
        }

        var wire = new V1.HeldOutScore { Solved = score.Solved, Problems = score.Problems };
        if (round.PassAt1()?.FailuresWrong is { } pass)
        {
            (wire.PassAt1, wire.Low, wire.High) = (pass.Value, pass.Low, pass.High);
        }

        return wire;
    }

    private static V1.RoundDecision ToWire(Decision decision)
    {
        var wire = new V1.RoundDecision { Kind = Word(decision.Kind), Reason = decision.Reason, Gained = decision.Gained, Lost = decision.Lost };
        wire.Warnings.AddRange(decision.Warnings);
        return wire;
    }

    private static V1.RoundPhase ToWire(RoundPhase phase) => phase switch
    {
        RoundPhase.Begun => V1.RoundPhase.Begun,
        RoundPhase.Chosen => V1.RoundPhase.Chosen,
        RoundPhase.Attempted => V1.RoundPhase.Attempted,
        RoundPhase.Collected => V1.RoundPhase.Collected,
        RoundPhase.Learned => V1.RoundPhase.Learned,
        RoundPhase.Evaluated => V1.RoundPhase.Evaluated,
        RoundPhase.Decided => V1.RoundPhase.Decided,
        _ => V1.RoundPhase.Unspecified,
    };

    // As in the campaign's files.
    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
