using System.Numerics;

namespace Prover.Datasets.Splits;

/// <summary>MinHash signatures (Broder 1997): the part of positions in which two agree estimates the Jaccard similarity of their sets.</summary>
internal static class MinHash
{
    /// <summary>Positions of a signature.</summary>
    public const int Size = 64;

    private static readonly uint[] Multipliers = [.. Enumerable.Range(1, Size).Select(i => (uint)StatementShingles.Mix((ulong)i) | 1)];

    /// <summary>The signature of a set, 16 bits a position: two different sets agree in one by chance once in 65,536.</summary>
    public static ushort[] Of(ReadOnlySpan<ulong> set)
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

        var signature = new ushort[Size];
        for (var i = 0; i < Size; i++)
        {
            signature[i] = (ushort)(StatementShingles.Mix(least[i]) >> 48);
        }

        return signature;
    }

    /// <summary>The estimated similarity, from 0 to 1.</summary>
    public static double Similarity(ushort[] left, ushort[] right)
    {
        var equal = 0;
        for (var i = 0; i < Size; i++)
        {
            equal += left[i] == right[i] ? 1 : 0;
        }

        return (double)equal / Size;
    }
}
