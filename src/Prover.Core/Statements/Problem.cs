namespace Prover.Core.Statements;

/// <summary>A statement to prove, checked to elaborate: what samplers see.</summary>
public sealed record Problem
{
    /// <summary>Full name of the theorem.</summary>
    public required string Name { get; init; }

    /// <summary>The statement as the user gave it: opening commands and the theorem's head.</summary>
    public required TheoremStatement Statement { get; init; }

    /// <summary>The goal as Lean prints it at the start of the proof (<c>a b : Nat\nh : a ≤ b\n⊢ a ≤ b + 1</c>); null when not had.</summary>
    public string? Goal { get; init; }

    /// <summary>Fingerprint of the statement; see <see cref="Lean.TheoremFacts.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }
}
