namespace Prover.Datasets.Splits;

/// <summary>MinHash signatures (Broder 1997): the part of positions in which two agree estimates the Jaccard similarity of their sets.</summary>
internal static class MinHash
{
    /// <summary>Positions of a signature.</summary>
    public const int Size = 64;

    private static readonly ulong[] Multipliers = [.. Enumerable.Range(1, Size).Select(i => StatementShingles.Mix((ulong)i) | 1)];

    /// <summary>The signature of a set, 16 bits a position: two different sets agree in one by chance once in 65,536.</summary>
    public static ushort[] Of(ReadOnlySpan<ulong> set)
    {
        Span<ulong> least = stackalloc ulong[Size];
        least.Fill(ulong.MaxValue);
        foreach (var element in set)
        {
            for (var i = 0; i < Size; i++)
            {
                var hash = element * Multipliers[i];
                hash ^= hash >> 32;
                least[i] = Math.Min(least[i], hash * 0x9E3779B97F4A7C15);
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
