using System.Numerics;
using System.Runtime.InteropServices;
using Prover.Core.Memory.Features;

namespace Prover.Core.Memory.Neighbours;

/// <summary>Signatures of sets: two agree at a place with a probability equal to the sets' Jaccard similarity (Broder, "On the resemblance and
/// containment of documents", 1997). Here as keys for the trees of an LSH forest (Bawa, Condie, Ganesan, "LSH Forest", 2005).</summary>
internal static class MinHash
{
    /// <summary>Trees of the forest.</summary>
    public const int Trees = 24;

    /// <summary>The least and the greatest number of places that a tree's key joins.</summary>
    public const int LeastDepth = 2;
    public const int MostDepth = 4;

    /// <summary>Keys of a set: a key a tree for each depth.</summary>
    public const int Keys = Trees * (MostDepth - LeastDepth + 1);

    private const int Places = Trees * MostDepth;

    private static readonly uint[] Factors = Draw(1);
    private static readonly uint[] Terms = Draw(2);

    /// <summary>The keys of a set of features; see <see cref="KeyOf"/> for their order.</summary>
    public static void Fill(ReadOnlySpan<int> features, Span<uint> keys)
    {
        Span<uint> least = stackalloc uint[Places];
        least.Fill(uint.MaxValue);
        var lanes = MemoryMarshal.Cast<uint, Vector<uint>>(least);
        var factors = MemoryMarshal.Cast<uint, Vector<uint>>(Factors.AsSpan());
        var terms = MemoryMarshal.Cast<uint, Vector<uint>>(Terms.AsSpan());
        foreach (var feature in features)
        {
            var spread = new Vector<uint>((uint)Fingerprint.Mix((ulong)feature + 1));
            for (var i = 0; i < lanes.Length; i++)
            {
                lanes[i] = Vector.Min(lanes[i], (spread * factors[i]) + terms[i]);
            }
        }

        for (var tree = 0; tree < Trees; tree++)
        {
            var key = (ulong)tree;
            for (var depth = 1; depth <= MostDepth; depth++)
            {
                key = Fingerprint.Join(key, least[(tree * MostDepth) + depth - 1]);
                if (depth >= LeastDepth)
                {
                    keys[KeyOf(tree, depth)] = (uint)(key >> 32);
                }
            }
        }
    }

    /// <summary>Where the key of a tree for a depth stands.</summary>
    public static int KeyOf(int tree, int depth) => ((MostDepth - depth) * Trees) + tree;

    private static uint[] Draw(ulong seed) =>
        [.. Enumerable.Range(0, Places).Select(i => (uint)(Fingerprint.Join(seed, (ulong)i) >> 32) | 1)];
}
