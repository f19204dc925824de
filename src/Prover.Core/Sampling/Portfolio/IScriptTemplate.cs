using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Sampling.Portfolio;

/// <summary>One idea for a proof, made into tactic scripts for a goal.</summary>
/// <remarks>Stateless and deterministic; never throws on odd goals, but gives no scripts.</remarks>
internal interface IScriptTemplate
{
    /// <summary>Name, kept as the candidates' origin.</summary>
    string Name { get; }

    /// <summary>Heartbeats (thousands) that one script may take; null is Lean's default.</summary>
    int? MaxHeartbeats { get; }

    /// <summary>True when the scripts prove the negation of the statement.</summary>
    bool Refutes => false;

    /// <summary>Scripts for the goal, best first; none where the template does not apply.</summary>
    IEnumerable<string> Scripts(GoalFeatures goal);
}
