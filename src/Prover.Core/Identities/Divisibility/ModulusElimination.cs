using System.Numerics;
using Prover.Core.Identities.Algebra;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Divisibility;

/// <summary>A number that the modulus divides, as a combination of what the hypotheses say it divides.</summary>
/// <param name="Modulus">The modulus as a term.</param>
/// <param name="Value">The modulus as a polynomial.</param>
/// <param name="Facts">The hypotheses that are used.</param>
/// <param name="Number">The number, positive.</param>
/// <param name="Cofactors">The facts' cofactors, then the modulus's own; integral.</param>
internal sealed record ModulusElimination(
    Expression Modulus, Polynomial Value, IReadOnlyList<ModulusFact> Facts, BigInteger Number, IReadOnlyList<Polynomial> Cofactors)
{
    private const int MaxFacts = 8;

    // Larger systems take Buchberger's algorithm long, and seldom leave a number.
    private const int MaxDegrees = 20;

    /// <summary>The eliminations that the facts allow, one for each modulus that is linear in a single variable.</summary>
    public static IEnumerable<ModulusElimination> Of(List<ModulusFact> facts, List<string> names, CancellationToken cancellationToken)
    {
        foreach (var group in facts.Where(f => f.Modulus is not null).GroupBy(f => ExpressionText.Of(f.Modulus!), StringComparer.Ordinal))
        {
            var modulus = group.First().Modulus!;
            List<ModulusFact> used = [.. group, .. facts.Where(f => f.Modulus is null)];
            if (used.Count > MaxFacts || used.Sum(f => f.Value.Degree) > MaxDegrees || Polynomial.From(modulus, names) is not { Degree: 1 } value
                || value.Monomials.Count(m => m.Degree == 1) != 1 || used.TrueForAll(f => f.Value.IsZero))
            {
                continue;
            }

            var basis = GroebnerBasis.Of([.. used.Select(f => f.Value), value], cancellationToken);
            if (basis.Cofactors(Polynomial.One) is { } fractions)
            {
                var number = fractions.Aggregate(BigInteger.One, (d, c) => d / BigInteger.GreatestCommonDivisor(d, c.Denominator) * c.Denominator);
                yield return new ModulusElimination(modulus, value, used, number, [.. fractions.Select(c => (Rational)number * c)]);
            }
        }
    }
}
