using Prover.Lean.Terms;

namespace Prover.Lean.Olean;

/// <summary>Reads terms into a <see cref="TermTable"/>.</summary>
/// <remarks>Layouts, each with its data (8 bytes) after the pointers: bvar 0 (index), fvar 1, mvar 2, sort 3 (level), const 4 (name, levels),
/// app 5 (function, argument), lam 6 and forallE 7 (name, type, body; a byte of binder information), letE 8 (name, type, value, body; a byte),
/// lit 9 (literal: 0 number, 1 string), mdata 10 (data, term), proj 11 (structure, field, term). With an explicit stack: a term may be deeper
/// than any other.</remarks>
internal sealed class OleanTerms(OleanHeap heap, OleanValues values, OleanNames names, TermTable table, bool checkHashes)
{
    private const int MaxIndex = (1 << 20) - 2; // the range has 20 bits

    private readonly Dictionary<long, (Expr Term, ulong Data)> _terms = [];
    private readonly Dictionary<long, (Expr Term, ulong Data)> _literals = [];
    private readonly Stack<long> _path = new();

    /// <summary>The closed term that a field holds.</summary>
    public Expr Closed(in OleanObject parent, int field)
    {
        var root = heap.Resolve(parent.Field(field), parent.Location);
        if (!_terms.TryGetValue(root, out var read))
        {
            _path.Clear();
            _path.Push(root);
            while (_path.TryPeek(out var location))
            {
                if (_terms.ContainsKey(location))
                {
                    _path.Pop();
                    continue;
                }

                var term = heap.Read(location);
                if (!PushParts(term))
                {
                    _path.Pop();
                    read = _terms[location] = Make(term);
                }
            }
        }

        return read.Term.LooseBoundVariables == 0 ? read.Term : throw heap.FailAt(root, "a term holds a bound variable without its binder.");
    }

    /// <summary>The first field and the number of fields that hold terms; checks the shape.</summary>
    private static (int First, int Count) Parts(in OleanObject term) => term.Tag switch
    {
        0 => Shape(term, 1, 8, 0, 0),
        3 => Shape(term, 1, 8, 0, 0),
        4 => Shape(term, 2, 8, 0, 0),
        5 => Shape(term, 2, 8, 0, 2),
        6 or 7 => Shape(term, 3, 9, 1, 2),
        8 => Shape(term, 4, 9, 1, 3),
        9 => Shape(term, 1, 8, 0, 0),
        10 => Shape(term, 2, 8, 1, 1),
        11 => Shape(term, 3, 8, 2, 1),
        1 or 2 => throw term.Fail("a term holds a free variable or a metavariable."),
        _ => throw term.Fail("a term was expected."),
    };

    private static (int, int) Shape(in OleanObject term, int fields, int scalarBytes, int first, int count)
    {
        term.Shaped(term.Tag, fields, scalarBytes, "a term");
        return (first, count);
    }

    private bool PushParts(in OleanObject term)
    {
        var (first, count) = Parts(term);
        var pushed = false;
        for (var i = first + count - 1; i >= first; i--)
        {
            var part = heap.Resolve(term.Field(i), term.Location);
            if (!_terms.ContainsKey(part))
            {
                _path.Push(part);
                pushed = true;
            }
        }

        return pushed;
    }

    private (Expr, ulong) Make(in OleanObject term)
    {
        var made = term.Tag switch
        {
            0 => BoundVariable(term),
            3 => Sort(term),
            4 => Constant(term),
            5 => Application(term),
            6 or 7 => Binding(term),
            8 => Let(term),
            9 => Literal(term),
            10 => Annotated(term),
            _ => Projection(term),
        };
        if (made.Term.LooseBoundVariables > MaxIndex + 1)
        {
            throw term.Fail("a bound variable's index is too large.");
        }

        // What Lean itself goes by when it instantiates, in every version: the range of loose variables and the flags.
        var stored = term.UInt64(0);
        return (checkHashes ? stored : stored >> 40) == (checkHashes ? made.Data : made.Data >> 40)
            ? made
            : throw term.Fail($"what is noted of a term (hash, loose variables, flags) is wrong: {stored:x} instead of {made.Data:x}.");
    }

    private (Expr Term, ulong Data) Part(in OleanObject term, int field) => _terms[heap.Resolve(term.Field(field), term.Location)];

    private (Expr Term, ulong Data) BoundVariable(in OleanObject term)
    {
        var index = OleanValues.Small(term, 0, MaxIndex);
        return (table.BoundVariable(index), LeanHash.TermData(LeanHash.Mix(7, (ulong)index), index + 1));
    }

