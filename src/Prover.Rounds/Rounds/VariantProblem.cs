using Prover.Rounds.Makers.Variants;

namespace Prover.Rounds.Rounds;

/// <summary>A variant of an unsolved problem, to train on in later rounds; a line of <c>variants.jsonl</c>.</summary>
/// <param name="Round">The round that left its parent unsolved.</param>
/// <param name="Kind">How it comes from its parent.</param>
/// <param name="Detail">What was changed, e.g. <c>n = 2</c>.</param>
/// <param name="Training">The problem, with its parent.</param>
public sealed record VariantProblem(int Round, VariantKind Kind, string Detail, TrainingProblem Training)
{
    /// <summary>Its name.</summary>
    public string Name => Training.Name;
}
