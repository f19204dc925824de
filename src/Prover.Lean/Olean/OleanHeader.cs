using System.Buffers.Binary;
using System.Text;

namespace Prover.Lean.Olean;

/// <summary>The first bytes of a compiled file.</summary>
/// <remarks>Source: <c>src/library/module.cpp</c>, <c>olean_header</c>, version 2: the word <c>olean</c>, version and flags (a byte each),
/// Lean's version (33 bytes), its commit (40 bytes), the address at which the file wants to lie (4 or 8 bytes).</remarks>
/// <param name="UsesGmp">Whether big numbers are laid out as GMP does.</param>
/// <param name="LeanVersion">Version of the Lean that wrote it.</param>
/// <param name="Commit">Its commit.</param>
/// <param name="PointerBytes">4 or 8.</param>
/// <param name="BaseAddress">What all pointers count from.</param>
public sealed record OleanHeader(bool UsesGmp, string LeanVersion, string Commit, int PointerBytes, ulong BaseAddress)
{
    private const int FixedBytes = 80;

    /// <summary>Bytes before the root pointer.</summary>
    public int Bytes => FixedBytes + PointerBytes;

    /// <summary>Reads a header; whether pointers have 4 or 8 bytes shows in where the root pointer leads.</summary>
    internal static OleanHeader Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < FixedBytes + 16 || !file[..5].SequenceEqual("olean"u8))
        {
            throw new OleanFormatException(name, 0, "this is no compiled Lean file.");
        }

        if (file[5] != 2 || file[6] > 1)
        {
            throw new OleanFormatException(name, 5, $"format version {file[5]} with flags {file[6]} is not known; version 2 is.");
        }

        var version = Text(file[7..40], name, 7);
        var commit = Text(file[40..80], name, 40);
        var (narrow, wide) = (BinaryPrimitives.ReadUInt32LittleEndian(file[80..]), BinaryPrimitives.ReadUInt64LittleEndian(file[80..]));
        var width = Fits(file, wide, 8) ? 8 : 4;
        var address = width == 8 ? wide : narrow;
        if ((width == 4 && !Fits(file, narrow, 4)) || address % (ulong)width != 0)
        {
            throw new OleanFormatException(name, FixedBytes, "the root pointer leads out of the file.");
        }

        return new OleanHeader(file[6] == 1, version, commit, width, address);
    }

    private static bool Fits(ReadOnlySpan<byte> file, ulong address, int width)
    {
        var at = file[(FixedBytes + width)..];
        var root = width == 8 ? BinaryPrimitives.ReadUInt64LittleEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
        return root >= address + (ulong)(FixedBytes + (2 * width)) && root - address < (ulong)file.Length;
    }

    private static string Text(ReadOnlySpan<byte> bytes, string name, int offset)
    {
        var end = bytes.IndexOf((byte)0);
        var text = end < 0 ? bytes : bytes[..end];
        return text.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? throw new OleanFormatException(name, offset, "the version is no text.")
            : Encoding.ASCII.GetString(text);
    }
}
