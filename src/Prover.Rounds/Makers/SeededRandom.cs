using System.Text;

namespace Prover.Rounds.Makers;

/// <summary>Random numbers that are the same on every platform and in every version: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class SeededRandom(ulong state)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>Numbers for one purpose: what is named differently is independent.</summary>
    public static SeededRandom For(string purpose, long seed, int difficulty = 0)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in Encoding.UTF8.GetBytes(purpose))
        {
            hash = (hash ^ unit) * 0x100000001B3;
        }

        return new SeededRandom(Mix(Mix(hash + (ulong)seed) + (Gamma * (ulong)(difficulty + 1))));
    }

    public ulong Next() => Mix(_state += Gamma);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both possible.</summary>
    public int Between(int low, int high) => low + (int)(ulong)(((UInt128)Next() * (ulong)(high - low + 1)) >> 64);

    /// <summary>As <see cref="Between"/>, but not 0.</summary>
    public int NonZero(int low, int high)
    {
        while (true)
        {
            if (Between(low, high) is not 0 and var number)
            {
                return number;
            }
        }
    }

    public bool Chance(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToList();
        for (var i = shuffled.Count - 1; i > 0; i--)
        {
            var j = Between(0, i);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
