using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sequences;

/// <content>Parts of lemmas.</content>
internal sealed partial class StateSpace
{
    /// <summary>Binders for the atoms and for terms that are polynomials in them.</summary>
    public IEnumerable<string> Declare(IReadOnlyList<RawTerm> raws) =>
        [.. Atoms.Select((_, i) => $"(a{i} : Int)"), .. raws.Select((r, i) => $"(t{i} : {(r.IsNat ? "Nat" : "Int")})")];

    /// <summary>Binders for what the terms are.</summary>
    public static IEnumerable<string> Equations(IReadOnlyList<RawTerm> raws) =>
        raws.Select((r, i) => $"(e{i} : {AsInt($"t{i}", r.IsNat)} = {r.Value.ToLean(j => $"a{j}")})");

    /// <summary>The arguments for <see cref="Declare"/>.</summary>
    public string Arguments(IReadOnlyList<RawTerm> raws, string? at = null) =>
        string.Join(' ', Atoms.Select(a => $"({a.Text(at ?? variable)})").Concat(raws.Select(r => ExpressionText.Of(r.Term) is var t && r.Term is Expression.Binary or Expression.Apply ? t : $"({t})")));

    /// <summary>The arguments for <see cref="Equations"/>.</summary>
    public static string Proofs(IReadOnlyList<RawTerm> raws) => string.Join(' ', raws.Select(r => r.Proof));

    /// <summary>A term with the variables that stand for its parts.</summary>
    public static string Written(Expression term, IReadOnlyList<RawTerm> raws) => ExpressionText.Of(term, e =>
    {
        for (var i = 0; i < raws.Count; i++)
        {
            if (raws[i].Term.Equals(e))
            {
                return $"t{i}";
            }
        }

        return null;
    });

    /// <summary>Whether one term stands within another outside of what is read as a whole.</summary>
    public bool Contains(Expression whole, Expression part)
    {
        if (whole.Equals(part))
        {
            return true;
        }

        return !_raws.ContainsKey(whole) && whole switch
        {
            Expression.Negate negate => Contains(negate.Inner, part),
            Expression.Cast cast => Contains(cast.Inner, part),
            Expression.Binary { Operator: '^' } power when ExpressionText.Constant(power.Right) is not null => Contains(power.Left, part),
            Expression.Binary binary => Contains(binary.Left, part) || Contains(binary.Right, part),
            _ => false,
        };
    }

    private static Expression AsExpression(LinearForm form)
    {
        Expression? sum = null;
        foreach (var (name, coefficient) in form.Coefficients)
        {
            Expression term = new Expression.Variable(name);
            if (coefficient != 1)
            {
                term = new Expression.Binary('*', new Expression.Number(coefficient), term);
            }

            sum = sum is null ? term : new Expression.Binary('+', sum, term);
        }

        var constant = new Expression.Number(form.Constant);
        return sum is null ? constant : form.Constant == 0 ? sum : new Expression.Binary('+', sum, constant);
    }
}
