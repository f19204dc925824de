namespace Prover.Core.Memory.Neighbours;

/// <summary>Hash tables from keys to the steps that have them, for a fixed number of steps: nothing is ever moved, so that to add a step takes the same
/// time however many there are.</summary>
internal sealed class ForestSegment
{
    /// <summary>Steps of a segment; chains are linked by 16-bit numbers, 0 for their end.</summary>
    public const int Capacity = 8192;

    private readonly ushort[] _heads = new ushort[MinHash.Keys * Capacity];
    private readonly ushort[] _next = new ushort[MinHash.Keys * Capacity];
    private readonly byte[] _checks = new byte[MinHash.Keys * Capacity];

    /// <summary>Adds the step with a number within the segment.</summary>
    public void Add(int step, ReadOnlySpan<uint> keys)
    {
        for (var i = 0; i < MinHash.Keys; i++)
        {
            var at = (i * Capacity) + step;
            ref var head = ref _heads[Slot(i, keys[i])];
            (_next[at], _checks[at], head) = (head, Check(keys[i]), (ushort)(step + 1));
        }
    }

    /// <summary>The newest step that may have the key; -1 when none has.</summary>
    public int First(int index, uint key) => Matching(_heads[Slot(index, key)] - 1, index, key);

    /// <summary>The next older one.</summary>
    public int Next(int step, int index, uint key) => Matching(_next[(index * Capacity) + step] - 1, index, key);

    private int Matching(int step, int index, uint key)
    {
        while (step >= 0 && _checks[(index * Capacity) + step] != Check(key))
        {
            step = _next[(index * Capacity) + step] - 1;
        }

        return step;
    }

    private static int Slot(int index, uint key) => (index * Capacity) + (int)(key % Capacity);

    private static byte Check(uint key) => (byte)(key >> 24);
}
