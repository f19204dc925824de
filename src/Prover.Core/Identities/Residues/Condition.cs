using System.Numerics;
using System.Text.RegularExpressions;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Residues;

/// <summary>A proposition about residues.</summary>
internal abstract partial record Condition
{
    private Condition()
    {
    }

    /// <summary>The difference is divisible by the modulus; zero for a plain equation.</summary>
    /// <param name="Left">The first term.</param>
    /// <param name="Right">The second term; null for none.</param>
    /// <param name="Modulus">The modulus.</param>
    /// <param name="Text">As the statement has it.</param>
    public sealed record Congruence(Expression Left, Expression? Right, BigInteger Modulus, string Text) : Condition;

    /// <summary>A variable is at least a number.</summary>
    public sealed record AtLeast(string Variable, int Bound, string Text) : Condition;

    public sealed record Not(Condition Inner) : Condition;

    public sealed record Connected(string Operator, Condition Left, Condition Right) : Condition;

    public sealed record Never : Condition;

    /// <summary>Reads a proposition; null where it says something else.</summary>
    public static Condition? Read(string text)
    {
        text = text.Trim();
        if (text == "False")
        {
            return new Never();
        }

        foreach (var connective in new[] { " ↔ ", " → ", " ∨ ", " ∧ " })
        {
            if (TopLevel.IndexOf(text, connective) is >= 0 and var at)
            {
                return Read(text[..at]) is { } left && Read(text[(at + connective.Length)..]) is { } right
                    ? new Connected(connective.Trim(), left, right)
                    : null;
            }
        }

        if (text.StartsWith('¬'))
        {
            return Read(text[1..]) is { } inner ? new Not(inner) : null;
        }

        if (text.StartsWith('(') && text.EndsWith(')') && TopLevel.IndexOf(text[1..^1], ")") < 0 && text.AsSpan().IndexOfAny("∣=≠≤") >= 0)
        {
            return Read(text[1..^1]);
        }

        return ReadAtom(text);
    }

    private static Condition? ReadAtom(string text)
    {
        if (TopLevel.Split(text, " ∣ ") is [var divisor, var dividend])
        {
            return BigInteger.TryParse(divisor, out var m) && ExpressionParser.Parse(dividend) is { } term ? new Congruence(term, null, m, text) : null;
        }

        if (LowerBound().Match(text) is { Success: true } bound)
        {
            var least = int.Parse(bound.Groups["k"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + (bound.Groups["op"].Value == "<" ? 1 : 0);
            return new AtLeast(bound.Groups["v"].Value, least, text);
        }

        if (TopLevel.Split(text, " ≠ ") is [var a, var b])
        {
            return ReadAtom($"{a} = {b}") is { } equal ? new Not(equal) : null;
        }

        if (TopLevel.Split(text, " = ") is not [var leftText, var rightText]
            || ExpressionParser.Parse(leftText) is not { } left || ExpressionParser.Parse(rightText) is not { } right)
        {
            return null;
        }

        if (left is Expression.Binary { Operator: '%', Right: Expression.Number { Value: var modulus } } remainder && modulus.Sign > 0)
        {
            return right is Expression.Binary { Operator: '%', Right: Expression.Number { Value: var other } } second
                ? other == modulus ? new Congruence(remainder.Left, second.Left, modulus, text) : null
                : right is Expression.Number { Value: var value } && value < modulus ? new Congruence(remainder.Left, right, modulus, text) : null;
        }

        return new Congruence(left, right, BigInteger.Zero, text);
    }

    /// <summary>The atoms in it.</summary>
    public IEnumerable<Condition> Atoms() => this switch
    {
        Not not => not.Inner.Atoms(),
        Connected connected => connected.Left.Atoms().Concat(connected.Right.Atoms()),
        _ => [this],
    };

    [GeneratedRegex(@"^(?<k>[0-9]{1,3}) (?<op>[<≤]) (?<v>[\p{L}_][\w₀-₉']*)$")]
    private static partial Regex LowerBound();
}
