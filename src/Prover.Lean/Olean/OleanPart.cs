using System.Buffers.Binary;

namespace Prover.Lean.Olean;

/// <summary>One file of a module: header, root pointer, objects.</summary>
internal sealed class OleanPart : IDisposable
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly IDisposable? _owner;
    private readonly string _name;

    public OleanPart(ReadOnlyMemory<byte> bytes, string name, IDisposable? owner = null)
    {
        (_bytes, _name, _owner) = (bytes, name, owner);
        Header = OleanHeader.Read(bytes.Span, name);
        Width = Header.PointerBytes;
        Root = Width == 8
            ? BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[Header.Bytes..])
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[Header.Bytes..]);
    }

    public OleanHeader Header { get; }

    /// <summary>Bytes of a pointer.</summary>
    public int Width { get; }

    /// <summary>The root pointer as it stands.</summary>
    public ulong Root { get; }

    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    /// <summary>First byte of the first object.</summary>
    public int FirstObject => Header.Bytes + Width;

    public bool Contains(ulong address) => address >= Header.BaseAddress && address - Header.BaseAddress < (ulong)_bytes.Length;

    public OleanFormatException Fail(long offset, string problem) => new(_name, offset, problem);

    public void Dispose() => _owner?.Dispose();
}
