using Prover.Core.Memory.Features;

namespace Prover.Core.Memory.Neighbours;

/// <summary>The likeness of goals: weighted Jaccard similarity of their features, each weighing its inverse document frequency, as in Tactician
/// (Zhang et al., "Online Machine Learning Techniques for Coq", 2021).</summary>
/// <remarks>Of one goal, and not thread-safe.</remarks>
internal sealed class Similarity
{
    [ThreadStatic]
    private static ulong[]? _spareMarks;

    private readonly ulong[] _marks;
    private readonly int[] _features;
    private readonly FeatureCounts _occurrences;
    private readonly int _most;
    private readonly int _own;

    public Similarity(int[] features, Knowledge knowledge)
    {
        (_features, _occurrences, _most) = (features, knowledge.Occurrences, FeatureCounts.Most(knowledge.Steps));
        _marks = _spareMarks ?? new ulong[GoalFingerprint.Slots / 64];
        _spareMarks = null;
        foreach (var feature in features)
        {
            _marks[feature >> 6] |= 1UL << feature;
            _own += _most - _occurrences.Commonness[feature];
        }
    }

    /// <summary>From 0 to 1; 1 exactly for the same features.</summary>
    public double To(int[] features)
    {
        var commonness = _occurrences.Commonness;
        var (shared, other) = (0, 0);
        foreach (var feature in features)
        {
            var weight = _most - commonness[feature];
            other += weight;
            shared += weight & -(int)(_marks[feature >> 6] >> feature & 1);
        }

        var union = _own + other - shared;
        return union == 0 ? 0 : (double)shared / union;
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
}
