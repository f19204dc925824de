using Prover.Core.Prompts;
using Prover.Datasets.Filtering;
using Prover.Datasets.Formats;
using Prover.Datasets.Rewards;

namespace Prover.Datasets.Exporting;

/// <summary>What is to be exported, and how.</summary>
public sealed record ExportOptions
{
    /// <summary>The folder to write: not there, or empty.</summary>
    public required string Target { get; init; }

    /// <summary>What it is for.</summary>
    public required DatasetFormat Format { get; init; }

    /// <summary>How files are written.</summary>
    public FileFormat Files { get; init; } = FileFormat.Jsonl;

    /// <summary>What is wanted of the sources.</summary>
    public DatasetFilter Filter { get; init; } = new();

    /// <summary>The share of problems for validation, from 0 to below 1.</summary>
    public double ValidShare { get; init; } = 0.05;

    /// <summary>Seed of the splits.</summary>
    public int Seed { get; init; }

    /// <summary>Of <c>sft</c>: proofs of a problem at most, the shortest.</summary>
    public int MaxPerProblem { get; init; } = 4;

    /// <summary>Of <c>preference</c>: pairs of a problem at most.</summary>
    public int MaxPairs { get; init; } = 4;

    /// <summary>Of <c>grpo</c>: whether groups are dropped in which all rewards are the same.</summary>
    public bool DropZeroVariance { get; init; }

    /// <summary>Of <c>grpo</c>: the reward, of <c>verified</c> and <c>length</c>.</summary>
    public RewardSpec Reward { get; init; } = RewardSpec.Default;

    /// <summary>Name of the prompt.</summary>
    public string Prompt { get; init; } = "prove";

    /// <summary>The Lean that prompts speak of where no attempt at a problem tells one.</summary>
    public LeanLibrary Library { get; init; } = new("4", HasMathlib: false);

    /// <summary>What to say in the card, decontamination above all.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The command, for the card.</summary>
    public string Command { get; init; } = "(through the library)";

    /// <summary>Refuses what makes no sense.</summary>
    /// <exception cref="ArgumentException">The message names what is at fault.</exception>
    internal void Validate()
    {
        if (!(ValidShare is >= 0 and < 1))
        {
            throw new ArgumentException($"The share for validation must lie between 0 and below 1; it is {ValidShare}.");
        }

        if (MaxPerProblem < 1 || MaxPairs < 1)
        {
            throw new ArgumentException("The limits per problem must be at least 1.");
        }
    }
}
