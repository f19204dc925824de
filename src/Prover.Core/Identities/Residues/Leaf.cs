using System.Numerics;
using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Residues;

/// <summary>What polynomials modulo m are in: a variable's power or a power with a variable exponent.</summary>
internal abstract record Leaf(string Variable)
{
    /// <summary>As the statement has it.</summary>
    public abstract string Text { get; }

    /// <summary>A variable.</summary>
    public sealed record Number(string Variable) : Leaf(Variable)
    {
        public override string Text => Variable;
    }

    /// <summary>A literal to a linear exponent in one natural variable.</summary>
    public sealed record Power(BigInteger Base, LinearForm Form, string Variable) : Leaf(Variable)
    {
        public override string Text => $"{Base} ^ ({Form.ToLean(Variable, Variable)})";

        /// <summary>With a number in place of the variable.</summary>
        public string At(string value) => $"{Base} ^ ({Form.ToLean(Variable, value)})";

        public BigInteger Value(int r, BigInteger modulus) => BigInteger.ModPow(Base, (Form[Variable] * r) + Form.Constant, modulus);
    }
}

/// <summary>Reads terms as polynomials in leaves.</summary>
internal sealed class Leaves(Func<string, bool> isVariable)
{
    private const int MaxExponent = 64;

    public List<Leaf> All { get; } = [];

    public Polynomial? Read(Expression term)
    {
        switch (term)
        {
            case Expression.Number number:
                return Polynomial.Constant(number.Value);
            case Expression.Negate negate:
                return Read(negate.Inner) is { } inner ? -inner : null;
            case Expression.Variable { Name: var name }:
                return isVariable(name) ? Polynomial.Variable(IndexOf(new Leaf.Number(name))) : null;
            case Expression.Binary { Operator: '^' } power when ExpressionText.Constant(power.Right) is { } exponent:
                return exponent.Sign >= 0 && exponent <= MaxExponent && Read(power.Left) is { } @base && (@base.Count <= 2 || exponent < 8)
                    ? @base.Power((int)exponent)
                    : null;
            case Expression.Binary { Operator: '^' } power:
                return ExpressionText.Constant(power.Left) is { } b && b > 1 && b < 1_000_000 && LinearForm.From(power.Right) is { Coefficients.Count: 1 } form
                    && isVariable(form.Coefficients.Keys.First())
                    ? Polynomial.Variable(IndexOf(new Leaf.Power(b, form, form.Coefficients.Keys.First())))
                    : null;
            case Expression.Binary { Operator: '+' or '-' or '*' } binary when Read(binary.Left) is { } left && Read(binary.Right) is { } right:
                return binary.Operator switch { '+' => left + right, '-' => left - right, _ => left * right };
            default:
                return null;
        }
    }

    private int IndexOf(Leaf leaf)
    {
        var index = All.FindIndex(l => l.Text == leaf.Text);
        if (index < 0)
        {
            index = All.Count;
            All.Add(leaf);
        }

        return index;
    }
}
