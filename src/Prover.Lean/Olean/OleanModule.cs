using Prover.Lean.Terms;

namespace Prover.Lean.Olean;

/// <summary>An <c>import</c> of a compiled module.</summary>
/// <param name="Module">Name of the module.</param>
/// <param name="All">Private parts too (<c>import all</c>).</param>
/// <param name="IsExported">Handed on to importers (<c>public import</c>).</param>
/// <param name="IsMeta">For programs that run at compile time (<c>meta import</c>).</param>
public sealed record OleanImport(Name Module, bool All, bool IsExported, bool IsMeta);

/// <summary>How a compiled module is read.</summary>
public sealed record OleanOptions
{
    /// <summary>Whether the hash codes that Lean keeps with names, levels and terms must be those of Lean 4.28 and before.</summary>
    public bool CheckHashes { get; init; } = true;
}

/// <summary>A compiled Lean module (<c>.olean</c>, or its parts <c>.olean</c>, <c>.olean.server</c>, <c>.olean.private</c>), read as data that may be hostile.</summary>
/// <remarks>Not thread-safe. Only what is asked for is decoded, and each object once. Every file that is not what Lean writes gives an
/// <see cref="OleanFormatException"/> with the offset; none can exhaust the stack, run in circles, or cost more than a multiple of its size.
/// Source: <c>src/library/module.cpp</c>, and <c>src/Lean/Environment.lean</c>, <c>ModuleData</c> (<c>imports, constNames, constants, extraConstNames,
/// entries | isModule</c>).</remarks>
public sealed class OleanModule : IDisposable
{
    private readonly OleanHeap _heap;
    private readonly OleanNames _names;
    private readonly OleanConstants _constants;
    private readonly ulong[] _pointers;
    private readonly long _pointersFrom;

    private OleanModule(OleanHeap heap, TermTable table, OleanOptions options)
    {
        _heap = heap;
        var values = new OleanValues(heap);
        _names = new OleanNames(heap, values, table, options.CheckHashes);
        _constants = new OleanConstants(heap, values, _names, new OleanTerms(heap, values, _names, table, options.CheckHashes));
        var root = heap.Root().Shaped(0, 5, 1, "the module's data");
        IsModule = root.Flag(0);
        Imports = ReadImports(root, values);
        ConstantNames = ReadNames(root, 1, values);
        ExtraConstantNames = ReadNames(root, 3, values);
        _pointers = values.Array(root, 2, out _pointersFrom);
        if (_pointers.Length != ConstantNames.Count)
        {
            throw root.Fail($"the module has {_pointers.Length} constants and {ConstantNames.Count} names of constants.");
        }
    }

    /// <summary>The header of the last part.</summary>
    public OleanHeader Header => _heap.Header;

    /// <summary>Whether it was written under the module system.</summary>
    public bool IsModule { get; }

    /// <summary>What it imports, in order.</summary>
    public IReadOnlyList<OleanImport> Imports { get; }

    /// <summary>Names of its constants, as listed.</summary>
    public IReadOnlyList<Name> ConstantNames { get; }

    /// <summary>Names that the code generator made up; no constants of the logic.</summary>
    public IReadOnlyList<Name> ExtraConstantNames { get; }

    /// <summary>Maps the files of a module into memory.</summary>
    /// <param name="paths">The parts, in the order <c>.olean</c>, <c>.olean.server</c>, <c>.olean.private</c>; the last one given counts.</param>
    /// <param name="table">Where terms are made.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <exception cref="OleanFormatException">A file is not what Lean writes.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static OleanModule Open(IReadOnlyList<string> paths, TermTable table, OleanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfZero(paths.Count, nameof(paths));
        var parts = new List<OleanPart>();
        try
        {
            foreach (var path in paths)
            {
                var bytes = new MappedBytes(path);
                parts.Add(new OleanPart(bytes.Memory, path, bytes));
            }

            return new OleanModule(new OleanHeap([.. parts]), table, options ?? new OleanOptions());
        }
        catch
        {
            parts.ForEach(p => p.Dispose());
            throw;
        }
    }

    /// <summary>Reads a module of one part that is in memory.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="table">Where terms are made.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <exception cref="OleanFormatException">It is not what Lean writes.</exception>
    public static OleanModule Read(ReadOnlyMemory<byte> bytes, string name, TermTable table, OleanOptions? options = null) =>
        new(new OleanHeap(new OleanPart(bytes, name)), table, options ?? new OleanOptions());

    /// <summary>Lean's word for the kind of a constant, without decoding it.</summary>
    /// <exception cref="OleanFormatException">The file is not what Lean writes.</exception>
    public string KindOf(int index) => _constants.Kind(_pointers[index], _pointersFrom);

    /// <summary>Decodes a constant.</summary>
    /// <param name="index">Place in <see cref="ConstantNames"/>.</param>
    /// <exception cref="OleanFormatException">The file is not what Lean writes, or lists the constant under another name.</exception>
    public ConstantInfo Constant(int index)
    {
        var constant = _constants.Read(_pointers[index], _pointersFrom);
        return constant.Name.Equals(ConstantNames[index])
            ? constant
            : throw _heap.FailAt(_heap.Resolve(_pointers[index], _pointersFrom), $"the constant '{constant.Name}' is listed as '{ConstantNames[index]}'.");
    }

    /// <inheritdoc />
    public void Dispose() => _heap.Dispose();

    private List<OleanImport> ReadImports(in OleanObject root, OleanValues values)
    {
        var imports = new List<OleanImport>();
        foreach (var pointer in values.Array(root, 0, out var from))
        {
            var import = _heap.Read(_heap.Resolve(pointer, from)).Shaped(0, 1, 3, "an import");
            imports.Add(new OleanImport(_names.Name(import, 0).Name, import.Flag(0), import.Flag(1), import.Flag(2)));
        }

        return imports;
    }

    private Name[] ReadNames(in OleanObject root, int field, OleanValues values)
    {
        var pointers = values.Array(root, field, out var from);
        return Array.ConvertAll(pointers, pointer => _names.Name(pointer, from).Name);
    }
}
