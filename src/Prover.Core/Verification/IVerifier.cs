namespace Prover.Core.Verification;

/// <summary>Judges whether a Lean text proves a theorem.</summary>
/// <remarks>Thread-safe. Never throws for what a text, Lean or the caller's cancellation does: each is a verdict.</remarks>
public interface IVerifier
{
    /// <summary>Judges one submission.</summary>
    /// <exception cref="InvalidStatementException">The trusted <see cref="VerifyRequest.Statement"/> itself is no good.</exception>
    /// <exception cref="NotSupportedException">The grade asked for can't be had.</exception>
    Task<Verdict> VerifyAsync(VerifyRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A submission and the claim that is made for it.</summary>
public sealed record VerifyRequest
{
    /// <summary>The whole Lean text, untrusted.</summary>
    public required string Text { get; init; }

    /// <summary>Full name of the theorem; null means that of <see cref="Statement"/>, or else the text's last theorem.</summary>
    public string? TheoremName { get; init; }

    /// <summary>The statement that must be proved, trusted: Lean text with its own opening commands that ends in one
    /// theorem, with or without <c>:= by sorry</c>. It is compiled alone. Null accepts whatever the theorem states.</summary>
    public string? Statement { get; init; }

    /// <summary>The grade that is asked for.</summary>
    public Grade Grade { get; init; } = Verifier.StrongestGrade;

    /// <summary>Wall-clock limit of each check; null takes the checker's default.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>When false, the store is neither asked nor told.</summary>
    public bool UseStore { get; init; } = true;
}
