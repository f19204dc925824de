using System.Numerics;
using System.Runtime.CompilerServices;

namespace Prover.Datasets.Splits;

/// <summary>MinHash signatures (Broder 1997): the part of positions in which two agree estimates the Jaccard similarity of their sets.</summary>
internal static class MinHash
{
    /// <summary>Positions of a signature.</summary>
    public const int Size = 64;

    private static readonly uint[] Multipliers = [.. Enumerable.Range(1, Size).Select(i => (uint)StatementShingles.Mix((ulong)i) | 1)];

    /// <summary>The signature of a set, 16 bits a position: two different sets agree in one by chance once in 65,536. An element may be given more than once.</summary>
    public static Signature Of(ReadOnlySpan<ulong> set)
    {
        Span<uint> least = stackalloc uint[Size];
        least.Fill(uint.MaxValue);
        foreach (var element in set)
        {
            var hashed = new Vector<uint>((uint)(element >> 32));
            for (var i = 0; i < Size; i += Vector<uint>.Count)
            {
                var hash = hashed * new Vector<uint>(Multipliers, i);
                hash = (hash ^ Vector.ShiftRightLogical(hash, 15)) * new Vector<uint>(0x2C1B3C6D);
                Vector.Min(hash ^ Vector.ShiftRightLogical(hash, 13), new Vector<uint>(least[i..])).CopyTo(least[i..]);
            }
        }

        var signature = new Signature();
        for (var i = 0; i < Size; i++)
        {
            signature[i] = (ushort)(StatementShingles.Mix(least[i]) >> 48);
        }

        return signature;
    }

    /// <summary>The estimated similarity, from 0 to 1.</summary>
    public static double Similarity(ReadOnlySpan<ushort> left, ReadOnlySpan<ushort> right)
    {
        var equal = Vector<ushort>.Zero;
        for (var i = 0; i < Size; i += Vector<ushort>.Count)
        {
            // A comparison gives all bits, which is -1, where two are equal.
            equal -= Vector.Equals(new Vector<ushort>(left[i..]), new Vector<ushort>(right[i..]));
        }

        return (double)Vector.Sum(equal) / Size;
    }

    /// <summary>A signature, in place: thousands of them in a list are one object to the garbage collector.</summary>
    [InlineArray(Size)]
    internal struct Signature
    {
        private ushort _first;
    }
}
