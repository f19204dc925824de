using Prover.Core.Formalization;

namespace Prover.Faithfulness;

/// <summary>One statement of the table and what the examiner makes of it.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Kind">The kind of mistake; null for a right one.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Seconds">Time it took.</param>
internal sealed record Case(TableProblem Problem, string? Kind, string Statement, IReadOnlyList<Evidence> Evidence, double Seconds)
{
    /// <summary>Whether the evidence, all of it or without a kind, speaks against the statement or doubts it.</summary>
    public bool IsFlagged(EvidenceKind? without = null) =>
        Prover.Core.Formalization.FaithfulnessLevels.Of(Evidence.Where(e => e.Kind != without)) <= FaithfulnessLevel.Doubtful;

    /// <summary>The kinds of evidence that do so.</summary>
    public IEnumerable<EvidenceKind> Catchers => Evidence.Where(e => e.Finding is Finding.Contradicts or Finding.Doubts).Select(e => e.Kind);
}
