using Prover.Core.Checking;
using Prover.Core.Verification;

namespace Prover.Core.Auditing;

/// <summary>Carries a proof that Lean compiled to the grades above: reads the compiled files as data, and has a kernel that never saw
/// the text check every new constant again.</summary>
/// <remarks>Thread-safe. Whatever a file holds is an outcome and no exception; so are time-outs, cancellation and failures of the machinery.</remarks>
public interface IProofAuditor
{
    /// <summary>Gets ready for the audit of a text while Lean still elaborates it; need not be awaited and never throws.</summary>
    /// <param name="text">The text, of which only the imports count.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task WarmUpAsync(string text, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Audits one proof and, for <see cref="Grade.Replayed"/>, replays it.</summary>
    Task<AuditOutcome> AuditAsync(AuditRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A compiled proof and what it is claimed to prove.</summary>
public sealed record AuditRequest
{
    /// <summary>The compiled submission, hostile.</summary>
    public required CompiledModule Submission { get; init; }

    /// <summary>Full name of the theorem, without the mangling of private names.</summary>
    public required string Theorem { get; init; }

    /// <summary>The trusted statement, compiled alone with <c>sorry</c> for a proof; null accepts whatever the theorem states.</summary>
    public CompiledModule? Statement { get; init; }

    /// <summary><see cref="Grade.Audited"/> or <see cref="Grade.Replayed"/>.</summary>
    public Grade Grade { get; init; } = Grade.Replayed;

    /// <summary>Wall-clock limit of the replay; null takes the kernel's own.</summary>
    public TimeSpan? TimeLimit { get; init; }
}

/// <summary>How an audit ended.</summary>
public abstract record AuditOutcome
{
    private AuditOutcome()
    {
    }

    /// <summary>Every rule holds.</summary>
    public sealed record Passed(AuditReport Report) : AuditOutcome;

    /// <summary>A rule is broken.</summary>
    public sealed record Refused(Refusal Refusal) : AuditOutcome;

    /// <summary>Nothing is known: a time-out, a cancellation, a failure of the machinery.</summary>
    /// <param name="How">Never <see cref="CheckOutcome.Completed"/>.</param>
    public sealed record Undecided(CheckOutcome How) : AuditOutcome;
}

/// <summary>What an audit found; part of a proof's certificate.</summary>
public sealed record AuditReport
{
    /// <summary>The grade reached.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Full name of the theorem.</summary>
    public required string Theorem { get; init; }

    /// <summary>The statement, written from the compiled file itself; for people.</summary>
    public required string Statement { get; init; }

    /// <summary>The axioms reached through types and values, sorted.</summary>
    public required IReadOnlyList<string> Axioms { get; init; }

    /// <summary>Modules that the submission imports.</summary>
    public required IReadOnlyList<string> Imports { get; init; }

    /// <summary>Every constant that the submission adds to the library, sorted by name.</summary>
    public required IReadOnlyList<string> Constants { get; init; }

    /// <summary>Constants of the submission's own that the statement rests on; they are part of what is stated.</summary>
    public required IReadOnlyList<string> Definitions { get; init; }

    /// <summary>Hex SHA-256 of the compiled submission.</summary>
    public required string CompiledSha256 { get; init; }

    /// <summary>The kernels that checked every new constant again; empty below <see cref="Grade.Replayed"/>.</summary>
    public IReadOnlyList<string> Kernels { get; init; } = [];

    /// <summary>Time that the audit took.</summary>
    public TimeSpan AuditTime { get; init; }

    /// <summary>Time that the replay took.</summary>
    public TimeSpan ReplayTime { get; init; }
}
