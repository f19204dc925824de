using Prover.Core.Auditing;

namespace Prover.Lean.Audit;

/// <summary>Carries a refusal from where a rule is broken to the audit's end.</summary>
internal sealed class AuditException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal => refusal;
}
