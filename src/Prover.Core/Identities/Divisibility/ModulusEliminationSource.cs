using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Divisibility;

/// <summary>Congruences by a modulus that is a variable itself: eliminating the other variables leaves a number that the modulus divides, so that it
/// is one of finitely many, and each of these is looked at.</summary>
internal sealed class ModulusEliminationSource : ICertificateSource
{
    private const int MaxCases = 40;

    /// <inheritdoc />
    public string Class => "modulus";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var hypotheses = goal.Features.Hypotheses;
        if (!hypotheses.Exists(h => h.Type.Contains(" % ", StringComparison.Ordinal) || h.Type.Contains(" ∣ ", StringComparison.Ordinal)))
        {
            yield break;
        }

        var parts = ModulusFact.Parts(hypotheses).ToList();
        foreach (var kind in new[] { NumberKind.Int, NumberKind.Nat })
        {
            var names = goal.Features.Scalars.Where(s => s.Kind == kind).Select(s => s.Name).ToList();
            var facts = parts.Select(p => ModulusFact.Read(p.Proof, p.Text, names, kind == NumberKind.Nat)).OfType<ModulusFact>().ToList();
            foreach (var elimination in ModulusElimination.Of(facts, names, cancellationToken))
            {
                if (ModulusCases.Of(elimination, parts.Select(p => p.Text), names, kind == NumberKind.Nat) is { } cases
                    && cases.Sizes.Sum(s => s.Values.Count) <= MaxCases && Verdicts(goal, elimination, cases, parts, names[cases.Variable], kind) is { } verdicts)
                {
                    yield return new ModulusProof(goal, elimination, cases, names, kind == NumberKind.Nat).Write(verdicts, cancellationToken);
                }
            }
        }
    }

    /// <summary>For each value of the variable whether the hypotheses exclude it; null where one that they allow refutes the goal.</summary>
    private static Dictionary<System.Numerics.BigInteger, bool>? Verdicts(
        IdentityGoal goal, ModulusElimination elimination, ModulusCases cases, List<(string Proof, string Text)> parts, string variable, NumberKind kind)
    {
        var verdicts = new Dictionary<System.Numerics.BigInteger, bool>();
        var isRead = !parts.Exists(p => p.Text.AsSpan().IndexOfAny("∀∃→∨↔") >= 0);
        foreach (var (size, values) in cases.Sizes)
        {
            foreach (var value in values)
            {
                var evaluator = new Evaluator(kind, new Dictionary<string, Rational> { [variable] = value });
                var alive = parts.Exists(p => ClosedProposition.Holds(p.Text, evaluator) == false) ? false : cases.IsAlive(elimination, size, value);
                if (alive == true && isRead && ClosedProposition.Holds(goal.Conclusion, evaluator) == false)
                {
                    return null;
                }

                verdicts[value] = alive == false;
            }
        }

        return verdicts;
    }
}
