namespace Prover.Core.Formalization;

/// <summary>What evidence comes to.</summary>
public static class FaithfulnessLevels
{
    /// <summary>The level of a statement.</summary>
    public static FaithfulnessLevel Of(IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Any(e => e is { Kind: EvidenceKind.Person, Finding: Finding.Supports }) ? FaithfulnessLevel.Pinned
            : evidence.Any(e => e.Finding == Finding.Contradicts) ? FaithfulnessLevel.Contradicted
            : evidence.Any(e => e.Finding == Finding.Doubts) ? FaithfulnessLevel.Doubtful
            : evidence.Any(e => e is { Kind: EvidenceKind.Agreement or EvidenceKind.BackTranslation or EvidenceKind.Vote, Finding: Finding.Supports }) ? FaithfulnessLevel.Corroborated
            : FaithfulnessLevel.Plausible;
    }
}
