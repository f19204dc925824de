using Prover.Lean.Terms;

namespace Prover.Lean.Olean;

/// <summary>Reads names and universe levels.</summary>
/// <remarks>Layouts: <c>Name</c> anonymous is in place, <c>str prefix text</c> tag 1, <c>num prefix number</c> tag 2, each with its hash (8 bytes).
/// <c>Level</c> zero is in place, else tags as in <see cref="LevelKind"/>, each with its data (8 bytes).</remarks>
internal sealed class OleanNames(OleanHeap heap, OleanValues values, TermTable table, bool checkHashes)
{
    private const int MetavariableTag = 5;
    private const uint MaxLevelDepth = (1 << 24) - 1;

    // Names are compared and printed again and again: what a file can make of that must stay within bounds. Lean's longest are far shorter.
    private const int MaxNameDepth = 500;
    private const int MaxNameCharacters = 20_000;

    private readonly Dictionary<long, (Name Name, ulong Hash)> _names = [];
    private readonly Dictionary<long, (Level Level, ulong Data)> _levels = [];
    private readonly Stack<long> _path = new();
    private readonly Stack<long> _levelPath = new();

    /// <summary>The name that a field holds, and Lean's hash of it.</summary>
    public (Name Name, ulong Hash) Name(in OleanObject parent, int field) => Name(parent.Field(field), parent.Location);

    /// <summary>The name that a pointer leads to.</summary>
    public (Name Name, ulong Hash) Name(ulong pointer, long from)
    {
        // Down to a known prefix, and up again.
        _path.Clear();
        var name = (Name: Terms.Name.Anonymous, Hash: LeanHash.Anonymous);
        while (pointer != 1)
        {
            from = heap.Resolve(pointer, from);
            if (_names.TryGetValue(from, out var known))
            {
                name = known;
                break;
            }

            _path.Push(from);
            pointer = heap.Read(from).Field(0);
        }

        while (_path.TryPop(out var location))
        {
            name = _names[location] = Extend(name, heap.Read(location));
        }

        return name;
    }

    /// <summary>The level that a pointer leads to, and Lean's data of it.</summary>
    public (Level Level, ulong Data) Level(ulong pointer, long from)
    {
        if (pointer == 1)
        {
            return Zero;
        }

        var root = heap.Resolve(pointer, from);
        if (!_levels.TryGetValue(root, out var read))
        {
            _levelPath.Clear();
            _levelPath.Push(root);
            while (_levelPath.TryPeek(out var location))
            {
                var level = heap.Read(location);
                if (_levels.ContainsKey(location) || !PushParts(level))
                {
                    _levelPath.Pop();
                    read = _levels.TryGetValue(location, out var known) ? known : _levels[location] = Make(level);
                }
            }
        }

        return read;
    }

    /// <summary>The names in a list.</summary>
    public IReadOnlyList<Name> Names(in OleanObject parent, int field)
    {
        var cells = values.Cells(parent, field);
        var names = new Name[cells.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Name(heap.Read(cells[i]), 0).Name;
        }

        return names;
    }

    private (Level Level, ulong Data) Zero => (table.Zero, LeanHash.LevelData(2221, false, 0));

    private (Name, ulong) Extend((Name Name, ulong Hash) prefix, in OleanObject component)
    {
        (Name Name, ulong Hash) name;
        if (component.Tag == 1)
        {
            var (text, hash) = values.String(component.Shaped(1, 2, 8, "a name"), 1);
            name = text.Length + prefix.Name.Characters <= MaxNameCharacters && prefix.Name.Depth < MaxNameDepth
                ? (new Name(prefix.Name, text), LeanHash.Mix(prefix.Hash, hash))
                : throw component.Fail($"a name is longer than {MaxNameDepth} components or {MaxNameCharacters} characters.");
        }
        else
        {
            var number = values.Natural(component.Shaped(2, 2, 8, "a name"), 1);
            name = number <= ulong.MaxValue && prefix.Name.Depth < MaxNameDepth
                ? (new Name(prefix.Name, number), LeanHash.Mix(prefix.Hash, (ulong)number))
                : throw component.Fail($"a name is longer than {MaxNameDepth} components, or holds a huge number.");
        }

        return !checkHashes || component.UInt64(0) == name.Hash ? name : throw component.Fail($"the hash of the name '{name.Name}' is wrong.");
    }

    /// <summary>Pushes what must be read first; false when there is nothing.</summary>
    private bool PushParts(in OleanObject level)
    {
        var parts = (LevelKind)level.Tag switch
        {
            LevelKind.Successor => level.Shaped(level.Tag, 1, 8, "a level").Fields,
            LevelKind.Max or LevelKind.IMax => level.Shaped(level.Tag, 2, 8, "a level").Fields,
            LevelKind.Parameter => level.Shaped(level.Tag, 1, 8, "a level").Fields - 1,
            _ => throw level.Fail((int)level.Tag == MetavariableTag ? "a universe level is not fixed (a metavariable)." : "a universe level was expected."),
        };
        var pushed = false;
        for (var i = 0; i < parts; i++)
        {
            var pointer = level.Field(i);
            if (pointer != 1 && heap.Resolve(pointer, level.Location) is var part && !_levels.ContainsKey(part))
            {
                _levelPath.Push(part);
                pushed = true;
            }
        }

        return pushed;
    }

    private (Level, ulong) Make(in OleanObject level)
    {
        var kind = (LevelKind)level.Tag;
        (Level Level, ulong Data) made;
        if (kind == LevelKind.Parameter)
        {
            var (name, hash) = Name(level, 0);
            made = (table.Parameter(name), LeanHash.LevelData(LeanHash.Mix(2239, hash), true, 0));
        }
        else
        {
            var first = Known(level, 0);
            var second = kind == LevelKind.Successor ? default : Known(level, 1);
            var hash = kind == LevelKind.Successor
                ? LeanHash.Mix(2243, (uint)first.Data)
                : LeanHash.Mix(kind == LevelKind.Max ? 2251UL : 2267UL, LeanHash.Mix((uint)first.Data, (uint)second.Data));
            var depth = Math.Max((uint)(first.Data >> 40), (uint)(second.Data >> 40)) + 1;
            if (depth > MaxLevelDepth)
            {
                throw level.Fail("a universe level is nested too deep.");
            }

            var hasParameter = ((first.Data | second.Data) & (1UL << 33)) != 0;
            made = (table.Level(kind, first.Level, second.Level), LeanHash.LevelData(hash, hasParameter, depth));
        }

        return !checkHashes || level.UInt64(0) == made.Data ? made : throw level.Fail("the hash of a universe level is wrong.");
    }

    private (Level Level, ulong Data) Known(in OleanObject level, int field) =>
        level.Field(field) is var pointer && pointer == 1 ? Zero : _levels[heap.Resolve(pointer, level.Location)];
}
