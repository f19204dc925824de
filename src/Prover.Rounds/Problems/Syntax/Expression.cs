namespace Prover.Rounds.Problems.Syntax;

/// <summary>A term, a proposition or a type of a statement as it is written; nothing is elaborated.</summary>
internal abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>A name that the statement does not bind, or a numeral.</summary>
    public sealed record Word(string Text) : Expression;

    /// <summary>A variable that the statement binds.</summary>
    /// <param name="Name">As written.</param>
    /// <param name="Id">One of a kind in the statement, whatever hides what.</param>
    public sealed record Variable(string Name, int Id) : Expression;

    /// <summary>A function with its arguments.</summary>
    public sealed record Application(Expression Function, IReadOnlyList<Expression> Arguments) : Expression;

    /// <summary>One of <c>¬ - ↑</c>.</summary>
    public sealed record Prefix(string Operator, Expression Inner) : Expression;

    public sealed record Binary(string Operator, Expression Left, Expression Right) : Expression;

    /// <summary>One of <c>∀ ∃ fun</c> with one variable; the type is null where it is not written.</summary>
    public sealed record Bound(string Kind, Variable Over, Expression? Type, Expression Body) : Expression;

    /// <summary><c>(inner : type)</c>.</summary>
    public sealed record Ascription(Expression Inner, Expression Type) : Expression;

    /// <summary>The direct parts.</summary>
    public IEnumerable<Expression> Parts => this switch
    {
        Application a => a.Arguments.Prepend(a.Function),
        Prefix p => [p.Inner],
        Binary b => [b.Left, b.Right],
        Bound { Type: { } type } b => [type, b.Body],
        Bound b => [b.Body],
        Ascription a => [a.Inner, a.Type],
        _ => [],
    };

    /// <summary>This and all that is in it.</summary>
    public IEnumerable<Expression> All => Parts.SelectMany(p => p.All).Prepend(this);

    /// <summary>The expression with another in place of a variable.</summary>
    public Expression Replace(int variable, Expression value) => this switch
    {
        Variable v => v.Id == variable ? value : v,
        Application a => new Application(a.Function.Replace(variable, value), [.. a.Arguments.Select(x => x.Replace(variable, value))]),
        Prefix p => p with { Inner = p.Inner.Replace(variable, value) },
        Binary b => b with { Left = b.Left.Replace(variable, value), Right = b.Right.Replace(variable, value) },
        Bound b => b with { Type = b.Type?.Replace(variable, value), Body = b.Body.Replace(variable, value) },
        Ascription a => new Ascription(a.Inner.Replace(variable, value), a.Type.Replace(variable, value)),
        _ => this,
    };
}
