namespace Prover.Core.Memory.Neighbours;

/// <summary>Finds steps whose goals may be like a goal: those that share a long key with it first, then shorter ones.</summary>
internal sealed class Forest
{
    private const int EnoughCandidates = 1500;
    private const int MaxCandidates = 3000;

    private readonly List<ForestSegment> _segments = [];

    /// <summary>Adds the step of a number; numbers come in order.</summary>
    public void Add(int step, ReadOnlySpan<uint> keys)
    {
        var (segment, within) = int.DivRem(step, ForestSegment.Capacity);
        if (segment == _segments.Count)
        {
            _segments.Add(new ForestSegment());
        }

        _segments[segment].Add(within, keys);
    }

    /// <summary>Numbers of candidates below <paramref name="steps"/>, each once. What was added later does not change them.</summary>
    public List<int> Candidates(ReadOnlySpan<uint> keys, int steps)
    {
        var found = new List<int>(MaxCandidates);
        var seen = new ulong[(steps >> 6) + 1];
        for (var depth = MinHash.MostDepth; depth >= MinHash.LeastDepth && found.Count < EnoughCandidates; depth--)
        {
            for (var segment = (steps - 1) / ForestSegment.Capacity; segment >= 0; segment--)
            {
                for (var tree = 0; tree < MinHash.Trees && found.Count < MaxCandidates; tree++)
                {
                    var index = MinHash.KeyOf(tree, depth);
                    Collect(segment, index, keys[index], steps, seen, found);
                }
            }
        }

        return found;
    }

    private void Collect(int segment, int index, uint key, int steps, ulong[] seen, List<int> found)
    {
        var table = _segments[segment];
        var start = segment * ForestSegment.Capacity;
        for (var within = table.First(index, key); within >= 0 && found.Count < MaxCandidates; within = table.Next(within, index, key))
        {
            var step = start + within;
            if (step < steps && (seen[step >> 6] >> step & 1) == 0)
            {
                seen[step >> 6] |= 1UL << step;
                found.Add(step);
            }
        }
    }
}
