using System.Runtime.InteropServices;

namespace Prover.Datasets.Splits;

/// <summary>Numbers that fell into a bucket after its first, in the order in which they came, as many as a bucket takes.</summary>
/// <remarks>There are hundreds of thousands of buckets with a few numbers each. They share two arrays without a reference in them: a list for each
/// would be as many objects that the garbage collector moves and looks through while nobody else may work.</remarks>
/// <param name="most">Numbers that a bucket takes; what comes later is passed over.</param>
internal sealed class Crowds(int most)
{
    private readonly Dictionary<ulong, Crowd> _crowds = [];
    private readonly List<Member> _members = [];

    /// <summary>The numbers of a bucket.</summary>
    public IEnumerable<int> Of(ulong bucket)
    {
        if (_crowds.TryGetValue(bucket, out var crowd))
        {
            for (var (at, left) = (crowd.First, crowd.Count); left > 0; at = _members[at].Next, left--)
            {
                yield return _members[at].Number;
            }
        }
    }

    /// <summary>Adds a number to a bucket that is not full yet.</summary>
    public void Add(ulong bucket, int number)
    {
        ref var crowd = ref CollectionsMarshal.GetValueRefOrAddDefault(_crowds, bucket, out _);
        if (crowd.Count == most)
        {
            return;
        }

        var at = _members.Count;
        _members.Add(new Member(number));
        if (crowd.Count == 0)
        {
            crowd.First = at;
        }
        else
        {
            CollectionsMarshal.AsSpan(_members)[crowd.Last].Next = at;
        }

        crowd.Last = at;
        crowd.Count++;
    }

    private record struct Crowd(int First, int Last, int Count);

    private record struct Member(int Number, int Next = 0);
}
