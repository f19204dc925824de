namespace Prover.RepairBenchmark;

/// <summary>Random numbers that depend on nothing but their key, on every machine: SplitMix64 (Steele, Lea and Flood 2014). System.Random
/// won't do: neighbouring seeds begin alike.</summary>
internal sealed class Draws
{
    private ulong _state;

    public Draws(params ReadOnlySpan<long> key)
    {
        foreach (var part in key)
        {
            _state = Next() ^ (ulong)part;
        }
    }

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Evenly from a range.</summary>
    public double Between(double least, double most) => least + (Uniform() * (most - least));

    /// <summary>Evenly from 0 to below a bound.</summary>
    public int Below(int bound) => (int)(Uniform() * bound);

    private double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        unchecked
        {
            var mixed = _state += 0x9E37_79B9_7F4A_7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
