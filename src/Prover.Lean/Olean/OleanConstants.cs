using Prover.Lean.Terms;

namespace Prover.Lean.Olean;

/// <summary>Reads constants of all eight kinds.</summary>
/// <remarks>A <c>ConstantInfo</c> has one pointer, to the value of its kind; each of those begins with a <c>ConstantVal</c>
/// (name, universe parameters, type). Layouts (pointers | scalars): Axiom <c>cval | isUnsafe</c>; Definition <c>cval, value, hints, all | safety</c>;
/// Theorem <c>cval, value, all</c>; Opaque <c>cval, value, all | isUnsafe</c>; Quot <c>cval | kind</c>; Inductive <c>cval, numParams, numIndices, all,
/// ctors, numNested | isRec, isUnsafe, isReflexive</c>; Constructor <c>cval, induct, cidx, numParams, numFields | isUnsafe</c>; Recursor <c>cval, all,
/// numParams, numIndices, numMotives, numMinors, rules | k, isUnsafe</c>. Source: <c>src/Lean/Declaration.lean</c>.</remarks>
internal sealed class OleanConstants(OleanHeap heap, OleanValues values, OleanNames names, OleanTerms terms)
{
    private static readonly string[] Kinds = ["axiom", "definition", "theorem", "opaque", "quot", "inductive", "constructor", "recursor"];

    /// <summary>Lean's word for the kind of a constant, read from its tag alone.</summary>
    public string Kind(ulong pointer, long from)
    {
        var info = Info(pointer, from);
        return Kinds[info.Tag];
    }

    public ConstantInfo Read(ulong pointer, long from)
    {
        var info = Info(pointer, from);
        var of = heap.Read(info, 0);
        return info.Tag switch
        {
            0 => Axiom(of.Shaped(0, 1, 1, "an axiom")),
            1 => Definition(of.Shaped(0, 4, 1, "a definition")),
            2 => Theorem(of.Shaped(0, 3, 0, "a theorem")),
            3 => Opaque(of.Shaped(0, 3, 1, "an opaque constant")),
            4 => Quotient(of.Shaped(0, 1, 1, "a constant of quotients")),
            5 => Inductive(of.Shaped(0, 6, 3, "an inductive type")),
            6 => Constructor(of.Shaped(0, 5, 1, "a constructor")),
            _ => Recursor(of.Shaped(0, 7, 2, "a recursor")),
        };
    }

    private OleanObject Info(ulong pointer, long from)
    {
        var info = heap.Read(heap.Resolve(pointer, from));
        return info.Tag < Kinds.Length ? info.Shaped(info.Tag, 1, 0, "a constant") : throw info.Fail("a constant was expected.");
    }

    private (Name Name, IReadOnlyList<Name> Levels, Expr Type) Head(in OleanObject of)
    {
        var head = heap.Read(of, 0).Shaped(0, 3, 0, "name and type of a constant");
        return (names.Name(head, 0).Name, names.Names(head, 1), terms.Closed(head, 2));
    }

    private AxiomInfo Axiom(in OleanObject of)
    {
        var (name, levels, type) = Head(of);
        return new AxiomInfo(name, levels, type, of.Flag(0));
    }

    private DefinitionInfo Definition(in OleanObject of)
    {
        var (name, levels, type) = Head(of);
        var (isAbbreviation, height) = Hints(of);
        var safety = of.Byte(0) <= 2 ? (DefinitionSafety)of.Byte(0) : throw of.Fail("a definition's safety is none.");
        return new DefinitionInfo(name, levels, type, terms.Closed(of, 1), isAbbreviation, height, safety, names.Names(of, 3));
    }

    /// <summary>Opaque and abbreviation are in place; a height is an object of tag 2 with 4 bytes.</summary>
    private (bool IsAbbreviation, uint? Height) Hints(in OleanObject of)
    {
        var value = of.Field(2);
        return OleanHeap.IsScalar(value)
            ? value <= 3 ? (value == 3, null) : throw of.Fail("a definition's hints are none.")
            : (false, heap.Read(of, 2).Shaped(2, 0, 4, "a definition's height").UInt32(0));
    }

    private TheoremInfo Theorem(in OleanObject of)
    {
        var (name, levels, type) = Head(of);
        return new TheoremInfo(name, levels, type, terms.Closed(of, 1), names.Names(of, 2));
    }

    private OpaqueInfo Opaque(in OleanObject of)
    {
        var (name, levels, type) = Head(of);
        return new OpaqueInfo(name, levels, type, terms.Closed(of, 1), of.Flag(0), names.Names(of, 2));
    }

    private QuotientInfo Quotient(in OleanObject of)
    {
        var (name, levels, type) = Head(of);
        return of.Byte(0) <= 3 ? new QuotientInfo(name, levels, type) : throw of.Fail("a kind of quotients' constants is none.");
    }

    private InductiveInfo Inductive(in OleanObject of)
    {
        var (name, levels, type) = Head(of);
        return new InductiveInfo(
            name, levels, type, OleanValues.Small(of, 1), OleanValues.Small(of, 2), OleanValues.Small(of, 5), names.Names(of, 3), names.Names(of, 4), of.Flag(0), of.Flag(2), of.Flag(1));
    }

    private ConstructorInfo Constructor(in OleanObject of)
    {
        var (name, levels, type) = Head(of);
        return new ConstructorInfo(
            name, levels, type, names.Name(of, 1).Name, OleanValues.Small(of, 2), OleanValues.Small(of, 3), OleanValues.Small(of, 4), of.Flag(0));
    }

    private RecursorInfo Recursor(in OleanObject of)
    {
        var (name, levels, type) = Head(of);
        var rules = new List<RecursorRule>();
        foreach (var location in values.Cells(of, 6))
        {
            var rule = heap.Read(heap.Read(location), 0).Shaped(0, 3, 0, "a recursor's rule");
            rules.Add(new RecursorRule(names.Name(rule, 0).Name, OleanValues.Small(rule, 1), terms.Closed(rule, 2)));
        }

        return new RecursorInfo(
            name, levels, type, names.Names(of, 1), OleanValues.Small(of, 2), OleanValues.Small(of, 3), OleanValues.Small(of, 4), OleanValues.Small(of, 5), rules, of.Flag(0), of.Flag(1));
    }
}
