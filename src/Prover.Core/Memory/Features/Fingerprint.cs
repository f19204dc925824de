namespace Prover.Core.Memory.Features;

/// <summary>Hashes that are the same in every process and on every machine: FNV-1a over UTF-16 units, mixed as SplitMix64 does.</summary>
internal static class Fingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>A hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>A hash of a sequence that begins with what <paramref name="first"/> stands for.</summary>
    public static ulong Join(ulong first, ulong second) => Mix((first * 0x9E3779B97F4A7C15) + second);

    /// <summary>Spreads a number over all bits.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
