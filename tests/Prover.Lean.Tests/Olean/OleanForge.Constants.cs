using System.Numerics;
using Prover.Lean.Olean;

namespace Prover.Lean.Tests.Olean;

/// <summary>More of names, levels and terms, and constants of all kinds.</summary>
internal sealed partial class OleanForge
{
    /// <summary>A name that ends in a number.</summary>
    public ulong Name(ulong prefix, BigInteger number) =>
        Hashed(2, [prefix, Natural(number)], LeanHash.Mix(HashOf(prefix), number <= ulong.MaxValue ? (ulong)number : 17));

    /// <summary>The mangled name of a private constant.</summary>
    public ulong PrivateName(string module, string dotted) =>
        dotted.Split('.').Aggregate(Name(Name($"_private.{module}"), BigInteger.Zero), Name);

    public ulong Parameter(string name)
    {
        var pointer = Name(name);
        return Hashed(4, [pointer], LeanHash.LevelData(LeanHash.Mix(2239, HashOf(pointer)), true, 0));
    }

    public ulong Max(ulong first, ulong second, bool isIMax = false)
    {
        var (left, right) = (LevelData(first), LevelData(second));
        var hash = LeanHash.Mix(isIMax ? 2267UL : 2251UL, LeanHash.Mix((uint)left, (uint)right));
        var depth = Math.Max((uint)(left >> 40), (uint)(right >> 40)) + 1;
        return Hashed((byte)(isIMax ? 3 : 2), [first, second], LeanHash.LevelData(hash, HasParameter(left | right), depth));
    }

    public ulong Lambda(string variable, ulong type, ulong body) => Pi(variable, type, body, tag: 6);

    public ulong Projection(string structure, uint field, ulong value)
    {
        var name = Name(structure);
        var data = _data[value].Data;
        return Hashed(11, [name, Scalar(field), value], LeanHash.TermData(
            d => LeanHash.Mix(d, LeanHash.Mix(HashOf(name), LeanHash.Mix(field, (uint)data))), (int)(data >> 44), data));
    }

    public ulong Let(string variable, ulong type, ulong value, ulong body)
    {
        var (first, second, third) = (_data[type].Data, _data[value].Data, _data[body].Data);
        var range = (int)Math.Max(Math.Max((long)(first >> 44), (long)(second >> 44)), (long)(third >> 44) - 1);
        var data = LeanHash.TermData(
            d => LeanHash.Mix(d, LeanHash.Mix((uint)first, LeanHash.Mix((uint)second, (uint)third))), range, first, second, third);
        var at = Add(8, [Name(variable), type, value, body], [.. BitConverter.GetBytes(data), 0]);
        _data[at] = (data, 0);
        return at;
    }

    /// <summary>What a function gives for arguments.</summary>
    public ulong Apply(ulong function, params ulong[] arguments) => arguments.Aggregate(function, App);

    public ulong Import(string module) => Add(0, [Name(module)], 0, 0, 0);

    public ulong Axiom(ulong name, ulong type, string levels = "", bool isUnsafe = false) => Add(0, [Add(0, [Head(name, levels, type)], Flag(isUnsafe))]);

    /// <summary>A definition of height 1; its safety as Lean numbers it.</summary>
    public ulong Definition(ulong name, ulong type, ulong value, string levels = "", byte safety = 1) =>
        Add(1, [Add(0, [Head(name, levels, type), value, Add(2, [], BitConverter.GetBytes(1u)), List(name)], safety)]);

    public ulong Theorem(ulong name, ulong type, ulong value, string levels = "") => Add(2, [Add(0, [Head(name, levels, type), value, List(name)])]);

    public ulong Opaque(ulong name, ulong type, ulong value, bool isUnsafe = false) =>
        Add(3, [Add(0, [Head(name, string.Empty, type), value, List(name)], Flag(isUnsafe))]);

    public ulong Quotient(ulong name, ulong type) => Add(4, [Add(0, [Head(name, string.Empty, type)], 0)]);

    public ulong Inductive(
        ulong name, ulong type, ulong[] constructors, uint parameters = 0, uint indices = 0, string levels = "", bool isUnsafe = false, bool isRecursive = false) =>
        Add(5, [Add(0, [Head(name, levels, type), Scalar(parameters), Scalar(indices), List(name), List(constructors), Nil], Flag(isRecursive), Flag(isUnsafe), 0)]);

    public ulong Constructor(ulong name, ulong type, ulong inductive, uint position, uint parameters = 0, uint fields = 0, string levels = "") =>
        Add(6, [Add(0, [Head(name, levels, type), inductive, Scalar(position), Scalar(parameters), Scalar(fields)], 0)]);

    /// <summary>A recursor with one motive; rules by constructor, number of fields, right-hand side.</summary>
    public ulong Recursor(ulong name, ulong type, ulong inductive, string levels = "", params (ulong Constructor, uint Fields, ulong Right)[] rules) =>
        Add(7, [Add(0, [
            Head(name, levels, type), List(inductive), Nil, Nil, Scalar(1), Scalar((uint)rules.Length),
            List([.. rules.Select(r => Add(0, [r.Constructor, Scalar(r.Fields), r.Right]))]),
        ], 0, 0)]);

    private ulong Head(ulong name, string levels, ulong type) =>
        Add(0, [name, List([.. levels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => Name(l))]), type]);

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;
}
