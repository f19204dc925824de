using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Prover.Lean.Olean;

namespace Prover.Lean.Tests.Olean;

/// <summary>Writes compiled files by hand, right or wrong: of either width, with big numbers as GMP has them or not.</summary>
/// <remarks>A value is a pointer, or a number in place; every method that adds an object returns the pointer to it.</remarks>
internal sealed partial class OleanForge : IDisposable
{
    private readonly int _width;
    private readonly bool _gmp;
    private readonly MemoryStream _file = new();
    private readonly Dictionary<ulong, (ulong Data, ulong Name)> _data = [];

    public OleanForge(int width = 8, bool gmp = false, string version = "4.99.0")
    {
        (_width, _gmp) = (width, gmp);
        Base = width == 8 ? 0x7f00_0001_0000UL : 0x4001_0000UL;
        _file.Write("olean"u8);
        _file.Write([2, (byte)(gmp ? 1 : 0)]);
        _file.Write(Padded(version, 33));
        _file.Write(Padded("0123456789abcdef0123456789abcdef01234567", 40));
        WritePointer(Base);
        WritePointer(0);
    }

    public ulong Base { get; }

    public void Dispose() => _file.Dispose();

    /// <summary>The value that stands for nil, zero, none, the anonymous name.</summary>
    public static ulong Nil => Scalar(0);

    /// <summary>Where the next object will be.</summary>
    public ulong Next => Base + (ulong)((_file.Length + _width - 1) / _width * _width);

    public static ulong Scalar(uint value) => ((ulong)value << 1) | 1;

    /// <summary>A constructor.</summary>
    public ulong Add(byte tag, ulong[] fields, params byte[] scalars)
    {
        var size = (8 + (fields.Length * _width) + scalars.Length + 7) & ~7;
        var at = Begin(tag, (byte)fields.Length, (ushort)size);
        Array.ForEach(fields, WritePointer);
        _file.Write(scalars);
        _file.Write(new byte[size - 8 - (fields.Length * _width) - scalars.Length]);
        return at;
    }

    public ulong Array_(params ulong[] items)
    {
        var at = Begin(246, 0, 1);
        WritePointer((ulong)items.Length);
        WritePointer((ulong)items.Length);
        Array.ForEach(items, WritePointer);
        return at;
    }

    public ulong List(params ulong[] items) => items.Reverse().Aggregate(Nil, (tail, item) => Add(1, [item, tail]));

    public ulong Text(string text) => Text(Encoding.UTF8.GetBytes(text), text.EnumerateRunes().Count());

    public ulong Text(byte[] bytes, int characters)
    {
        var at = Begin(249, 0, 1);
        WritePointer((ulong)bytes.Length + 1);
        WritePointer((ulong)bytes.Length + 1);
        WritePointer((ulong)characters);
        _file.Write([.. bytes, 0]);
        return at;
    }

    /// <summary>A big number by its digits in bytes, least first; written as given, canonical or not.</summary>
    public ulong Big(byte[] digits, bool negative = false)
    {
        var unit = _gmp ? 8 : 4;
        var count = (digits.Length + unit - 1) / unit;
        var at = BigWithoutDigits(count, negative);
        _file.Write(digits);
        _file.Write(new byte[(count * unit) - digits.Length]);
        return at;
    }

    /// <summary>A big number whose digits are whatever comes next.</summary>
    public ulong BigWithoutDigits(int count, bool negative = false)
    {
        var at = Begin(250, 0, 1);
        if (_gmp)
        {
            _file.Write(BitConverter.GetBytes(count));
            _file.Write(BitConverter.GetBytes(negative ? -count : count));
        }
        else
        {
            WritePointer(negative ? 1UL : 0);
            WritePointer((ulong)count);
        }

        WritePointer(Base + (ulong)(_file.Length + _width));
        return at;
    }

    public ulong Natural(BigInteger value) =>
        value < BigInteger.One << ((8 * _width) - 1) ? (ulong)((value << 1) | 1) : Big(value.ToByteArray(isUnsigned: true));

    public ulong Name(string dotted) => dotted.Split('.').Aggregate(Nil, Name);

    public ulong Name(ulong prefix, string text)
    {
        var hash = LeanHash.Mix(HashOf(prefix), LeanHash.String(Encoding.UTF8.GetBytes(text)));
        return Hashed(1, [prefix, Text(text)], hash);
    }

    public ulong Const(string name, params ulong[] levels) => Const(Name(name), levels);

