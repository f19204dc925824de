using System.Buffers.Binary;
using System.Numerics;

namespace Prover.Lean.Olean;

/// <summary>Lean's hash codes, which it keeps with names, levels and terms: a file in which they do not fit was damaged or forged.</summary>
/// <remarks>Sources: <c>src/runtime/hash.h</c>, <c>hash.cpp</c> (MurmurHash64A by A. Appleby), <c>src/Lean/Level.lean</c>,
/// <c>src/Lean/Expr.lean</c> (the computed fields <c>data</c>). Later Leans hash differently, so whether these are in force is
/// read off the trusted library; see <see cref="OleanOptions.CheckHashes"/>.</remarks>
internal static class LeanHash
{
    public const ulong Anonymous = 1723;

    private const ulong Multiplier = 0xc6a4a7935bd1e995;
    private const int Shift = 47;
    private const ulong StringSeed = 11;
    private const int MaxDepth = 255;
    private const int RangeShift = 44;
    private const ulong Flags = 15UL << 40;

    /// <summary>The flag "holds a universe parameter".</summary>
    public const ulong HasLevelParameter = 1UL << 43;

    public static ulong Mix(ulong hash, ulong key)
    {
        unchecked
        {
            key *= Multiplier;
            key ^= key >> Shift;
            key ^= Multiplier;
            return (hash ^ key) * Multiplier;
        }
    }

    public static ulong String(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var hash = StringSeed ^ ((ulong)bytes.Length * Multiplier);
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes) * Multiplier;
                word ^= word >> Shift;
                hash = (hash ^ (word * Multiplier)) * Multiplier;
            }

            if (bytes.Length > 0)
            {
                for (var i = bytes.Length - 1; i >= 0; i--)
                {
                    hash ^= (ulong)bytes[i] << (8 * i);
                }

                hash *= Multiplier;
            }

            hash ^= hash >> Shift;
            hash *= Multiplier;
            return hash ^ (hash >> Shift);
        }
    }

    public static ulong Natural(BigInteger value) => (ulong)(value & ulong.MaxValue);

    /// <summary>Data of a level: hash (32 bits), has a metavariable (bit 32), has a parameter (bit 33), depth from bit 40.</summary>
    public static ulong LevelData(ulong hash, bool hasParameter, uint depth) =>
        (uint)hash | (hasParameter ? 1UL << 33 : 0) | ((ulong)depth << 40);

    /// <summary>Data of a term: hash (32 bits), depth up to 255 (8), four flags from bit 40, range of loose bound variables from bit 44.</summary>
    public static ulong TermData(ulong hash, int looseRange = 0, uint depth = 0, ulong flags = 0) =>
        (uint)hash | ((ulong)Math.Min(depth, MaxDepth) << 32) | (flags & Flags) | ((ulong)looseRange << RangeShift);

    /// <summary>Data of a term made of others, by what <paramref name="hash"/> says of its depth.</summary>
    public static ulong TermData(Func<uint, ulong> hash, int looseRange, params ReadOnlySpan<ulong> parts)
    {
        uint depth = 0;
        ulong flags = 0;
        foreach (var part in parts)
        {
            depth = Math.Max(depth, (uint)(part >> 32) & MaxDepth);
            flags |= part;
        }

        depth++;
        return TermData(hash(depth), looseRange, depth, flags);
    }
}
