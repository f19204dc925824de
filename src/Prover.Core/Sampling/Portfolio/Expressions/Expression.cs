using System.Numerics;

namespace Prover.Core.Sampling.Portfolio.Expressions;

/// <summary>An arithmetic term as Lean prints it; see <see cref="ExpressionParser"/>.</summary>
internal abstract record Expression
{
    private Expression()
    {
    }

    public sealed record Number(BigInteger Value) : Expression;

    public sealed record Variable(string Name) : Expression;

    /// <summary>A function of one argument: <c>f (n + 1)</c>.</summary>
    public sealed record Apply(string Function, Expression Argument) : Expression;

    public sealed record Negate(Expression Inner) : Expression;

    /// <summary>A coercion: <c>↑n</c>.</summary>
    public sealed record Cast(Expression Inner) : Expression;

    /// <summary>One of <c>+ - * / % ^</c>.</summary>
    public sealed record Binary(char Operator, Expression Left, Expression Right) : Expression;
}
