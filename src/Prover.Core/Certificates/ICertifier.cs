using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Core.Certificates;

/// <summary>Makes certificates of proofs, and checks them again.</summary>
/// <remarks>Thread-safe. What a text, a file, Lean or the caller's cancellation does is an outcome and no exception.</remarks>
public interface ICertifier
{
    /// <summary>Verifies a submission at the strongest grade, whatever is kept of it, and makes a certificate of what was proved.</summary>
    /// <exception cref="InvalidStatementException">The trusted statement itself is no good.</exception>
    Task<Certification> CertifyAsync(VerifyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Repeats audit and replay from a certificate and its file, and compares all that it claims. The proof's text is never run.</summary>
    /// <exception cref="InvalidStatementException">The caller's own <see cref="RecheckRequest.Statement"/> is no good.</exception>
    Task<RecheckOutcome> RecheckAsync(RecheckRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A verdict, and the certificate when it is <see cref="VerdictKind.Proved"/>.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Certificate">The certificate; null when nothing is proved.</param>
/// <param name="Compiled">The file that belongs to it; null when nothing is proved.</param>
public sealed record Certification(Verdict Verdict, ProofCertificate? Certificate, CompiledModule? Compiled);

/// <summary>A certificate to check again.</summary>
public sealed record RecheckRequest
{
    /// <summary>What is claimed.</summary>
    public required ProofCertificate Certificate { get; init; }

    /// <summary>The file beside it, hostile.</summary>
    public required CompiledModule Compiled { get; init; }

    /// <summary>The statement that must be proved, from whoever asks and trusted, as <see cref="VerifyRequest.Statement"/>. Null takes the
    /// certificate's own, which its maker may have written to mislead.</summary>
    public string? Statement { get; init; }

    /// <summary>Wall-clock limit of each step; null takes the defaults.</summary>
    public TimeSpan? TimeLimit { get; init; }
}

/// <summary>How checking a certificate again ended.</summary>
public abstract record RecheckOutcome
{
    private RecheckOutcome()
    {
    }

    /// <summary>What is worth knowing and no fault, each in a sentence.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Which Lean rechecked; null when none had to.</summary>
    public ToolchainIdentity? Toolchain { get; init; }

    /// <summary>Time from question to answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>All that was checked again is as the certificate says.</summary>
    public sealed record Held(AuditReport Found) : RecheckOutcome;

    /// <summary>The certificate does not hold: the file is refused, or something that the certificate claims is not so.</summary>
    /// <param name="Differences">What is not as claimed.</param>
    /// <param name="Refusal">Why the file is no proof of the statement; null when it is one, or when it is not the certificate's file at all.</param>
    public sealed record Broken(IReadOnlyList<CertificateDifference> Differences, Refusal? Refusal = null) : RecheckOutcome;

    /// <summary>Nothing is known.</summary>
    /// <param name="Kind">A kind that says so.</param>
    /// <param name="Reason">Why, and what would help.</param>
    public sealed record Undecided(VerdictKind Kind, string Reason) : RecheckOutcome;
}

/// <summary>Something that is not as a certificate claims.</summary>
/// <param name="Field">The certificate's field.</param>
/// <param name="Claimed">What stands there; of a list, only what was not found.</param>
/// <param name="Found">What is so; of a list, only what is not claimed.</param>
public sealed record CertificateDifference(string Field, string Claimed, string Found);
