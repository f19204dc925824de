namespace Prover.Lean.Terms;

/// <summary>Kinds of universe levels; the numbers are the constructors' tags.</summary>
public enum LevelKind
{
    /// <summary>Level zero: that of <c>Prop</c>.</summary>
    Zero,

    /// <summary>One more than another.</summary>
    Successor,

    /// <summary>The larger of two.</summary>
    Max,

    /// <summary>The larger of two, or zero where the second is zero.</summary>
    IMax,

    /// <summary>A universe parameter.</summary>
    Parameter,
}

/// <summary>A universe level. Made by a <see cref="TermTable"/>: within one table, equal levels are one object.</summary>
/// <remarks>Source: <c>src/Lean/Level.lean</c>, <c>Lean.Level</c>. Metavariables have no place in a compiled file.</remarks>
public sealed class Level
{
    internal Level(LevelKind kind, Level? first, Level? second, Name? parameter) =>
        (Kind, First, Second, Parameter) = (kind, first, second, parameter);

    /// <summary>Its kind.</summary>
    public LevelKind Kind { get; }

    /// <summary>The level that <see cref="LevelKind.Successor"/> adds one to, or the first of two.</summary>
    public Level? First { get; }

    /// <summary>The second of two.</summary>
    public Level? Second { get; }

    /// <summary>The name of a <see cref="LevelKind.Parameter"/>.</summary>
    public Name? Parameter { get; }
}
