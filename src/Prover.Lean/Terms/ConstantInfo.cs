namespace Prover.Lean.Terms;

/// <summary>A constant of an environment: one of Lean's eight kinds.</summary>
/// <remarks>Source: <c>src/Lean/Declaration.lean</c>, <c>Lean.ConstantInfo</c>.</remarks>
/// <param name="Name">Full name; of a private one the mangled name.</param>
/// <param name="LevelParameters">Universe parameters, in order.</param>
/// <param name="Type">Its type.</param>
public abstract record ConstantInfo(Name Name, IReadOnlyList<Name> LevelParameters, Expr Type)
{
    /// <summary>Lean's word for the kind.</summary>
    public abstract string Kind { get; }

    /// <summary>True of what Lean's logic does not vouch for: declared <c>unsafe</c> or <c>partial</c>.</summary>
    public virtual bool IsUnsafe => false;

    /// <summary>Terms other than the type: the value, or the right-hand sides of a recursor.</summary>
    public virtual IReadOnlyList<Expr> Values => [];

    /// <summary>Names of other constants that it is bound up with: a type with its constructors, a constructor with its type.</summary>
    public virtual IReadOnlyList<Name> Relatives => [];
}

/// <summary>An axiom: a claim without proof.</summary>
public sealed record AxiomInfo(Name Name, IReadOnlyList<Name> LevelParameters, Expr Type, bool Unsafe) : ConstantInfo(Name, LevelParameters, Type)
{
    /// <inheritdoc />
    public override string Kind => "axiom";

    /// <inheritdoc />
    public override bool IsUnsafe => Unsafe;
}

/// <summary>How safe a definition was declared; the numbers are the constructors' tags.</summary>
public enum DefinitionSafety
{
    /// <summary><c>unsafe</c></summary>
    Unsafe,

    /// <summary>An ordinary definition.</summary>
    Safe,

    /// <summary><c>partial</c></summary>
    Partial,
}

/// <summary>A definition. <paramref name="Height"/> steers how the kernel unfolds: null with <paramref name="IsAbbreviation"/> false is never first.</summary>
public sealed record DefinitionInfo(
    Name Name,
    IReadOnlyList<Name> LevelParameters,
    Expr Type,
    Expr Value,
    bool IsAbbreviation,
    uint? Height,
    DefinitionSafety Safety,
    IReadOnlyList<Name> All) : ConstantInfo(Name, LevelParameters, Type)
{
    /// <inheritdoc />
    public override string Kind => "definition";

    /// <inheritdoc />
    public override bool IsUnsafe => Safety != DefinitionSafety.Safe;

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Values => [Value];
}

/// <summary>A theorem: its value is the proof.</summary>
public sealed record TheoremInfo(Name Name, IReadOnlyList<Name> LevelParameters, Expr Type, Expr Value, IReadOnlyList<Name> All)
    : ConstantInfo(Name, LevelParameters, Type)
{
    /// <inheritdoc />
    public override string Kind => "theorem";

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Values => [Value];
}

/// <summary>A constant whose value the kernel checks and then forgets.</summary>
public sealed record OpaqueInfo(Name Name, IReadOnlyList<Name> LevelParameters, Expr Type, Expr Value, bool Unsafe, IReadOnlyList<Name> All)
    : ConstantInfo(Name, LevelParameters, Type)
{
    /// <inheritdoc />
    public override string Kind => "opaque";

    /// <inheritdoc />
    public override bool IsUnsafe => Unsafe;

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Values => [Value];
}

/// <summary>One of the four constants of quotients, which the kernel knows by itself.</summary>
public sealed record QuotientInfo(Name Name, IReadOnlyList<Name> LevelParameters, Expr Type) : ConstantInfo(Name, LevelParameters, Type)
{
    /// <inheritdoc />
    public override string Kind => "quot";
}

/// <summary>An inductive type; <paramref name="All"/> are the types of its mutual block.</summary>
public sealed record InductiveInfo(
    Name Name,
    IReadOnlyList<Name> LevelParameters,
    Expr Type,
    int Parameters,
    int Indices,
    int Nested,
    IReadOnlyList<Name> All,
    IReadOnlyList<Name> Constructors,
    bool IsRecursive,
    bool IsReflexive,
    bool Unsafe) : ConstantInfo(Name, LevelParameters, Type)
{
    /// <inheritdoc />
    public override string Kind => "inductive";

    /// <inheritdoc />
    public override bool IsUnsafe => Unsafe;

    /// <inheritdoc />
    public override IReadOnlyList<Name> Relatives => [.. All, .. Constructors];
}

/// <summary>A constructor; <paramref name="Position"/> counts from 0 within its type.</summary>
public sealed record ConstructorInfo(
    Name Name,
    IReadOnlyList<Name> LevelParameters,
    Expr Type,
    Name Inductive,
    int Position,
    int Parameters,
    int Fields,
    bool Unsafe) : ConstantInfo(Name, LevelParameters, Type)
{
    /// <inheritdoc />
    public override string Kind => "constructor";

    /// <inheritdoc />
    public override bool IsUnsafe => Unsafe;

    /// <inheritdoc />
    public override IReadOnlyList<Name> Relatives => [Inductive];
}

/// <summary>How a recursor computes on one constructor.</summary>
public sealed record RecursorRule(Name Constructor, int Fields, Expr RightHandSide);

/// <summary>The recursor of an inductive type. <paramref name="IsK"/>: it computes without looking at its major argument.</summary>
public sealed record RecursorInfo(
    Name Name,
    IReadOnlyList<Name> LevelParameters,
    Expr Type,
    IReadOnlyList<Name> All,
    int Parameters,
    int Indices,
    int Motives,
    int Minors,
    IReadOnlyList<RecursorRule> Rules,
    bool IsK,
    bool Unsafe) : ConstantInfo(Name, LevelParameters, Type)
{
    /// <inheritdoc />
    public override string Kind => "recursor";

    /// <inheritdoc />
    public override bool IsUnsafe => Unsafe;

    /// <inheritdoc />
    public override IReadOnlyList<Expr> Values => [.. Rules.Select(r => r.RightHandSide)];

    /// <inheritdoc />
    public override IReadOnlyList<Name> Relatives => [.. All, .. Rules.Select(r => r.Constructor)];
}
