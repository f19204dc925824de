using System.Globalization;
using CsCheck;
using Prover.Core.Formalization.English.Grammar;
using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Name = Prover.Core.Formalization.English.Syntax.Term.Variable;
using Operation = Prover.Core.Formalization.English.Syntax.Term.Binary;
using Whole = Prover.Core.Formalization.English.Syntax.Term.Number;

namespace Prover.Core.Tests.Formalization.English;

/// <summary>What is written in any of the ways that people write it is read back as what it was.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<Term> Terms = Gen.Recursive<Term>((depth, term) => depth > 3
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Gen.Select(Gen.OneOf(Operator.Add, Operator.Subtract, Operator.Multiply), term, term, (op, l, r) => (Term)new Term.Binary(op, l, r)),
            Gen.Select(Leaf, Gen.Int[2, 9], (b, e) => Build.Power(b, e)),
            Gen.Select(term, Gen.Int[2, 12], (a, b) => (Term)new Term.Binary(Operator.Divide, a, Build.Number(b))),
            Gen.Select(term, term, (a, b) => (Term)new Term.Binary(Operator.Gcd, a, b))));

    private static Gen<Term> Leaf => Gen.OneOf(
        Gen.Int[0, 99].Select(Build.Number),
        Gen.OneOf("a", "b", "n", "x", "y").Select(n => (Term)new Term.Variable(n)));

    [Fact]
    public void Terms_in_LaTeX_and_in_plain_text_are_read_as_they_were() =>
        Gen.Select(Terms, Gen.Bool, Gen.Bool).Sample((term, latex, tight) =>
        {
            var text = new Printer(latex, tight).Term(term);
            return Parse(latex ? $"${text}$" : text) == term;
        });

    [Fact]
    public void Sentences_say_the_same_in_all_their_forms() =>
        Gen.Select(Leaf, Terms, Gen.Int[2, 9], Gen.Bool).Where((l, t, _, _) => NoQuotient(l) && NoQuotient(t)).Sample((left, right, divisor, latex) =>
        {
            var printer = new Printer(latex, isTight: false);
            string Math(string text) => latex ? $"${text}$" : text;
            string For(string body) => Reader.Lean($"Let a, b, n, x and y be integers. Prove that {body}.");
            var (l, r) = (printer.Term(left), printer.Term(right));
            string[] less = [For(Math($"{l} {(latex ? @"\le" : "≤")} {r}")), For($"{Math(l)} is at most {Math(r)}"), For($"{Math(l)} is less than or equal to {Math(r)}")];
            string[] divides =
            [
                For(Math($"{divisor} {(latex ? @"\mid" : "∣")} {r}")), For($"{divisor} divides {Math(r)}"), For($"{Math(r)} is divisible by {divisor}"), For($"{Math(r)} is a multiple of {divisor}"),
            ];
            return less.Distinct().Count() == 1 && divides.Distinct().Count() == 1 && !less[0].StartsWith("refused", StringComparison.Ordinal) && !divides[0].StartsWith("refused", StringComparison.Ordinal);
        });

    private static bool NoQuotient(Term term) => !Build.Parts(term).Any(t => t is Term.Binary { Operator: Operator.Divide });

    private static Term? Parse(string text)
    {
        var (lexemes, tokens) = Lexer.Read(text);
        var result = new EnglishGrammar(new ReadState(lexemes)).Terms.Term(tokens);
        return result.HasValue && result.Remainder.IsAtEnd ? result.Value : null;
    }

    /// <summary>Writes terms as people do, with no more parentheses than are needed.</summary>
    private sealed class Printer(bool isLatex, bool isTight)
    {
        public string Term(Term term) => Write(term, 0);

        private string Write(Term term, int level)
        {
            var (text, own) = term switch
            {
                Whole n => (n.Value.ToString(CultureInfo.InvariantCulture), 9),
                Name v => (v.Name, 9),
                Operation(Operator.Add, var l, var r) => ($"{Write(l, 1)} + {Write(r, 2)}", 1),
                Operation(Operator.Subtract, var l, var r) => ($"{Write(l, 1)} - {Write(r, 2)}", 1),
                Operation(Operator.Multiply, var l, var r) => (Product(l, r), 2),
                Operation(Operator.Divide, var l, var r) when isLatex => ($@"\frac{{{Term(l)}}}{{{Term(r)}}}", 2),
                Operation(Operator.Divide, var l, var r) => ($"{Write(l, 3)}/{Write(r, 3)}", 2),
                Operation(Operator.Power, var l, Whole e) => (isLatex ? $"{Write(l, 4)}^{{{e.Value}}}" : isTight ? $"{Write(l, 4)}{"⁰¹²³⁴⁵⁶⁷⁸⁹"[(int)e.Value]}" : $"{Write(l, 4)}^{e.Value}", 3),
                Operation(Operator.Gcd, var l, var r) => ($"{(isLatex ? @"\gcd" : "gcd")}({Term(l)}, {Term(r)})", 9),
                _ => throw new NotSupportedException(),
            };
            return own < level ? isLatex ? $@"\left({text}\right)" : $"({text})" : text;
        }

        // In LaTeX "2x" and "2(x + 1)", elsewhere with a sign.
        private string Product(Term left, Term right) => isTight && isLatex
            && right is Name or Operation { Operator: Operator.Add or Operator.Subtract }
            && left is Whole or Name
            ? $"{Write(left, 2)}{Write(right, 3)}"
            : $"{Write(left, 2)} {(isLatex ? @"\cdot" : "*")} {Write(right, 3)}";
    }
}
