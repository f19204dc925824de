using System.Collections.Concurrent;
using Prover.Core.Auditing;

namespace Prover.Core.Tests.Fakes;

/// <summary>An auditor that answers as a test says: the rules above it are what is tested, never compiled files.</summary>
internal sealed class ScriptedAuditor(Func<AuditRequest, AuditOutcome> answer) : IProofAuditor
{
    public ConcurrentQueue<AuditRequest> Requests { get; } = new();

    /// <summary>Passes whatever it is given.</summary>
    public static ScriptedAuditor Passing() => new(request => new AuditOutcome.Passed(Report(request)));

    public Task<AuditOutcome> AuditAsync(AuditRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Enqueue(request);
        return Task.FromResult(answer(request));
    }

    public static AuditReport Report(AuditRequest request) => new()
    {
        Grade = request.Grade,
        Theorem = request.Theorem,
        Statement = "as audited",
        Axioms = ["propext"],
        Imports = ["Init"],
        Constants = [request.Theorem],
        Definitions = [],
        CompiledSha256 = request.Submission.Sha256(),
    };
}
