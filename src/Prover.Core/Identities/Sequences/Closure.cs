using System.Numerics;
using Prover.Core.Identities.Algebra;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sequences;

/// <summary>Polynomials in a state that vanish (or are divisible by a number or a polynomial) together: what each is one step later is a
/// combination of them. Then induction proves all of them at once.</summary>
/// <param name="Members">The claim first, then what it needs.</param>
/// <param name="Divisor">What divides them; null where they are zero.</param>
/// <param name="Steps">For each member its cofactors in the step: those of the members, then that of the divisor.</param>
internal sealed record Closure(IReadOnlyList<Polynomial> Members, Polynomial? Divisor, IReadOnlyList<IReadOnlyList<Polynomial>> Steps)
{
    private const int MaxMembers = 12;
    private const int MaxTerms = 120;
    private const int MaxDegree = 40;

    /// <summary>Shifts the claim until nothing new comes; null where that does not happen soon, or where the claim is false at the start.</summary>
    public static Closure? Of(StateSpace space, Polynomial claim, Polynomial? divisor, CancellationToken cancellationToken)
    {
        List<Polynomial> members = [claim];
        var useIdeal = divisor is { IsConstant: false } || members.Count <= 3;
        while (members.Count <= MaxMembers && members[^1].Count <= MaxTerms && members[^1].Degree <= MaxDegree)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (space.Start(members[^1]) is { IsConstant: true, IsZero: false } start
                && (divisor is null || (divisor.IsConstant && !(start[Monomial.One].Numerator % divisor[Monomial.One].Numerator).IsZero)))
            {
                return null;
            }

            var next = space.Next(members[^1]);
            var combination = Combination(members, next, divisor, useIdeal && members.Count <= 3, cancellationToken);
            if (combination is not null)
            {
                var shifts = members.Skip(1).Select((_, i) => Unit(i + 1, members.Count, divisor is not null));
                return new Closure(members, divisor, [.. shifts, combination]);
            }

            members.Add(next);
        }

        return null;
    }

    private static Polynomial[] Unit(int index, int count, bool withDivisor) =>
        [.. Enumerable.Range(0, count + (withDivisor ? 1 : 0)).Select(i => i == index ? Polynomial.One : Polynomial.Zero)];

    private static Polynomial[]? Combination(
        List<Polynomial> members, Polynomial next, Polynomial? divisor, bool useIdeal, CancellationToken cancellationToken)
    {
        if (divisor is { IsConstant: true })
        {
            var modulus = BigInteger.Abs(divisor[Monomial.One].Numerator);
            if (ModularSystem.Solve(members, next, modulus) is not { } solution)
            {
                return members.Count == 1 ? InIdeal(members, next, modulus, cancellationToken) : null;
            }

            var rest = members.Zip(solution).Aggregate(next, (r, m) => r - ((Rational)m.Second * m.First));
            return [.. solution.Select(s => Polynomial.Constant(s)), new Rational(1, divisor[Monomial.One].Numerator) * rest];
        }

        if (divisor is null && LinearSystem.Solve(members, next) is { } linear)
        {
            return [.. linear.Select(Polynomial.Constant)];
        }

        if (!useIdeal)
        {
            return null;
        }

        List<Polynomial> generators = divisor is null ? members : [.. members, divisor];
        var cofactors = GroebnerBasis.Of(generators, cancellationToken).Cofactors(next);
        return cofactors is null || (divisor is not null && cofactors.Any(c => !c.IsIntegral)) ? null : [.. cofactors];
    }

    /// <summary>Integer cofactors that leave a multiple of the modulus.</summary>
    private static Polynomial[]? InIdeal(List<Polynomial> members, Polynomial next, BigInteger modulus, CancellationToken cancellationToken)
    {
        var (rest, cofactors) = GroebnerBasis.Of(members, cancellationToken).Divide(next);
        var quotient = new Rational(1, modulus) * rest;
        return quotient.IsIntegral && cofactors.All(c => c.IsIntegral) ? [.. cofactors, quotient] : null;
    }
}
