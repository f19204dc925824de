using System.Collections.Immutable;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sums;

/// <summary>Writes the lemmas of a proof by closed forms: identities and inequalities between functions of <c>a</c>, which stands for the index, and of
/// <c>p0</c>, <c>p1</c>, …, which stand for the atoms and are positive.</summary>
/// <param name="setting">The atoms.</param>
/// <param name="helpers">Where the lemmas go.</param>
internal sealed class SumLemmas(SumSetting setting, HelperList helpers)
{
    /// <summary>What all of them use.</summary>
    public const string Quotients = """
        theorem sum_pos (x y : Rat) (hx : 0 < x) (hy : 0 < y) : 0 < x / y := by
          rw [Rat.div_def]
          exact Rat.mul_pos hx (Rat.inv_pos.mpr hy)

        theorem sum_nonneg (x y : Rat) (hx : 0 ≤ x) (hy : 0 < y) : 0 ≤ x / y := by
          rw [Rat.div_def]
          exact Rat.mul_nonneg hx (Rat.le_of_lt (Rat.inv_pos.mpr hy))
        """;

    /// <summary>A lemma that two texts are equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="denominators">What they are divided by, which is never zero.</param>
    public string Equal(string left, string right, IEnumerable<Polynomial> denominators) =>
        helpers.Add(Binders(0), $"{left} = {right}", Script.Lines([.. Nonzero(denominators), "grind"]));

    /// <summary>A lemma that <c>left ≤ right</c>, or <c>&lt;</c>, from a number on; null where the terms of the difference do not show it.</summary>
    /// <param name="left">The smaller.</param>
    /// <param name="right">The larger.</param>
    /// <param name="isStrict">Whether they are never equal.</param>
    /// <param name="difference">The larger without the smaller.</param>
    /// <param name="from">The number.</param>
    /// <param name="denominators">What they are divided by, which is never zero.</param>
    public string? Less(string left, string right, bool isStrict, HypergeometricSum difference, int from, IEnumerable<Polynomial> denominators)
    {
        var terms = difference.Terms.ToList();
        var texts = terms.ConvertAll(t => setting.AbstractForm(HypergeometricSum.Of(t.Factor, t.Exponents), 0));
        if (!terms.TrueForAll(t => Signs.IsNonnegative(t.Factor.Numerator, from) && Signs.IsPositive(t.Factor.Denominator, from))
            || (isStrict && !terms.Exists(t => Signs.IsPositive(t.Factor.Numerator, from))))
        {
            return null;
        }

        // Numerators are combinations of powers of b, what lies above the number, with coefficients that are not negative.
        var degree = terms.Select(t => t.Factor.Numerator.Degree).Append(1).Max();
        var b = from == 0 ? "a" : $"(a - {from})";
        return helpers.Add(
            Binders(from),
            $"{left} {(isStrict ? "<" : "≤")} {right}",
            Script.Lines(
            [
                .. Nonzero(denominators.Concat(terms.Select(t => t.Factor.Denominator))),
                $"have e : ({right}) - ({left}) = {string.Join(" + ", texts.DefaultIfEmpty("0"))} := by grind",
                $"have b1 : 0 ≤ {b} ^ 1 := by grind",
                .. Enumerable.Range(2, degree - 1).Select(i => $"have b{i} : 0 ≤ {b} ^ {i} := by rw [Rat.pow_succ]; exact Rat.mul_nonneg b{i - 1} (by grind)"),
                .. terms.Select((t, i) => $"have t{i} : 0 {(Signs.IsPositive(t.Factor.Numerator, from) ? "<" : "≤")} {texts[i]} := {Positivity(t, from)}"),
                "grind",
            ]));
    }

    /// <summary>Arguments of a lemma at an index.</summary>
    public string Arguments(string at, string lowerBound) =>
        string.Join(' ', [$"({at} : Rat)", .. setting.Atoms.Select(x => $"({x.Text(at)})"), lowerBound, .. setting.Atoms.Select((_, i) => $"(pos{i} {at})")]);

    /// <summary>A term that proves the sign.</summary>
    private static string Positivity((ImmutableArray<int> Exponents, RationalFunction Factor) term, int from)
    {
        var isStrict = Signs.IsPositive(term.Factor.Numerator, from);
        var above = new List<string>();
        var below = new List<string>();
        var parts = Factors.Of(term.Factor.Denominator);
        var numerator = parts.Content.Inverse * term.Factor.Numerator;
        if (!numerator.IsIntegral)
        {
            below.Add("(by decide)");
        }

        below.AddRange(parts.Parts.Select(p => p.Exponent == 1 ? "(by grind)" : "(Rat.pow_pos (by grind))"));
        for (var i = 0; i < term.Exponents.Length; i++)
        {
            if (term.Exponents[i] != 0)
            {
                (term.Exponents[i] > 0 ? above : below).Add(Math.Abs(term.Exponents[i]) == 1 ? $"hp{i}" : $"(Rat.pow_pos hp{i})");
            }
        }

        // Of what stands above the line the first may be zero, or is a one that is not written.
        IEnumerable<string> factors = SumSetting.IsWritten(numerator, above.Count) ? above.Prepend("(by grind)") : above;
        var top = factors.Aggregate((product, factor) => isStrict ? $"(Rat.mul_pos {product} {factor})" : $"(Rat.mul_nonneg {product} (Rat.le_of_lt {factor}))");
        return below.Count == 0 ? top
            : $"{(isStrict ? "sum_pos" : "sum_nonneg")} _ _ {top} {below.Aggregate((product, factor) => $"(Rat.mul_pos {product} {factor})")}";
    }

    private IEnumerable<string> Binders(int from) =>
    [
        $"(a{string.Concat(setting.Atoms.Select((_, i) => $" p{i}"))} : Rat)",
        $"(ha : {from} ≤ a)",
        .. setting.Atoms.Select((_, i) => $"(hp{i} : 0 < p{i})"),
    ];

    /// <summary>Facts that no factor of a denominator is zero.</summary>
    private IEnumerable<string> Nonzero(IEnumerable<Polynomial> denominators) => denominators.Concat(setting.Atoms.Select(a => a.Ratio.Denominator))
        .SelectMany(d => Factors.Of(d).Parts.Select(p => p.Factor))
        .Select(f => f.ToLean(_ => "a")).Distinct()
        .Select((text, i) => $"have d{i} : {text} ≠ 0 := by grind");
}
