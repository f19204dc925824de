using Prover.Core.Memory.Terms;

namespace Prover.Core.Memory.Features;

/// <summary>The features of a goal: symbols, edges and paths of its terms, types of variables, classes of numbers, patterns of repetition. What is
/// found in the conclusion is another feature than the same in a hypothesis; names of variables play no part.</summary>
/// <remarks>Features are hashed into a fixed number of slots (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009), so
/// that weights take the same memory however much is learned. Repetitions are features of their own: the first, the second, the fourth.</remarks>
internal static class GoalFingerprint
{
    /// <summary>Bits of a feature's number.</summary>
    public const int Bits = 20;

    /// <summary>How many features there can be.</summary>
    public const int Slots = 1 << Bits;

    // Of goals with more, those with the smallest hashes are kept: the same ones of alike goals.
    private const int MaxFeatures = 128;

    /// <summary>The numbers of the goal's features, ascending, each once.</summary>
    public static int[] Of(GoalTerms goal)
    {
        var found = new List<ulong>(256);
        new FeatureWalk(found).Goal(goal);
        found.Sort();
        var slots = new int[found.Count];
        var count = 0;
        var repetition = 0;
        for (var i = 0; i < found.Count; i++)
        {
            repetition = i > 0 && found[i] == found[i - 1] ? repetition + 1 : 1;
            if (repetition is 1 or 2 or 4)
            {
                slots[count++] = (int)(Fingerprint.Join(found[i], (ulong)repetition) >> (64 - Bits));
            }
        }

        Array.Sort(slots, 0, count);
        var distinct = 0;
        for (var i = 0; i < count && distinct < MaxFeatures; i++)
        {
            if (i == 0 || slots[i] != slots[i - 1])
            {
                slots[distinct++] = slots[i];
            }
        }

        return slots[..distinct];
    }
}