    public ulong Const(ulong name, params ulong[] levels)
    {
        var hash = levels.Aggregate(7UL, (h, l) => LeanHash.Mix(h, (uint)LevelData(l)));
        var flags = levels.Aggregate(0UL, (f, l) => f | LevelFlag(l));
        return Hashed(4, [name, List(levels)], LeanHash.TermData(LeanHash.Mix(5, LeanHash.Mix(HashOf(name), hash)), flags: flags));
    }

    public ulong Sort(ulong level) => Hashed(3, [level], LeanHash.TermData(LeanHash.Mix(11, (uint)LevelData(level)), flags: LevelFlag(level)));

    public ulong Successor(ulong level)
    {
        var data = LevelData(level);
        return Hashed(1, [level], LeanHash.LevelData(LeanHash.Mix(2243, (uint)data), HasParameter(data), (uint)(data >> 40) + 1));
    }

    public ulong Bound(uint index) => Hashed(0, [Scalar(index)], LeanHash.TermData(LeanHash.Mix(7, index), (int)index + 1));

    public ulong App(ulong function, ulong argument)
    {
        var (left, right) = (_data[function].Data, _data[argument].Data);
        var range = (int)Math.Max(left >> 44, right >> 44);
        return Hashed(5, [function, argument], LeanHash.TermData(_ => LeanHash.Mix(left, right), range, left, right));
    }

    public ulong Pi(string variable, ulong type, ulong body, byte tag = 7, byte info = 0)
    {
        var (left, right) = (_data[type].Data, _data[body].Data);
        var range = (int)Math.Max((long)(left >> 44), (long)(right >> 44) - 1);
        var data = LeanHash.TermData(d => LeanHash.Mix(d, LeanHash.Mix((uint)left, (uint)right)), range, left, right);
        var name = Name(variable);
        var at = Add(tag, [name, type, body], [.. BitConverter.GetBytes(data), info]);
        _data[at] = (data, 0);
        return at;
    }

    public ulong Number(BigInteger value)
    {
        var literal = Add(0, [Natural(value)]);
        return Hashed(9, [literal], LeanHash.TermData(LeanHash.Mix(3, LeanHash.Natural(value))));
    }

    public ulong Word(string text)
    {
        var literal = Add(1, [Text(text)]);
        return Hashed(9, [literal], LeanHash.TermData(LeanHash.Mix(3, LeanHash.String(Encoding.UTF8.GetBytes(text)))));
    }

    /// <summary>A hashed object with the hash given: right or wrong.</summary>
    public ulong Hashed(byte tag, ulong[] fields, ulong data)
    {
        var at = Add(tag, fields, BitConverter.GetBytes(data));
        _data[at] = (data, 0);
        return at;
    }

    /// <summary>The file of a module that holds one axiom with this type, and no import.</summary>
    public byte[] WithAxiom(ulong type) => WithConstant("x", name => Axiom(name, type));

    /// <summary>The file of a module that holds one constant and no import.</summary>
    public byte[] WithConstant(string name, Func<ulong, ulong> constant)
    {
        var pointer = Name(name);
        return Module([], [pointer], [constant(pointer)]);
    }

    public byte[] Module(ulong[] imports, ulong[] names, ulong[] constants) =>
        File(Add(0, [Array_(imports), Array_(names), Array_(constants), Array_(), Array_()], 0));

    /// <summary>The whole file with this root.</summary>
    public byte[] File(ulong root)
    {
        var bytes = _file.ToArray();
        if (_width == 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(88), root);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(84), (uint)root);
        }

        return bytes;
    }

    private ulong HashOf(ulong name) => name == Nil ? LeanHash.Anonymous : _data[name].Data;

    private static bool HasParameter(ulong levelData) => (levelData & (1UL << 33)) != 0;

    private ulong LevelFlag(ulong level) => HasParameter(LevelData(level)) ? LeanHash.HasLevelParameter : 0;

    private ulong LevelData(ulong level) => level == Nil ? LeanHash.LevelData(2221, false, 0) : _data[level].Data;

    private ulong Begin(byte tag, byte fields, ushort size)
    {
        _file.Write(new byte[(int)(Next - Base - (ulong)_file.Length)]);
        var at = Base + (ulong)_file.Length;
        _file.Write([0, 0, 0, 0, (byte)size, (byte)(size >> 8), fields, tag]);
        return at;
    }

    private void WritePointer(ulong value) => _file.Write(_width == 8 ? BitConverter.GetBytes(value) : BitConverter.GetBytes((uint)value));

    private static byte[] Padded(string text, int length)
    {
        var bytes = new byte[length];
        Encoding.ASCII.GetBytes(text, bytes);
        return bytes;
    }
}
