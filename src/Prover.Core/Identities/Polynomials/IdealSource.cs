using System.Numerics;
using Prover.Core.Identities.Algebra;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Polynomials;

/// <summary>A polynomial identity under polynomial hypotheses: the difference of its sides lies in the ideal of the hypotheses, and the cofactors
/// of a Gröbner basis show it.</summary>
internal sealed class IdealSource : ICertificateSource
{
    private const int MaxVariables = 10;

    /// <inheritdoc />
    public string Class => "polynomial";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        if (PolynomialSetting.Of(goal) is not { } setting || setting.Variables.Count > MaxVariables)
        {
            yield break;
        }

        var parts = TopLevel.Split(goal.Conclusion, " ∧ ");
        var claims = parts.Select(p => setting.Equation(p.Trim())).ToList();
        if (claims.Exists(c => c is null))
        {
            yield break;
        }

        var basis = GroebnerBasis.Of([.. setting.Equations.Select(e => e.Polynomial)], cancellationToken);
        var cofactors = claims.Select(c => basis.Cofactors(c!)).ToList();
        if (cofactors.Exists(c => c is null))
        {
            yield break;
        }

        var helpers = new HelperList();
        var proofs = parts.Select((p, i) => Proof(setting, p.Trim(), claims[i]!, cofactors[i]!, helpers)).ToList();
        yield return new Finding(
            "the difference of the sides is " + string.Join("; and ", cofactors.Select(c => Combination(setting, c!))),
            proofs.Count == 1 ? $"exact {proofs[0]}" : $"exact ⟨{string.Join(", ", proofs)}⟩")
        { Helpers = helpers.Text };
    }

    /// <summary>A sum of multiples of hypotheses, for people.</summary>
    internal static string Combination(PolynomialSetting setting, IReadOnlyList<Polynomial> cofactors)
    {
        var terms = cofactors.Select((c, i) => (c, i)).Where(t => !t.c.IsZero).Select(t => $"({t.c.ToLean(setting.Name)})·[{setting.Equations[t.i].Name}]").ToList();
        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    /// <summary>The identity as a lemma over the variables, with denominators cleared, applied to the hypotheses.</summary>
    internal static string Proof(
        PolynomialSetting setting, string claim, Polynomial difference, IReadOnlyList<Polynomial> cofactors, HelperList helpers)
    {
        var denominator = cofactors.Aggregate(BigInteger.One, (d, c) => d / BigInteger.GreatestCommonDivisor(d, c.Denominator) * c.Denominator);
        var used = Enumerable.Range(0, cofactors.Count).Where(i => !cofactors[i].IsZero).ToList();
        var lemma = helpers.Add(
            [$"({string.Join(' ', setting.Variables)} : {setting.Kind})", .. used.Select(i => $"(h{i} : {setting.Equations[i].Text})")],
            claim,
            Script.Lines(
            [
                .. used.Select(i => $"have e{i} : {setting.Equations[i].Polynomial.ToLean(setting.Name)} = 0 := by grind"),
                $"have id : {denominator} * ({difference.ToLean(setting.Name)}) = {Sum(setting, used, cofactors, denominator)} := by",
                $"  clear {string.Join(' ', used.Select(i => $"h{i} e{i}"))}",
                "  grind",
                $"rw [{string.Join(", ", used.Select(i => $"e{i}"))}] at id",
                $"clear {string.Join(' ', used.Select(i => $"h{i} e{i}"))}",
                "simp only [Int.mul_zero, Int.add_zero, Rat.mul_zero, Rat.add_zero] at id",
                "first | omega | grind",
            ]).Replace("clear \n", "skip\n", StringComparison.Ordinal).Replace("clear \n", "skip\n", StringComparison.Ordinal).Replace("rw [] at id", "skip", StringComparison.Ordinal));
        return $"({lemma} {string.Join(' ', setting.Variables)} {string.Join(' ', used.Select(i => setting.Equations[i].Name))})";
    }

    private static string Sum(PolynomialSetting setting, List<int> used, IReadOnlyList<Polynomial> cofactors, BigInteger denominator) => used.Count == 0
        ? "0"
        : string.Join(" + ", used.Select(i =>
            $"({((Rational)denominator * cofactors[i]).ToLean(setting.Name)}) * ({setting.Equations[i].Polynomial.ToLean(setting.Name)})"));
}
