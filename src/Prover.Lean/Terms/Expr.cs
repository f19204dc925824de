using System.Numerics;

namespace Prover.Lean.Terms;

/// <summary>A term of the kernel. Made by a <see cref="TermTable"/>: within one table, terms that are equal up to names and
/// annotations of bound variables are one object.</summary>
/// <remarks>Source: <c>src/Lean/Expr.lean</c>, <c>Lean.Expr</c>. There are no free variables and no metavariables, which have no place in a
/// compiled file, and no <c>mdata</c>, which means what it wraps.</remarks>
public abstract class Expr
{
    private protected Expr(int looseBoundVariables) => LooseBoundVariables = looseBoundVariables;

    /// <summary>One more than the largest index of a bound variable that points out of the term; 0 of a closed one.</summary>
    public int LooseBoundVariables { get; }

    /// <summary>The parts that are terms themselves, in order.</summary>
    public abstract IReadOnlyList<Expr> Children { get; }
}

/// <summary>A bound variable by its de Bruijn index.</summary>
public sealed class BoundVariable : Expr
{
    internal BoundVariable(int index)
        : base(index + 1) => Index = index;

    /// <summary>0 is the innermost binder.</summary>
    public int Index { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [];
}

/// <summary><c>Prop</c>, <c>Type u</c>, <c>Sort u</c>.</summary>
public sealed class Sort : Expr
{
    internal Sort(Level level)
        : base(0) => Level = level;

    /// <summary>The universe.</summary>
    public Level Level { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [];
}

/// <summary>A constant of the environment with its universe levels.</summary>
public sealed class ConstantTerm : Expr
{
    internal ConstantTerm(Name name, IReadOnlyList<Level> levels)
        : base(0) => (Name, Levels) = (name, levels);

    /// <summary>Its name.</summary>
    public Name Name { get; }

    /// <summary>One level for each of its universe parameters.</summary>
    public IReadOnlyList<Level> Levels { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [];
}

/// <summary>A function applied to one argument.</summary>
public sealed class Application : Expr
{
    internal Application(Expr function, Expr argument)
        : base(Math.Max(function.LooseBoundVariables, argument.LooseBoundVariables)) => (Function, Argument) = (function, argument);

    /// <summary>The function.</summary>
    public Expr Function { get; }

    /// <summary>The argument.</summary>
    public Expr Argument { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [Function, Argument];
}

/// <summary>How an argument is given; for people and elaborators, nothing that the kernel looks at.</summary>
public enum BinderInfo
{
    /// <summary><c>(x : α)</c></summary>
    Default,

    /// <summary><c>{x : α}</c></summary>
    Implicit,

    /// <summary><c>⦃x : α⦄</c></summary>
    StrictImplicit,

    /// <summary><c>[x : α]</c></summary>
    InstanceImplicit,
}

/// <summary>A function (<c>fun x : α => b</c>) or a function type (<c>∀ x : α, b</c>).</summary>
public sealed class Binding : Expr
{
    internal Binding(bool isLambda, Name variable, BinderInfo info, Expr type, Expr body)
        : base(Math.Max(type.LooseBoundVariables, body.LooseBoundVariables - 1)) =>
        (IsLambda, Variable, Info, Type, Body) = (isLambda, variable, info, type, body);

    /// <summary>True of a function, false of a function type.</summary>
    public bool IsLambda { get; }

    /// <summary>A name of the variable, without meaning: that of the first such term in the table.</summary>
    public Name Variable { get; }

    /// <summary>How the argument is given, as <see cref="Variable"/>.</summary>
    public BinderInfo Info { get; }

    /// <summary>The variable's type.</summary>
    public Expr Type { get; }

    /// <summary>What is under the binder.</summary>
    public Expr Body { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [Type, Body];
}

/// <summary><c>let x : α := v; b</c></summary>
public sealed class Let : Expr
{
    internal Let(Name variable, Expr type, Expr value, Expr body)
        : base(Math.Max(Math.Max(type.LooseBoundVariables, value.LooseBoundVariables), body.LooseBoundVariables - 1)) =>
        (Variable, Type, Value, Body) = (variable, type, value, body);

    /// <summary>A name of the variable, without meaning.</summary>
    public Name Variable { get; }

    /// <summary>The variable's type.</summary>
    public Expr Type { get; }

    /// <summary>Its value.</summary>
    public Expr Value { get; }

    /// <summary>What is under the binder.</summary>
    public Expr Body { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [Type, Value, Body];
}

/// <summary>A natural number written out.</summary>
public sealed class NaturalLiteral : Expr
{
    internal NaturalLiteral(BigInteger value)
        : base(0) => Value = value;

    /// <summary>The number, ≥ 0.</summary>
    public BigInteger Value { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [];
}

/// <summary>A string written out.</summary>
public sealed class StringLiteral : Expr
{
    internal StringLiteral(string value)
        : base(0) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [];
}

/// <summary>A field of a structure.</summary>
public sealed class Projection : Expr
{
    internal Projection(Name structure, int field, Expr value)
        : base(value.LooseBoundVariables) => (Structure, Field, Value) = (structure, field, value);

    /// <summary>The structure's name.</summary>
    public Name Structure { get; }

    /// <summary>Which field, from 0.</summary>
    public int Field { get; }

    /// <summary>The value whose field is taken.</summary>
    public Expr Value { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Children => [Value];
}
