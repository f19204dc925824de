using System.Buffers;
using System.Numerics;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Divisibility;

/// <summary>A hypothesis, or a part of one, that says a polynomial to be divisible by a modulus, or to be zero.</summary>
/// <param name="Proof">A Lean term that proves it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Modulus">The modulus; null in an equation.</param>
/// <param name="Left">The first term.</param>
/// <param name="Right">The second term; null where only the first is divided.</param>
/// <param name="Value">The difference of the terms.</param>
/// <param name="Lemma">The lemma that gives the divisibility from the proof; null where it is one already.</param>
internal sealed record ModulusFact(string Proof, string Text, Expression? Modulus, Expression Left, Expression? Right, Polynomial Value, string? Lemma)
{
    private const int MaxExponent = 12;

    private static readonly SearchValues<char> Connectives = SearchValues.Create("∀∃→∨↔∧¬≤<≥>≠");

    /// <summary>The remainder that the hypothesis names: the modulus exceeds it.</summary>
    public BigInteger? Remainder => Lemma == ModulusLemmas.Remainder && Right is Expression.Number number ? number.Value : null;

    /// <summary>The parts of the hypotheses that stand between ∧, each with its proof; what has other connectives is left whole.</summary>
    public static IEnumerable<(string Proof, string Text)> Parts(IEnumerable<Declaration> hypotheses)
    {
        foreach (var hypothesis in hypotheses)
        {
            var parts = hypothesis.Type.AsSpan().IndexOfAny("∀∃→∨↔") >= 0 ? [hypothesis.Type] : TopLevel.Split(hypothesis.Type, " ∧ ");
            var proof = hypothesis.Name;
            for (var i = 0; i < parts.Count; i++)
            {
                var isLast = i == parts.Count - 1;
                yield return (isLast ? proof : $"{proof}.1", parts[i].Trim());
                proof += ".2";
            }
        }
    }

    /// <summary>Reads one in these variables; null for what says something else.</summary>
    public static ModulusFact? Read(string proof, string text, List<string> names, bool isNat)
    {
        // Subtraction of natural numbers is cut off at zero.
        if ((isNat && text.Contains('-', StringComparison.Ordinal)) || text.AsSpan().IndexOfAny(Connectives) >= 0)
        {
            return null;
        }

        if (TopLevel.Split(text, " ∣ ") is [var divisor, var dividend])
        {
            return ExpressionParser.Parse(divisor) is { } m && ExpressionParser.Parse(dividend) is { } term && From(term, null) is { } value
                ? new ModulusFact(proof, text, m, term, null, value, null)
                : null;
        }

        if (TopLevel.Split(text, " = ") is not [var leftText, var rightText]
            || ExpressionParser.Parse(leftText) is not { } left || ExpressionParser.Parse(rightText) is not { } right)
        {
            return null;
        }

        if (left is not Expression.Binary { Operator: '%' } remainder)
        {
            return From(left, right) is { IsZero: false } equation ? new ModulusFact(proof, text, null, left, right, equation, ModulusLemmas.Equation) : null;
        }

        var isBoth = right is Expression.Binary { Operator: '%' } other && ExpressionText.Of(other.Right) == ExpressionText.Of(remainder.Right);
        var second = isBoth ? ((Expression.Binary)right).Left : right;
        return From(remainder.Left, second) is { } difference
            ? new ModulusFact(proof, text, remainder.Right, remainder.Left, second, difference, isBoth ? ModulusLemmas.Residues : ModulusLemmas.Remainder)
            : null;

        Polynomial? From(Expression first, Expression? second) =>
            Polynomial.From(first, names, MaxExponent) is { } a && Polynomial.From(second ?? new Expression.Number(0), names, MaxExponent) is { } b ? a - b : null;
    }
}
