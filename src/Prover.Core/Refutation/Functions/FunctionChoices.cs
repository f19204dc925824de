using System.Globalization;
using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Functions;

/// <summary>Functions to try for a variable function, the simplest first.</summary>
internal static class FunctionChoices
{
    /// <summary>The choices; one that the hypotheses define alone, where they do.</summary>
    public static IReadOnlyList<ConcreteFunction> Of(Binding variable, Telescope statement) =>
        ExplicitFunction.Of(variable, statement) is { } given
            ? [given]
            : RecursiveFunction.Of(variable, statement) is { Count: > 0 } defined
                ? defined
                : [.. General(variable.Argument!.Value, variable.Type, [.. Numerals.In(statement).Where(n => BigInteger.Abs(n) < 1_000).Distinct().Take(6)])];

    private static IEnumerable<ConcreteFunction> General(NumberType from, NumberType to, IReadOnlyList<BigInteger> numerals)
    {
        ConcreteFunction Make(string body, Func<BigInteger, BigInteger> value) => new($"fun (n : {from}) => ({body} : {to})", n => value(n));

        // The argument as a value: a cast where the types differ.
        var n = (from, to) switch { (NumberType.Nat, NumberType.Int) => "(n : Int)", (NumberType.Int, NumberType.Nat) => "n.natAbs", _ => "n" };
        BigInteger Of(BigInteger value) => to == NumberType.Nat ? BigInteger.Abs(value) : value;
        yield return Make(n, Of);
        yield return Make("0", _ => 0);
        yield return Make("1", _ => 1);
        yield return Make($"{n} + 1", v => Of(v) + 1);
        yield return Make($"2 * {n}", v => 2 * Of(v));
        yield return Make($"{n} % 2", v => TermEvaluator.Remainder(Of(v), 2));
        yield return Make($"1 - {n} % 2", v => 1 - TermEvaluator.Remainder(Of(v), 2));
        yield return Make($"{n} ^ 2", v => Of(v) * Of(v));
        if (to == NumberType.Int)
        {
            yield return Make($"-{n}", v => -Of(v));
            yield return Make("-1", _ => -1);
        }

        yield return Make($"{n} / 2", v => TermEvaluator.Quotient(Of(v), 2));
        yield return Make($"2 * {n} + 1", v => (2 * Of(v)) + 1);
        yield return Make($"{n} % 3", v => TermEvaluator.Remainder(Of(v), 3));
        yield return Make($"2 - {n}", v => to == NumberType.Nat ? BigInteger.Max(0, 2 - Of(v)) : 2 - Of(v));
        yield return Make("if n = 0 then 1 else 0", v => v.IsZero ? 1 : 0);
        yield return Make("if n = 1 then 1 else 0", v => v.IsOne ? 1 : 0);
        yield return Make("if n = 0 then 0 else 1", v => v.IsZero ? 0 : 1);
        yield return Make($"{n} ^ 3", v => BigInteger.Pow(Of(v), 3));
        foreach (var number in numerals.Where(c => (to == NumberType.Int || c.Sign >= 0) && c > 1))
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            yield return Make(text, _ => number);
            yield return Make($"{text} * {n}", v => number * Of(v));
            yield return Make($"{n} + {text}", v => Of(v) + number);
            yield return Make($"{n} % {text}", v => TermEvaluator.Remainder(Of(v), number));
        }
    }
}
