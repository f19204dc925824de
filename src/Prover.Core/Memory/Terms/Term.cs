using Prover.Core.Memory.Features;

namespace Prover.Core.Memory.Terms;

/// <summary>What stands at a node of a term.</summary>
internal enum TermKind
{
    /// <summary>A constant, an operator or a bracket, with its arguments.</summary>
    Symbol,

    /// <summary>A variable or hypothesis of the context.</summary>
    Local,

    /// <summary>A variable bound inside the term.</summary>
    Bound,

    /// <summary>A number literal.</summary>
    Numeral,
}

/// <summary>A term as far as its printed text tells; names of variables play no part in <see cref="Label"/> and <see cref="Shape"/>.</summary>
internal sealed class Term
{
    // Walks over terms recurse.
    private const int MaxDepth = 300;

    private static readonly ulong LocalLabel = Fingerprint.Of("a local");
    private static readonly ulong BoundLabel = Fingerprint.Of("a bound variable");
    private static readonly Term TooDeep = new(TermKind.Symbol, "…", Fingerprint.Of("…"), [], -1);

    private Term(TermKind kind, string text, ulong label, Term[] children, int index)
    {
        (Kind, Text, Label, Children, Index) = (kind, text, label, children, index);
        var (shape, exact) = (label, kind is TermKind.Local or TermKind.Bound or TermKind.Numeral ? Fingerprint.Join(Fingerprint.Of(text), (ulong)index) : label);
        foreach (var child in children)
        {
            shape = Fingerprint.Join(shape, child.Shape);
            exact = Fingerprint.Join(exact, child.Exact);
            Size += child.Size;
            Depth = Math.Max(Depth, child.Depth + 1);
        }

        (Shape, Exact, Size) = (shape, exact, Size + 1);
    }

    public TermKind Kind { get; }

    /// <summary>The symbol, numeral or name as it is printed.</summary>
    public string Text { get; }

    /// <summary>A hash of the node alone: a symbol, a local's type, a numeral's class.</summary>
    public ulong Label { get; }

    /// <summary>A hash of the whole term up to names of variables and to numerals of one class.</summary>
    public ulong Shape { get; }

    /// <summary>A hash of the whole term as it is, for comparisons within one goal.</summary>
    public ulong Exact { get; }

    public IReadOnlyList<Term> Children { get; }

    /// <summary>Which local of the goal, counted from 0; -1 for anything else.</summary>
    public int Index { get; }

    /// <summary>Its number of nodes.</summary>
    public int Size { get; }

    private int Depth { get; }

    public static Term Symbol(string text, params Term[] children)
    {
        var term = new Term(TermKind.Symbol, text, Fingerprint.Of(text), children, -1);
        return term.Depth > MaxDepth ? TooDeep : term;
    }

    public static Term Local(string name, int index, ulong type) =>
        new(TermKind.Local, name, Fingerprint.Join(LocalLabel, type), [], index);

    public static Term Bound(string name) => new(TermKind.Bound, name, BoundLabel, [], -1);

    public static Term Numeral(string text) => new(TermKind.Numeral, text, Fingerprint.Of(NumberClass.Of(text)), [], -1);
}
