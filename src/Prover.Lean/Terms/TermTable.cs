using System.Numerics;

namespace Prover.Lean.Terms;

/// <summary>Makes levels and terms, each distinct one once, so that equality is identity.</summary>
/// <remarks>Not thread-safe. Names and annotations of bound variables do not tell terms apart.</remarks>
public sealed class TermTable
{
    private static readonly IReadOnlyList<Level> NoLevels = [];

    private readonly Dictionary<Key, Level> _levels = [];
    private readonly Dictionary<(Level, object), LevelList> _levelLists = [];
    private readonly Dictionary<Key, Expr> _terms = [];
    private readonly Dictionary<BigInteger, NaturalLiteral> _naturals = [];
    private readonly Dictionary<string, StringLiteral> _strings = new(StringComparer.Ordinal);
    private readonly Level _zero = new(LevelKind.Zero, null, null, null);

    /// <summary>Distinct terms made so far.</summary>
    public int Count => _terms.Count + _naturals.Count + _strings.Count;

    /// <summary>Level zero.</summary>
    public Level Zero => _zero;

    /// <summary>A level of one or two others.</summary>
    public Level Level(LevelKind kind, Level first, Level? second = null)
    {
        var key = new Key((int)kind, first, second, null);
        return _levels.TryGetValue(key, out var known) ? known : _levels[key] = new Level(kind, first, second, null);
    }

    /// <summary>A universe parameter.</summary>
    public Level Parameter(Name name)
    {
        var key = new Key((int)LevelKind.Parameter, name, null, null);
        return _levels.TryGetValue(key, out var known) ? known : _levels[key] = new Level(LevelKind.Parameter, null, null, name);
    }

    /// <summary>A bound variable.</summary>
    public Expr BoundVariable(int index) => Make(new Key(0, null, null, null, index), static k => new BoundVariable(k.Number));

    /// <summary>A sort.</summary>
    public Expr Sort(Level level) => Make(new Key(1, level, null, null), static k => new Sort((Level)k.First!));

    /// <summary>A constant.</summary>
    public Expr Constant(Name name, IReadOnlyList<Level> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        LevelList? list = null;
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            var key = (levels[i], (object?)list ?? NoLevels);
            list = _levelLists.TryGetValue(key, out var known) ? known : _levelLists[key] = new LevelList(levels[i], list);
        }

        return Make(new Key(2, name, list, null), static k => new ConstantTerm((Name)k.First!, k.Second is LevelList given ? given.ToArray() : NoLevels));
    }

    /// <summary>An application.</summary>
    public Expr Application(Expr function, Expr argument) =>
        Make(new Key(3, function, argument, null), static k => new Application((Expr)k.First!, (Expr)k.Second!));

    /// <summary>A function.</summary>
    public Expr Lambda(Name variable, BinderInfo info, Expr type, Expr body) => Bind(4, variable, info, type, body);

    /// <summary>A function type.</summary>
    public Expr Pi(Name variable, BinderInfo info, Expr type, Expr body) => Bind(5, variable, info, type, body);

    /// <summary>A local definition.</summary>
    public Expr Let(Name variable, Expr type, Expr value, Expr body)
    {
        var key = new Key(6, type, value, body);
        return _terms.TryGetValue(key, out var known) ? known : _terms[key] = new Let(variable, type, value, body);
    }

    /// <summary>A number.</summary>
    public Expr Natural(BigInteger value) =>
        _naturals.TryGetValue(value, out var known) ? known : _naturals[value] = new NaturalLiteral(value);

    /// <summary>A string.</summary>
    public Expr String(string value) =>
        _strings.TryGetValue(value, out var known) ? known : _strings[value] = new StringLiteral(value);

    /// <summary>A field of a structure.</summary>
    public Expr Projection(Name structure, int field, Expr value) =>
        Make(new Key(7, structure, value, null, field), static k => new Projection((Name)k.First!, k.Number, (Expr)k.Second!));

    private Expr Bind(int kind, Name variable, BinderInfo info, Expr type, Expr body)
    {
        var key = new Key(kind, type, body, null);
        return _terms.TryGetValue(key, out var known) ? known : _terms[key] = new Binding(kind == 4, variable, info, type, body);
    }

    private Expr Make(Key key, Func<Key, Expr> make) => _terms.TryGetValue(key, out var known) ? known : _terms[key] = make(key);

    /// <summary>A list whose end other lists share.</summary>
    private sealed class LevelList(Level first, LevelList? rest)
    {
        private readonly int _count = 1 + (rest?._count ?? 0);
        private readonly Level _first = first;
        private readonly LevelList? _rest = rest;

        public Level[] ToArray()
        {
            var levels = new Level[_count];
            var at = 0;
            for (var list = this; list is not null; list = list._rest)
            {
                levels[at++] = list._first;
            }

            return levels;
        }
    }

    /// <summary>What makes a term or a level distinct: parts by identity, names by content.</summary>
    private readonly record struct Key(int Kind, object? First, object? Second, object? Third, int Number = 0)
    {
        public bool Equals(Key other) =>
            Kind == other.Kind
            && Number == other.Number
            && ReferenceEquals(Second, other.Second)
            && ReferenceEquals(Third, other.Third)
            && (ReferenceEquals(First, other.First) || (First is Name name && name.Equals(other.First as Name)));

        public override int GetHashCode() => HashCode.Combine(
            Kind, First is Name name ? name.GetHashCode() : Identity(First), Identity(Second), Identity(Third), Number);

        private static int Identity(object? part) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(part);
    }
}
