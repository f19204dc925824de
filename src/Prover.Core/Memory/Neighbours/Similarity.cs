using Prover.Core.Memory.Features;

namespace Prover.Core.Memory.Neighbours;

/// <summary>The likeness of goals: weighted Jaccard similarity of their features, each weighing its inverse document frequency, as in Tactician
/// (Zhang et al., "Online Machine Learning Techniques for Coq", 2021).</summary>
/// <remarks>Of one goal, and not thread-safe.</remarks>
internal sealed class Similarity
{
    // Logarithms of 1, 2, 3, …; beyond them the weights of features change little.
    private static readonly float[] Logarithms = [.. Enumerable.Range(0, 1 << 18).Select(i => MathF.Log(Math.Max(1, i)))];

    [ThreadStatic]
    private static ulong[]? _spareMarks;

    private readonly ulong[] _marks;
    private readonly int[] _features;
    private readonly int[] _occurrences;
    private readonly float _all;
    private readonly float _own;

    public Similarity(int[] features, Knowledge knowledge)
    {
        (_features, _occurrences) = (features, knowledge.Occurrences);
        _all = MathF.Log(knowledge.Steps + 2);
        _marks = _spareMarks ?? new ulong[GoalFingerprint.Slots / 64];
        _spareMarks = null;
        foreach (var feature in features)
        {
            _marks[feature >> 6] |= 1UL << feature;
            _own += Weight(feature);
        }
    }

    /// <summary>From 0 to 1; 1 exactly for the same features.</summary>
    public double To(int[] features)
    {
        var (shared, other) = (0f, 0f);
        foreach (var feature in features)
        {
            var weight = Weight(feature);
            other += weight;
            shared += (_marks[feature >> 6] >> feature & 1) == 0 ? 0 : weight;
        }

        var union = _own + other - shared;
        return union <= 0 ? 0 : Math.Min(1, shared / union);
    }

    /// <summary>Gives the marks back; nothing may be asked afterwards.</summary>
    public void Finish()
    {
        foreach (var feature in _features)
        {
            _marks[feature >> 6] = 0;
        }

        _spareMarks = _marks;
    }

    private float Weight(int feature) => _all - Logarithms[Math.Min(_occurrences[feature] + 1, Logarithms.Length - 1)];
}
