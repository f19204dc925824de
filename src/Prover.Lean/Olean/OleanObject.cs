using System.Buffers.Binary;

namespace Prover.Lean.Olean;

/// <summary>Tags of objects that are no constructors. Source: <c>src/include/lean/lean.h</c>.</summary>
internal static class OleanTag
{
    public const byte LastConstructor = 243;
    public const byte Array = 246;
    public const byte ScalarArray = 248;
    public const byte String = 249;
    public const byte BigNumber = 250;
    public const byte Thunk = 251;
    public const byte Task = 252;
}

/// <summary>One object of a compiled file: its header read, its bytes in bounds.</summary>
/// <remarks>Header of 8 bytes: reference count 0 (4), size (2), number of pointer fields or unused (1), tag (1).</remarks>
internal readonly ref struct OleanObject
{
    private const int HeaderBytes = 8;

    private readonly ReadOnlySpan<byte> _body;
    private readonly OleanPart _part;

    public OleanObject(OleanPart part, int offset, long location)
    {
        var file = part.Bytes;
        if (offset % part.Width != 0 || offset > file.Length - HeaderBytes)
        {
            throw part.Fail(offset, "an object is not aligned, or leads out of the file.");
        }

        (_part, Offset, Location) = (part, offset, location);
        Tag = file[offset + 7];
        if (BinaryPrimitives.ReadInt32LittleEndian(file[offset..]) != 0)
        {
            throw part.Fail(offset, "an object has a reference count.");
        }

        if (Tag <= OleanTag.LastConstructor)
        {
            Fields = file[offset + 6];
            int size = BinaryPrimitives.ReadUInt16LittleEndian(file[(offset + 4)..]);
            if (size < HeaderBytes + (Fields * part.Width) || size > file.Length - offset)
            {
                throw part.Fail(offset, $"a constructor with {Fields} fields has {size} bytes.");
            }

            _body = file.Slice(offset + HeaderBytes, size - HeaderBytes);
        }
        else
        {
            _body = file[(offset + HeaderBytes)..];
        }
    }

    public byte Tag { get; }

    /// <summary>Number of pointer fields of a constructor.</summary>
    public int Fields { get; }

    public int Offset { get; }

    /// <summary>Unique among the parts of a module, and higher than that of all that it may point to.</summary>
    public long Location { get; }

    /// <summary>The bytes after the header: a constructor's to its end, others' to the end of the file.</summary>
    public ReadOnlySpan<byte> Body => _body;

    /// <summary>Says that the object must be a constructor of exactly this shape.</summary>
    public OleanObject Shaped(int tag, int fields, int scalarBytes, string what)
    {
        if (Tag != tag || Fields != fields || _body.Length != (Padded((fields * _part.Width) + scalarBytes)))
        {
            throw Fail($"{what} was expected, found an object with tag {Tag}, {Fields} fields and {_body.Length + HeaderBytes} bytes.");
        }

        return this;
    }

    /// <summary>A pointer field as it stands.</summary>
    public ulong Field(int index) => Pointer(index * _part.Width);

    /// <summary>A pointer at an offset of the body.</summary>
    public ulong Pointer(int at)
    {
        if (at > _body.Length - _part.Width)
        {
            throw Fail("a pointer lies outside of its object.");
        }

        return _part.Width == 8
            ? BinaryPrimitives.ReadUInt64LittleEndian(_body[at..])
            : BinaryPrimitives.ReadUInt32LittleEndian(_body[at..]);
    }

    /// <summary>A byte among the scalars, which follow the pointers.</summary>
    public byte Byte(int at) => _body[(Fields * _part.Width) + at];

    /// <summary>A truth value among the scalars.</summary>
    public bool Flag(int at) => Byte(at) switch
    {
        0 => false,
        1 => true,
        var other => throw Fail($"a truth value is {other}."),
    };

    public uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_body[((Fields * _part.Width) + at)..]);

    public ulong UInt64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_body[((Fields * _part.Width) + at)..]);

    /// <summary>A size of an array or a string: 4 or 8 bytes.</summary>
    public int Size(int word)
    {
        var size = Pointer(word * _part.Width);
        return size <= (ulong)_body.Length ? (int)size : throw Fail($"a size of {size} leads out of the file.");
    }

    // Constructors are padded to 8 bytes on both widths; other objects to the width of a pointer.
    private static int Padded(int bytes) => (bytes + 7) & ~7;

    public OleanFormatException Fail(string problem) => _part.Fail(Offset, problem);
}
