using Prover.Core.Sampling.Portfolio.Expressions;

namespace Prover.Core.Identities.Sequences;

/// <summary>Writes terms as Lean reads them.</summary>
internal static class ExpressionText
{
    /// <summary>The text, with brackets wherever they may be needed.</summary>
    /// <param name="expression">The term.</param>
    /// <param name="replace">Texts for whole subterms, atomic or in brackets; null for none.</param>
    public static string Of(Expression expression, Func<Expression, string?>? replace = null)
    {
        if (replace?.Invoke(expression) is { } text)
        {
            return text;
        }

        return expression switch
        {
            Expression.Number number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Expression.Variable variable => variable.Name,
            Expression.Apply apply => $"({apply.Function} ({Of(apply.Argument, replace)}))",
            Expression.Negate negate => $"(-{Of(negate.Inner, replace)})",
            Expression.Cast cast => $"(({Of(cast.Inner, replace)} : Nat) : Int)",
            Expression.Binary binary => $"({Of(binary.Left, replace)} {binary.Operator} {Of(binary.Right, replace)})",
            _ => throw new ArgumentException("This kind of term is not known.", nameof(expression)),
        };
    }

    /// <summary>The term with another in place of a variable.</summary>
    public static Expression Substitute(Expression expression, string variable, Expression value) => expression switch
    {
        Expression.Variable { Name: var name } when name == variable => value,
        Expression.Apply apply => new Expression.Apply(apply.Function, Substitute(apply.Argument, variable, value)),
        Expression.Negate negate => new Expression.Negate(Substitute(negate.Inner, variable, value)),
        Expression.Cast cast => new Expression.Cast(Substitute(cast.Inner, variable, value)),
        Expression.Binary binary => new Expression.Binary(
            binary.Operator, Substitute(binary.Left, variable, value), Substitute(binary.Right, variable, value)),
        _ => expression,
    };

    /// <summary>The value of a term without variables; null where there are some.</summary>
    public static System.Numerics.BigInteger? Constant(Expression expression) => expression switch
    {
        Expression.Number number => number.Value,
        Expression.Negate negate => -Constant(negate.Inner),
        Expression.Cast cast => Constant(cast.Inner),
        Expression.Binary { Operator: '+' } b => Constant(b.Left) + Constant(b.Right),
        Expression.Binary { Operator: '-' } b => Constant(b.Left) - Constant(b.Right),
        Expression.Binary { Operator: '*' } b => Constant(b.Left) * Constant(b.Right),
        Expression.Binary { Operator: '^' } b when Constant(b.Right) is { } e && e.Sign >= 0 && e <= 64 && Constant(b.Left) is { } @base =>
            System.Numerics.BigInteger.Pow(@base, (int)e),
        _ => null,
    };
}
