using Prover.Bench.Profiles;
using Prover.Bench.Screening;
using Prover.Rounds.Hooks;
using Prover.Rounds.Provers;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Rounds;

/// <summary>What a campaign is driven with.</summary>
public sealed record CampaignParts
{
    /// <summary>How statements are put before Lean.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Examines statements.</summary>
    public required IStatementCheck Check { get; init; }

    /// <summary>Makes the provers.</summary>
    public required IRoundProverSource Provers { get; init; }

    /// <summary>Makes the provers that are measured on the held-out problems, e.g. with a time limit of their own; null is the same.</summary>
    public IRoundProverSource? HeldOutProvers { get; init; }

    /// <summary>Makes the steps of new proofs shorter before anything learns from them; null leaves them.</summary>
    public IStepShortener? Shortener { get; init; }

    /// <summary>What learns after each round, one after the other; empty for the control that learns nothing.</summary>
    public IReadOnlyList<ILearningHook> Hooks { get; init; } = [];

    /// <summary>Chooses problems.</summary>
    public ISchedule Schedule { get; init; } = new WideningSchedule();

    /// <summary>Says how hard problems are.</summary>
    public IDifficulty Difficulty { get; init; } = new DifficultyEstimate();

    /// <summary>Keeps held-out problems from being trained on.</summary>
    public IContamination Contamination { get; init; } = new ExactContamination();

    /// <summary>Writes what trainers read.</summary>
    public ITrainingExport Export { get; init; } = new PlainExport();
}
