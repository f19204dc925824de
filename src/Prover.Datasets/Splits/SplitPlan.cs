using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Prover.Datasets.Splits;

/// <summary>Which problems are for validation: whole groups of near-duplicates, drawn by the seed until the share is reached.</summary>
internal sealed class SplitPlan
{
    private readonly bool[] _isValid;

    private SplitPlan(bool[] isValid, int groups, int largestGroup) => (_isValid, Groups, LargestGroup) = (isValid, groups, largestGroup);

    /// <summary>Groups of near-duplicates, single problems among them.</summary>
    public int Groups { get; }

    /// <summary>Problems of the largest group.</summary>
    public int LargestGroup { get; }

    /// <summary>Whether a problem is for validation.</summary>
    public bool IsValid(int problem) => _isValid[problem];

    /// <summary>Draws. The same problems and seed give the same sides, in whatever order they come.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="share">The share for validation, from 0 to 1; never exceeded by more than rounding, and missed where groups are too large.</param>
    /// <param name="seed">The seed.</param>
    public static SplitPlan Draw(NearDuplicates problems, double share, int seed)
    {
        var ids = problems.Ids();
        var groups = problems.Groups();
        var left = (int)Math.Round(share * problems.Count, MidpointRounding.AwayFromZero);
        var isValid = new bool[problems.Count];
        foreach (var group in groups.OrderBy(g => Draw(g.Select(p => ids[p]).Min(StringComparer.Ordinal)!, seed)))
        {
            if (group.Count > left)
            {
                continue;
            }

            left -= group.Count;
            foreach (var problem in group)
            {
                isValid[problem] = true;
            }
        }

        return new SplitPlan(isValid, groups.Count, groups.Count == 0 ? 0 : groups.Max(g => g.Count));
    }

    private static (UInt128 First, UInt128 Last) Draw(string id, int seed)
    {
        Span<byte> drawn = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{id}")), drawn);
        return (BinaryPrimitives.ReadUInt128BigEndian(drawn), BinaryPrimitives.ReadUInt128BigEndian(drawn[16..]));
    }
}
