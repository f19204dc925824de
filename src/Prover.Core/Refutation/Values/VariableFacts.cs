using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Values;

/// <summary>What the hypotheses about one variable alone say of it: where it begins, in which residue class it is, what else it must meet.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Least">The smallest value that the hypotheses allow; null for none.</param>
/// <param name="Class">Where it must be.</param>
/// <param name="Others">The hypotheses about it alone.</param>
internal sealed record VariableFacts(Binding Variable, BigInteger? Least, ResidueClass Class, IReadOnlyList<Proposition> Others)
{
    /// <summary>Reads them off a statement.</summary>
    public static VariableFacts Of(Binding variable, Telescope statement)
    {
        var own = statement.Hypotheses.SelectMany(Conjuncts).Where(h => Names.In(h) is [var only] && only == variable.Name).ToList();
        BigInteger? least = variable.Type == NumberType.Nat ? 0 : null;
        var residues = ResidueClass.All;
        foreach (var fact in own)
        {
            if (LeastOf(fact, variable.Name) is { } bound && (least is null || bound > least))
            {
                least = bound;
            }

            if (ClassOf(fact, variable.Name) is { } found && residues.And(found) is { } both)
            {
                residues = both;
            }
        }

        return new VariableFacts(variable, least, residues, own);
    }

    /// <summary>Whether the hypotheses about it alone may hold at a value.</summary>
    public bool Allows(BigInteger value)
    {
        if (Variable.Type == NumberType.Nat && value.Sign < 0)
        {
            return false;
        }

        var values = new Valuation { [Variable.Name] = value };
        return Others.All(h => PropositionEvaluator.Evaluate(h, values) is not { Value: false, IsCertain: true });
    }

    private static IEnumerable<Proposition> Conjuncts(Proposition proposition) =>
        proposition is Proposition.Binary { Connective: '∧' } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [proposition];

    private static BigInteger? LeastOf(Proposition fact, string name) => fact switch
    {
        Proposition.Comparison { Left: Term.Variable v, Relation: '>' } c when v.Name == name => Constant(c.Right) + 1,
        Proposition.Comparison { Left: Term.Variable v, Relation: '≥' } c when v.Name == name => Constant(c.Right),
        Proposition.Comparison { Right: Term.Variable v, Relation: '<' } c when v.Name == name => Constant(c.Left) + 1,
        Proposition.Comparison { Right: Term.Variable v, Relation: '≤' } c when v.Name == name => Constant(c.Left),
        _ => null,
    };

    private static ResidueClass? ClassOf(Proposition fact, string name) => fact switch
    {
        Proposition.Comparison { Relation: '=', Left: Term.Binary { Operator: '%', Left: Term.Variable v } modulo } c
            when v.Name == name && Constant(modulo.Right) is { Sign: > 0 } modulus && Constant(c.Right) is { } remainder && remainder.Sign >= 0 && remainder < modulus =>
            new ResidueClass(remainder, modulus),
        Proposition.Divides { Dividend: Term.Variable v } d when v.Name == name && Constant(d.Divisor) is { IsZero: false } modulus =>
            new ResidueClass(0, BigInteger.Abs(modulus)),
        Proposition.Divides { Dividend: Term.Binary { Operator: '+' or '-', Left: Term.Variable v } shifted } d
            when v.Name == name && Constant(d.Divisor) is { IsZero: false } modulus && Constant(shifted.Right) is { } shift
                && (shifted.Operator == '+' || shifted.Type == NumberType.Int) =>
            new ResidueClass(TermEvaluator.Remainder(shifted.Operator == '+' ? -shift : shift, BigInteger.Abs(modulus)), BigInteger.Abs(modulus)),
        _ => null,
    };

    private static BigInteger? Constant(Term term) => Names.In(term).Count == 0 ? TermEvaluator.Evaluate(term, new Valuation()) : null;
}
