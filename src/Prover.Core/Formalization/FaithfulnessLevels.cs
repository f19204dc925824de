namespace Prover.Core.Formalization;

/// <summary>What the evidence about a statement comes to.</summary>
public static class FaithfulnessLevels
{
    /// <summary>The level: the worst that is said of it, or the best where nothing is said against it.</summary>
    /// <remarks>A statement that another contradicts is doubtful, not contradicted: one of the two is wrong, and nobody knows which.</remarks>
    public static FaithfulnessLevel Of(IEnumerable<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var all = evidence.ToList();
        if (all.Exists(e => e is { Kind: EvidenceKind.Person, Finding: Finding.Supports }))
        {
            return FaithfulnessLevel.Pinned;
        }

        var against = all.Where(e => e.Finding == Finding.Contradicts).ToList();
        if (against.Exists(e => !IsOpinion(e.Kind)))
        {
            return FaithfulnessLevel.Contradicted;
        }

        if (against.Count > 0 || all.Exists(e => e.Finding == Finding.Doubts) || !all.Exists(e => e is { Kind: EvidenceKind.Elaborates, Finding: Finding.Supports }))
        {
            return FaithfulnessLevel.Doubtful;
        }

        return all.Exists(e => e.Finding == Finding.Supports && IsOpinion(e.Kind)) ? FaithfulnessLevel.Corroborated : FaithfulnessLevel.Plausible;
    }

    /// <summary>Whether it compares with what another made of the problem.</summary>
    private static bool IsOpinion(EvidenceKind kind) => kind is EvidenceKind.Agreement or EvidenceKind.BackTranslation or EvidenceKind.Vote;
}
