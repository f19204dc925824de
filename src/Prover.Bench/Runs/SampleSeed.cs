using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Prover.Bench.Runs;

/// <summary>Seeds of samples: the same whoever draws them and in whichever order, unlike for any two of them.</summary>
internal static class SampleSeed
{
    /// <summary>The seed of a sample, not negative.</summary>
    public static int Of(int seed, string problem, int sample)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}\0{problem}\0{sample}");
        return BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & int.MaxValue;
    }
}
