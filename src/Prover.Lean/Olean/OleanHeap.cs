namespace Prover.Lean.Olean;

/// <summary>The objects of a module: of one file, or of several that point into each other.</summary>
/// <remarks>A pointer is a base address plus an offset. Lean writes an object after all that it points to, and this is demanded: then nothing
/// can lead round in a circle, whoever wrote the file.</remarks>
internal sealed class OleanHeap : IDisposable
{
    private const int PartShift = 32;

    private readonly OleanPart[] _parts;

    /// <param name="parts">In the order in which Lean loads them; a later one may point into an earlier one.</param>
    public OleanHeap(params OleanPart[] parts)
    {
        _parts = parts;
        if (parts.FirstOrDefault(p => p.Header.PointerBytes != parts[0].Header.PointerBytes || p.Header.UsesGmp != parts[0].Header.UsesGmp) is { } other)
        {
            throw other.Fail(0, "the parts of a module were written by different Leans.");
        }
    }

    public OleanHeader Header => _parts[^1].Header;

    /// <summary>Length of all parts.</summary>
    public long Bytes => _parts.Sum(p => (long)p.Bytes.Length);

    /// <summary>The root object of the last part, which is the most complete one.</summary>
    public OleanObject Root()
    {
        var last = _parts.Length - 1;
        return Read(Resolve(_parts[last].Root, ((long)last << PartShift) | uint.MaxValue));
    }

    /// <summary>True of a value in place instead of a pointer.</summary>
    public static bool IsScalar(ulong value) => (value & 1) == 1;

    /// <summary>Where a pointer of the object at <paramref name="before"/> leads.</summary>
    public long Resolve(ulong pointer, long before)
    {
        for (var i = (int)(before >> PartShift); i >= 0; i--)
        {
            var part = _parts[i];
            if (part.Contains(pointer))
            {
                var offset = pointer - part.Header.BaseAddress;
                var location = ((long)i << PartShift) | (long)offset;
                if (location >= before || offset < (ulong)part.FirstObject)
                {
                    throw FailAt(before, "a pointer leads forward, to the object itself, or into the header.");
                }

                return location;
            }
        }

        throw FailAt(before, "a pointer leads out of the file.");
    }

    /// <summary>The object at a location.</summary>
    public OleanObject Read(long location) => new(_parts[location >> PartShift], (int)(location & uint.MaxValue), location);

    /// <summary>The object that a field of another points to.</summary>
    public OleanObject Read(in OleanObject parent, int field) => Read(Resolve(parent.Field(field), parent.Location));

    public OleanFormatException FailAt(long location, string problem) => _parts[location >> PartShift].Fail(location & uint.MaxValue, problem);

    public void Dispose()
    {
        foreach (var part in _parts)
        {
            part.Dispose();
        }
    }
}
