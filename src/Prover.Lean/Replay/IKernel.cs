using Prover.Core.Checking;
using Prover.Core.Lean;

namespace Prover.Lean.Replay;

/// <summary>A kernel that checks declarations given as data, on top of a library. The seam for a second, independent one.</summary>
/// <remarks>Thread-safe.</remarks>
internal interface IKernel
{
    /// <summary>What certificates call it: program and version.</summary>
    Task<string> NameAsync(CancellationToken cancellationToken);

    /// <summary>Gets ready for declarations on top of these imports; need not be awaited and never throws.</summary>
    Task WarmUpAsync(LeanImports imports, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Adds every declaration, in order, to a fresh environment that holds the imports alone, with all checks.</summary>
    Task<ReplayOutcome> ReplayAsync(Declarations declarations, TimeSpan? timeLimit, CancellationToken cancellationToken);
}

/// <summary>How a replay ended.</summary>
internal abstract record ReplayOutcome
{
    private ReplayOutcome()
    {
    }

    /// <summary>The kernel accepted every declaration.</summary>
    public sealed record Accepted(int Added) : ReplayOutcome;

    /// <summary>The kernel does not accept one.</summary>
    public sealed record Rejected(string Constant, string Reason) : ReplayOutcome;

    /// <summary>Nothing is known.</summary>
    public sealed record Undecided(CheckOutcome How) : ReplayOutcome;
}
