using System.Runtime.InteropServices;

namespace Prover.Datasets.Splits;

/// <summary>Groups problems whose statements are nearly the same: MinHash with locality-sensitive hashing (Indyk and Motwani 1998) finds pairs, union-find
/// joins them. What is the same as something is in one group with it for certain; what is only alike, with a probability that grows with the likeness
/// (0.99 at the threshold, 0.9998 at a similarity of 0.8).</summary>
/// <remarks>Not thread-safe. Some 700 bytes a problem, whatever its statement's length.</remarks>
internal sealed class NearDuplicates
{
    /// <summary>The similarity from which on two statements are near-duplicates.</summary>
    public const double Threshold = 0.7;

    private const int Bands = 16;
    private const int Rows = MinHash.Size / Bands;

    // Of a bucket that everything falls into only so many are compared; the others are joined through these or through other bands.
    private const int MostCompared = 16;

    private readonly Dictionary<string, int> _problems = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly Dictionary<ulong, int> _exact = [];
    private readonly Crowds _crowds = new(MostCompared);
    private readonly Dictionary<ulong, int> _buckets = [];
    private readonly List<MinHash.Signature> _signatures = [];
    private readonly List<int> _parents = [];

    /// <summary>How many problems there are.</summary>
    public int Count => _parents.Count;

    /// <summary>Adds a problem; the same id again is the same problem.</summary>
    /// <returns>Its number, from 0.</returns>
    public int Add(string problemId, string statement)
    {
        if (_problems.TryGetValue(problemId, out var known))
        {
            return known;
        }

        var number = _parents.Count;
        var signature = MinHash.Of(StatementShingles.Of(statement));
        _problems[problemId] = number;
        _ids.Add(problemId);
        _parents.Add(number);
        ref var twin = ref CollectionsMarshal.GetValueRefOrAddDefault(_exact, Hash(signature, 0, MinHash.Size), out var hasTwin);
        if (hasTwin)
        {
            // Compared through its twin; it needs no places of its own.
            _signatures.Add(_signatures[twin]);
            Join(twin, number);
            return number;
        }

        twin = number;

        _signatures.Add(signature);
        for (var band = 0; band < Bands; band++)
        {
            Place(number, Hash(signature, band * Rows, Rows) + (ulong)band);
        }

        return number;
    }

    /// <summary>The groups: numbers of problems, by the first of each.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups() =>
        [.. Enumerable.Range(0, Count).GroupBy(Root).Select(g => (IReadOnlyList<int>)[.. g])];

    /// <summary>Ids by number.</summary>
    public IReadOnlyList<string> Ids() => _ids;

    private void Place(int number, ulong bucket)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, bucket, out var isTaken);
        if (!isTaken)
        {
            first = number;
            return;
        }

        if (TryJoin(first, number))
        {
            return;
        }

        foreach (var other in _crowds.Of(bucket))
        {
            if (TryJoin(other, number))
            {
                return;
            }
        }

        _crowds.Add(bucket, number);
    }

    private bool TryJoin(int one, int other)
    {
        if (Root(one) == Root(other))
        {
            return true;
        }

        var signatures = CollectionsMarshal.AsSpan(_signatures);
        if (MinHash.Similarity(signatures[one], signatures[other]) < Threshold)
        {
            return false;
        }

        Join(one, other);
        return true;
    }

    private void Join(int one, int other)
    {
        var (a, b) = (Root(one), Root(other));
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int Root(int number)
    {
        while (_parents[number] != number)
        {
            number = _parents[number] = _parents[_parents[number]];
        }

        return number;
    }

    private static ulong Hash(ReadOnlySpan<ushort> signature, int start, int count)
    {
        var hash = (ulong)count;
        for (var i = start; i < start + count; i++)
        {
            hash = StatementShingles.Mix(hash ^ signature[i]) + 0x9E3779B97F4A7C15;
        }

        return hash;
    }
}
