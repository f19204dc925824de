using System.Numerics;
using System.Text;

namespace Prover.Lean.Olean;

/// <summary>Reads the plain values of a compiled file: numbers, strings, arrays, lists.</summary>
/// <remarks>What many objects may share is read once; what is repeated per object is counted, so that no file costs more than a multiple
/// of its size.</remarks>
internal sealed class OleanValues(OleanHeap heap)
{
    // Far beyond what real files hold: the largest of Lean's library needs under a million.
    private const int MaxListCells = 20_000_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<long, (string Text, ulong Hash)> _strings = [];
    private readonly Dictionary<long, BigInteger> _naturals = [];
    private int _listCells;
    private long _digitBytes;

    /// <summary>A string with Lean's hash of it.</summary>
    public (string Text, ulong Hash) String(in OleanObject parent, int field)
    {
        var location = heap.Resolve(parent.Field(field), parent.Location);
        if (_strings.TryGetValue(location, out var known))
        {
            return known;
        }

        var text = heap.Read(location);
        if (text.Tag != OleanTag.String)
        {
            throw text.Fail("a string was expected.");
        }

        // Bytes with the closing NUL, capacity, characters; then the bytes.
        var (size, characters) = (text.Size(0), text.Size(2));
        var start = 3 * heap.Header.PointerBytes;
        if (size == 0 || size > text.Body.Length - start || text.Body[start + size - 1] != 0)
        {
            throw text.Fail("a string leads out of the file, or is not closed.");
        }

        var bytes = text.Body.Slice(start, size - 1);
        try
        {
            var read = (Utf8.GetString(bytes), LeanHash.String(bytes));
            var count = 0;
            foreach (var b in bytes)
            {
                count += (b & 0xc0) != 0x80 ? 1 : 0;
            }

            return count == characters ? _strings[location] = read : throw text.Fail($"a string of {count} characters says that it has {characters}.");
        }
        catch (DecoderFallbackException e)
        {
            throw text.Fail($"a string is no UTF-8: {e.Message}");
        }
    }

    /// <summary>A natural number of any size.</summary>
    public BigInteger Natural(in OleanObject parent, int field)
    {
        var value = parent.Field(field);
        if (OleanHeap.IsScalar(value))
        {
            return value >> 1;
        }

        var location = heap.Resolve(value, parent.Location);
        return _naturals.TryGetValue(location, out var known) ? known : _naturals[location] = BigNumber(heap.Read(location));
    }

    /// <summary>A natural number that must be small.</summary>
    public static int Small(in OleanObject parent, int field, int max = int.MaxValue)
    {
        var value = parent.Field(field);
        return OleanHeap.IsScalar(value) && value >> 1 <= (ulong)max
            ? (int)(value >> 1)
            : throw parent.Fail($"a number of at most {max} was expected.");
    }

    /// <summary>The items of an array, as pointers.</summary>
    public ulong[] Array(in OleanObject parent, int field, out long location)
    {
        var array = heap.Read(parent, field);
        location = array.Location;
        if (array.Tag != OleanTag.Array)
        {
            throw array.Fail("an array was expected.");
        }

        var (count, width) = (array.Size(0), heap.Header.PointerBytes);
        if (count > (array.Body.Length - (2 * width)) / width)
        {
            throw array.Fail($"an array of {count} items leads out of the file.");
        }

        var items = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = array.Pointer((2 + i) * width);
        }

        return items;
    }

    /// <summary>The items of a list: objects of the cells, whose field 0 is the item.</summary>
    public List<long> Cells(in OleanObject parent, int field)
    {
        var cells = new List<long>();
        var (next, from) = (parent.Field(field), parent.Location);
        while (next != 1)
        {
            if (++_listCells > MaxListCells)
            {
                throw parent.Fail($"the file's lists have more than {MaxListCells} items in all.");
            }

            var location = heap.Resolve(next, from);
            var cell = heap.Read(location).Shaped(1, 2, 0, "a cell of a list");
            cells.Add(location);
            (next, from) = (cell.Field(1), location);
        }

        return cells;
    }

    private BigInteger BigNumber(in OleanObject number)
    {
        if (number.Tag != OleanTag.BigNumber)
        {
            throw number.Fail("a number was expected.");
        }

        // GMP: allocated and signed size (4 each), pointer, limbs of 8 bytes. Else: sign, size, pointer, digits of 4 bytes.
        var width = heap.Header.PointerBytes;
        var isGmp = heap.Header.UsesGmp;
        var (pointerAt, unit) = isGmp ? (8, 8) : (2 * width, 4);
        if (number.Body.Length < pointerAt + width)
        {
            throw number.Fail("a big number leads out of the file.");
        }

        var size = isGmp ? System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(number.Body[4..]) : number.Size(1);
        var start = pointerAt + width;
        if ((!isGmp && number.Pointer(0) != 0) || size <= 0 || size > (number.Body.Length - start) / unit)
        {
            throw number.Fail("a big number is negative, empty, or leads out of the file.");
        }

        if (number.Pointer(pointerAt) - heap.Header.BaseAddress != (ulong)(number.Offset + 8 + start))
        {
            throw number.Fail("the digits of a big number do not follow it.");
        }

        // Numbers that lie one in the other would cost more than the file's size.
        _digitBytes += size * unit;
        if (_digitBytes > heap.Bytes)
        {
            throw number.Fail("big numbers overlap.");
        }

        var digits = number.Body.Slice(start, size * unit);
        var value = new BigInteger(digits, isUnsigned: true);
        var isCanonical = digits[^unit..].IndexOfAnyExcept((byte)0) >= 0 && value >> ((8 * width) - 1) > 0;
        return isCanonical ? value : throw number.Fail("a big number is written larger than it is.");
    }
}
