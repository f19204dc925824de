using System.Runtime.CompilerServices;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Statements;

namespace Prover.Core.Sampling.Portfolio;

/// <summary>Proposes tactic scripts made from templates that fit the goal; needs no model.</summary>
/// <remarks>Deterministic: the same problem gives the same finite stream, without repetitions. See <see cref="TemplateOrder"/>.</remarks>
public sealed class PortfolioSampler : IProofSampler
{
    /// <inheritdoc />
    public string Name => "portfolio";

    /// <inheritdoc />
    public async IAsyncEnumerable<ProofCandidate> SampleAsync(
        Problem problem, SamplingRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var goal = Features(problem);
        foreach (var candidate in Candidates(goal, TemplateOrder.For(goal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return candidate;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>What one template proposes.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="origin">The origin that its candidates carry, e.g. <c>portfolio/residue</c>; nothing is proposed where the goal has no such template.</param>
    public IEnumerable<ProofCandidate> CandidatesOf(Problem problem, string origin)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var goal = Features(problem);
        return Candidates(goal, TemplateOrder.For(goal).Where(t => $"{Name}/{t.Name}" == origin));
    }

    /// <summary>The origin of what it proposes first; null where it proposes nothing.</summary>
    public string? FirstMethod(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var goal = Features(problem);
        return Candidates(goal, TemplateOrder.For(goal)).FirstOrDefault()?.Origin;
    }

    private static GoalFeatures Features(Problem problem) =>
        new(GoalReader.Read(problem.Goal), OwnNames.Definitions(problem.Statement.Head), OwnNames.Types(problem.Statement.Head));

    private IEnumerable<ProofCandidate> Candidates(GoalFeatures goal, IEnumerable<IScriptTemplate> templates)
    {
        var seen = new HashSet<(bool, string)>();
        var opening = Opening(goal);
        foreach (var template in templates)
        {
            foreach (var script in template.Scripts(goal))
            {
                // A refutation starts from the closed negation: it has nothing to name.
                var proof = Script.AsProof(Script.Guarded(template.Refutes ? script : opening + script));
                if (seen.Add((template.Refutes, proof)))
                {
                    yield return new ProofCandidate(proof, $"{Name}/{template.Name}")
                    {
                        MaxHeartbeats = template.MaxHeartbeats,
                        Refutes = template.Refutes,
                    };
                }
            }
        }
    }

    /// <summary>Brings the proof's context to what the features describe.</summary>
    internal static string Opening(GoalFeatures goal)
    {
        var (renamed, introduced) = (goal.Goal.Renamed, goal.Goal.Introduced);
        return (renamed.Count > 0 ? $"rename_i {string.Join(' ', renamed)}\n" : string.Empty)
            + (introduced.Count > 0 ? $"intro {string.Join(' ', introduced)}\n" : string.Empty)
            + (goal.Goal.IsKnown ? string.Empty : "intros\n");
    }
}
