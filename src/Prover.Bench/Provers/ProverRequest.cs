using Prover.Core.Memory;
using Prover.Core.Proving;
using Prover.Core.Repair.Policies;
using Prover.Core.Verification;

namespace Prover.Bench.Provers;

/// <summary>Which prover to test, and within which limits.</summary>
public sealed record ProverRequest
{
    /// <summary><c>portfolio</c>, <c>loop</c>, or <c>model:NAME</c>; see <see cref="ProverFactory"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Limits of one attempt; its parallelism is not used.</summary>
    public ProveBudget Budget { get; init; } = new();

    /// <summary>The grade that counts as proved.</summary>
    public Grade Grade { get; init; } = Verifier.StrongestGrade;

    /// <summary>Names of the models of a loop; null is all that are configured.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>Whether a loop begins with the portfolio.</summary>
    public bool UsePortfolio { get; init; } = true;

    /// <summary>How a loop shares its budget between fresh proofs and repairs.</summary>
    public string RepairPolicy { get; init; } = RepairPolicies.All[0].Name;

    /// <summary>What a prover with a memory remembers; it must learn nothing while it is asked. Null remembers nothing.</summary>
    public ITacticMemory? Memory { get; init; }

    /// <summary>A hash of what the memory was learned from; null without.</summary>
    public string? MemoryId { get; init; }
}
