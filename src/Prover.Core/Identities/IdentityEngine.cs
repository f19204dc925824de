using Prover.Core.Identities.Diophantine;
using Prover.Core.Identities.Divisibility;
using Prover.Core.Identities.Fields;
using Prover.Core.Identities.Functions;
using Prover.Core.Identities.Inequalities;
using Prover.Core.Identities.Lifting;
using Prover.Core.Identities.Polynomials;
using Prover.Core.Identities.Rationals;
using Prover.Core.Identities.Residues;
using Prover.Core.Identities.Sequences;
using Prover.Core.Identities.Sums;
using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Statements;

namespace Prover.Core.Identities;

/// <summary>Exact and model-free: reads a goal, works out a certificate on big integers and rationals, and writes it as a Lean proof.</summary>
public static class IdentityEngine
{
    private static readonly ICertificateSource[] Sources =
    [
        new GcdSource(), new SequenceDivisibilitySource(), new RisingFactorialSource(), new FactorialGrowthSource(), new PowerGrowthSource(),
        new InvolutionParitySource(), new NearestIntegerSource(), new DenominatorSource(), new ModulusEliminationSource(),
        new LiftingSource(), new ClosureSource(), new TelescopingSource(), new TowerSource(), new ResidueSource(), new IdealSource(), new FactorSource(), new CommonDivisorSource(),
        new HyperbolaSource(), new DescentSource(), new SquareCombinationSource(), new InstanceSource(), new RootSource(), new OrderedFieldSource(),
    ];

    /// <summary>Certificates for a problem, surest first, worked out as they are asked for; none for what is outside the engine's classes.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<Certificate> Certify(Problem problem, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return CertifyAll(problem, cancellationToken);
    }

    /// <summary>Names of the classes that have a certificate for the problem, for display.</summary>
    public static IReadOnlyList<string> Classify(Problem problem, CancellationToken cancellationToken = default) =>
        [.. Certify(problem, cancellationToken).Select(c => c.Class).Distinct()];

    private static IEnumerable<Certificate> CertifyAll(Problem problem, CancellationToken cancellationToken)
    {
        var features = new GoalFeatures(GoalReader.Read(problem.Goal));
        if (!features.Goal.IsKnown)
        {
            yield break;
        }

        var head = problem.Statement.Head;
        var goal = new IdentityGoal(features, head.Contains("Int", StringComparison.Ordinal) || head.Contains('ℤ', StringComparison.Ordinal));
        var opening = PortfolioSampler.Opening(features);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in Sources)
        {
            foreach (var finding in source.Find(goal, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var name = finding.Class ?? source.Class;
                var proof = Script.AsProof(Script.Guarded(opening + finding.Script));
                if (seen.Add(proof + finding.Helpers))
                {
                    yield return new Certificate(
                        name,
                        finding.Summary,
                        new ProofCandidate(proof, $"engine/{name}") { Helpers = finding.Helpers, MaxHeartbeats = finding.MaxHeartbeats });
                }
            }
        }
    }
}
