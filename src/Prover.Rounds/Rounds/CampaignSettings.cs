using Prover.Bench.Data;
using Prover.Core.Proving;
using Prover.Core.Repair.Policies;
using Prover.Rounds.Promotion;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Rounds;

/// <summary>Everything that a campaign was asked for with; the file <c>campaign.json</c> of its folder.</summary>
public sealed record CampaignSettings
{
    /// <summary>Raised when the folder's files change their meaning.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the folder.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The data to train on.</summary>
    public required IReadOnlyList<DataIdentity> Train { get; init; }

    /// <summary>The data that no round trains on.</summary>
    public required DataIdentity HeldOut { get; init; }

    /// <summary>Name of the profile.</summary>
    public required string Profile { get; init; }

    /// <summary>The prover.</summary>
    public required CampaignProver Prover { get; init; }

    /// <summary>Rounds; may become more.</summary>
    public required int Rounds { get; init; }

    /// <summary>Problems of a round at most; null for all that the schedule opens.</summary>
    public int? ProblemsPerRound { get; init; }

    /// <summary>Samples of each problem in a round.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>Samples of each held-out problem.</summary>
    public int HeldOutSamples { get; init; } = 1;

    /// <summary>Seed of everything.</summary>
    public int Seed { get; init; }

    /// <summary>The schedule.</summary>
    public ScheduleSettings Schedule { get; init; } = new();

    /// <summary>What keeps held-out problems from being trained on, by the name that it gives itself.</summary>
    public required string Contamination { get; init; }

    /// <summary>How alike a problem must be to a held-out one to be kept out; null where only the same is.</summary>
    public double? ContaminationThreshold { get; init; }

    /// <summary>Variants of each problem that a round leaves unsolved, to train on in later rounds, at most; 0 for none.</summary>
    public int Variants { get; init; }

    /// <summary>Whether the built-in learner's memory is on.</summary>
    public bool Memory { get; init; } = true;

    /// <summary>The user's command after each round; null without.</summary>
    public string? Hook { get; init; }

    /// <summary>The format of what hooks train on, as a word; null for the plain one.</summary>
    public string? HookFormat { get; init; }

    /// <summary>When a new version takes the place of the old.</summary>
    public PromotionRule Promote { get; init; } = PromotionRule.Better;

    /// <summary>Which Lean: kind, version, and the hash of what determines its answers.</summary>
    public required string Lean { get; init; }

    /// <summary>Version of this program.</summary>
    public required string Version { get; init; }
}

/// <summary>The prover of a campaign, and the limits of one attempt; see <see cref="Bench.Provers.ProverRequest"/>.</summary>
/// <param name="Name">Its name.</param>
public sealed record CampaignProver(string Name)
{
    /// <summary>Wall-clock seconds of an attempt at most.</summary>
    public double TimeLimitSeconds { get; init; } = new ProveBudget().TimeLimit.TotalSeconds;

    /// <summary>Wall-clock seconds of an attempt at a held-out problem at most; null for the same.</summary>
    public double? HeldOutTimeLimitSeconds { get; init; }

    /// <summary>Processor seconds of an attempt's checks at most; null without limit.</summary>
    public double? ProcessorTimeLimitSeconds { get; init; }

    /// <summary>Processor seconds of an attempt at a held-out problem at most; null for the same.</summary>
    public double? HeldOutProcessorTimeLimitSeconds { get; init; }

    /// <summary>Wall-clock seconds of one candidate's check at most.</summary>
    public double CandidateTimeLimitSeconds { get; init; } = new ProveBudget().CandidateTimeLimit.TotalSeconds;

    /// <summary>Candidates that an attempt checks at most.</summary>
    public int MaxCandidates { get; init; } = new ProveBudget().MaxSamples;

    /// <summary>Tokens of an attempt at most; null without limit.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>The grade that a proof must reach, as a word.</summary>
    public string Grade { get; init; } = "strongest";

    /// <summary>Names of models; null is all that are configured.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>Whether a loop begins with the portfolio.</summary>
    public bool UsePortfolio { get; init; } = true;

    /// <summary>How a loop shares its budget between fresh proofs and repairs.</summary>
    public string RepairPolicy { get; init; } = RepairPolicies.All[0].Name;
}