    private (Expr Term, ulong Data) Sort(in OleanObject term)
    {
        var (level, data) = names.Level(term.Field(0), term.Location);
        return (table.Sort(level), LeanHash.TermData(LeanHash.Mix(11, (uint)data), flags: LevelFlag(data)));
    }

    private (Expr Term, ulong Data) Constant(in OleanObject term)
    {
        var (name, hash) = names.Name(term, 0);
        var cells = values.Cells(term, 1);
        var levels = new Level[cells.Count];
        ulong levelsHash = 7, flags = 0;
        for (var i = 0; i < levels.Length; i++)
        {
            var cell = heap.Read(cells[i]);
            (levels[i], var data) = names.Level(cell.Field(0), cell.Location);
            levelsHash = LeanHash.Mix(levelsHash, (uint)data);
            flags |= LevelFlag(data);
        }

        return (table.Constant(name, levels), LeanHash.TermData(LeanHash.Mix(5, LeanHash.Mix(hash, levelsHash)), flags: flags));
    }

    private (Expr Term, ulong Data) Application(in OleanObject term)
    {
        var ((function, left), (argument, right)) = (Part(term, 0), Part(term, 1));
        var made = table.Application(function, argument);
        return (made, LeanHash.TermData(_ => LeanHash.Mix(left, right), made.LooseBoundVariables, left, right));
    }

    private (Expr Term, ulong Data) Binding(in OleanObject term)
    {
        var (name, _) = names.Name(term, 0);
        var ((type, left), (body, right)) = (Part(term, 1), Part(term, 2));
        var info = term.Byte(8) <= 3 ? (BinderInfo)term.Byte(8) : throw term.Fail("a binder's annotation is none.");
        var made = term.Tag == 6 ? table.Lambda(name, info, type, body) : table.Pi(name, info, type, body);
        return (made, LeanHash.TermData(d => LeanHash.Mix(d, LeanHash.Mix((uint)left, (uint)right)), made.LooseBoundVariables, left, right));
    }

    private (Expr Term, ulong Data) Let(in OleanObject term)
    {
        var (name, _) = names.Name(term, 0);
        var ((type, first), (value, second), (body, third)) = (Part(term, 1), Part(term, 2), Part(term, 3));
        term.Flag(8);
        var made = table.Let(name, type, value, body);
        return (made, LeanHash.TermData(
            d => LeanHash.Mix(d, LeanHash.Mix((uint)first, LeanHash.Mix((uint)second, (uint)third))), made.LooseBoundVariables, first, second, third));
    }

    private (Expr Term, ulong Data) Literal(in OleanObject term)
    {
        var literal = heap.Read(term, 0);
        var isNumber = literal.Shaped(literal.Tag, 1, 0, "a literal").Tag == 0;

        // What many literals share may be large: it is looked at once.
        var content = OleanHeap.IsScalar(literal.Field(0)) ? -1 : heap.Resolve(literal.Field(0), literal.Location);
        if (_literals.TryGetValue(content, out var known) && known.Term is NaturalLiteral == isNumber)
        {
            return known;
        }

        (Expr Term, ulong Data) made;
        if (isNumber)
        {
            var number = values.Natural(literal, 0);
            made = (table.Natural(number), LeanHash.TermData(LeanHash.Mix(3, LeanHash.Natural(number))));
        }
        else
        {
            var (text, hash) = values.String(literal.Shaped(1, 1, 0, "a literal"), 0);
            made = (table.String(text), LeanHash.TermData(LeanHash.Mix(3, hash)));
        }

        if (content >= 0)
        {
            _literals[content] = made;
        }

        return made;
    }

    private (Expr Term, ulong Data) Annotated(in OleanObject term)
    {
        var (inner, data) = Part(term, 1);
        return (inner, LeanHash.TermData(d => LeanHash.Mix(d, (uint)data), inner.LooseBoundVariables, data));
    }

    private (Expr Term, ulong Data) Projection(in OleanObject term)
    {
        var (structure, hash) = names.Name(term, 0);
        var field = OleanValues.Small(term, 1);
        var (value, data) = Part(term, 2);
        var made = table.Projection(structure, field, value);
        return (made, LeanHash.TermData(
            d => LeanHash.Mix(d, LeanHash.Mix(hash, LeanHash.Mix((ulong)field, (uint)data))), made.LooseBoundVariables, data));
    }

    private static ulong LevelFlag(ulong levelData) => (levelData & (1UL << 33)) != 0 ? LeanHash.HasLevelParameter : 0;
}
