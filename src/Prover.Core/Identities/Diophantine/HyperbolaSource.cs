using System.Numerics;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Diophantine;

/// <summary>Equations in two unknowns whose difference is a product of two linear forms less a number: the first form runs through the divisors of
/// that number, each of which leaves a linear equation.</summary>
internal sealed class HyperbolaSource : ICertificateSource
{
    private const int MaxNumber = 20_000;

    /// <inheritdoc />
    public string Class => "diophantine";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var scalars = goal.Features.Scalars;
        if (scalars.Count != 2 || scalars[0].Kind != scalars[1].Kind || scalars[0].Kind == NumberKind.Rat)
        {
            yield break;
        }

        List<string> names = [scalars[0].Name, scalars[1].Name];
        foreach (var hypothesis in goal.Features.Hypotheses)
        {
            if (TopLevel.Split(hypothesis.Type, " = ") is not [var left, var right]
                || (scalars[0].Kind == NumberKind.Nat && hypothesis.Type.Contains(" - ", StringComparison.Ordinal))
                || Polynomial.Parse(left, names) is not { } l || Polynomial.Parse(right, names) is not { } r || Factor(l - r) is not var (u, v, number)
                || BigInteger.Abs(number) > MaxNumber || number.IsZero)
            {
                continue;
            }

            yield return Write(hypothesis, names, scalars[0].Kind == NumberKind.Nat, (left, right), u, v, (int)number);
        }
    }

    /// <summary>Forms u, v and a number N such that u·v − N is a multiple of the polynomial; null where there are none.</summary>
    private static (Polynomial U, Polynomial V, BigInteger Number)? Factor(Polynomial p)
    {
        if (p.Degree != 2 || !p.IsIntegral)
        {
            return null;
        }

        var (x, y) = (Polynomial.Variable(0), Polynomial.Variable(1));
        BigInteger At(params int[] e) => p[new Monomial(e)].Numerator;
        var (xx, xy, yy, px, py) = (At(2, 0), At(1, 1), At(0, 2), At(1, 0), At(0, 1));
        foreach (var (u, v) in Pairs())
        {
            var rest = (u * v) - ((Rational)Scale(u * v) * p);
            if (Scale(u * v) is var s && !s.IsZero && rest.IsConstant)
            {
                return (u, v, rest[Monomial.One].Numerator);
            }
        }

        return null;

        BigInteger Scale(Polynomial product) =>
            !xy.IsZero ? Quotient(product[new Monomial(1, 1)], xy) : Quotient(product[new Monomial(2)], xx);

        static BigInteger Quotient(Rational value, BigInteger by) => by.IsZero ? 0 : new Rational(value.Numerator, by * value.Denominator) is { IsInteger: true } q ? q.Numerator : 0;

        IEnumerable<(Polynomial, Polynomial)> Pairs()
        {
            if (xx.IsZero && yy.IsZero && !xy.IsZero)
            {
                yield return (((Rational)xy * x) + Polynomial.Constant(py), ((Rational)xy * y) + Polynomial.Constant(px));
            }

            if (xy.IsZero && xx.IsOne && yy == -1 && px.IsZero && py.IsZero)
            {
                yield return (x - y, x + y);
            }
        }
    }

    private static Finding Write(
        Declaration hypothesis, List<string> names, bool isNat, (string Left, string Right) sides, Polynomial u, Polynomial v, int number)
    {
        string Name(int i) => isNat ? $"({names[i]} : Int)" : names[i];
        var (ut, vt) = (u.ToLean(Name), v.ToLean(Name));
        var size = Math.Abs(number);
        var divisors = Enumerable.Range(1, size).Where(d => size % d == 0).SelectMany(d => new[] { d, -d }).Order().ToList();
        var cast = isNat ? $"have hz : (({sides.Left} : Nat) : Int) = (({sides.Right} : Nat) : Int) := congrArg Nat.cast {hypothesis.Name}\npush_cast at hz" : $"have hz := {hypothesis.Name}";
        return new Finding(
            $"({u.ToLean(i => names[i])})·({v.ToLean(i => names[i])}) = {number} has {divisors.Count} divisors to try",
            Script.Lines(
            [
                cast,
                $"have e : ({ut}) * ({vt}) = {number} := by grind",
                $"have d : ({ut}) ∣ ({number} : Int) := ⟨{vt}, e.symm⟩",
                $"have b1 : ({ut}) ≤ {size} := by have := Int.le_of_dvd (by decide : (0 : Int) < {size}) (by first | exact d | exact Int.dvd_neg.mpr d | exact (Int.dvd_neg).mp (by simpa using d)); exact this",
                $"have b2 : -({ut}) ≤ {size} := by have := Int.le_of_dvd (by decide : (0 : Int) < {size}) (Int.neg_dvd.mpr (by first | exact d | exact Int.dvd_neg.mpr d | exact (Int.dvd_neg).mp (by simpa using d))); exact this",
                $"have all : ∀ t : Nat, t < {(2 * size) + 1} → ((t : Int) - {size}) ∣ ({number} : Int) → ((t : Int) - {size}) ∈ [{string.Join(", ", divisors)}] := by decide +kernel",
                $"have m := all (({ut}) + {size}).toNat (by omega) (by rw [show ((({ut}) + {size}).toNat : Int) - {size} = {ut} by omega]; exact d)",
                $"rw [show ((({ut}) + {size}).toNat : Int) - {size} = {ut} by omega] at m",
                "simp only [List.mem_cons, List.not_mem_nil, or_false] at m",
                "clear all b1 b2 d",
                $"rcases m with {string.Join(" | ", divisors.Select(_ => "m"))} <;> rw [m] at e <;> first | (exfalso; omega) | omega | (simp_all; done) | grind",
            ]))
        { MaxHeartbeats = 800_000 };
    }
}
