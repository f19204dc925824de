using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Values;

/// <summary>Values of one variable that meet the hypotheses about it alone, computed as they are asked for.</summary>
internal sealed class ValueStream
{
    // How many values are passed over until the next that meets the hypotheses.
    private const int MaxScan = 200_000;

    private readonly IEnumerator<BigInteger> _source;
    private readonly List<BigInteger> _known = [];
    private readonly int _most;

    private ValueStream(IEnumerable<BigInteger> source, int most)
    {
        _source = source.Distinct().GetEnumerator();
        _most = most;
    }

    /// <summary>Whether there is a value of a rank, from 0.</summary>
    public bool TryGet(int rank, out BigInteger value)
    {
        while (_known.Count <= rank && _known.Count < _most && _source.MoveNext())
        {
            _known.Add(_source.Current);
        }

        value = rank < _known.Count ? _known[rank] : default;
        return rank < _known.Count;
    }

    /// <summary>All values from the smallest up, or from zero to both sides.</summary>
    public static ValueStream Small(VariableFacts facts, int most, Action<int> spend) => new(Filtered(Counted(facts), facts, spend), most);

    /// <summary>Given values that the hypotheses allow, with their negatives where there are such.</summary>
    public static ValueStream Chosen(IEnumerable<BigInteger> values, VariableFacts facts, int most, Action<int> spend) => new(
        Filtered(facts.Variable.Type == NumberType.Int ? values.SelectMany(v => new[] { v, -v }) : values, facts, spend), most);

    private static IEnumerable<BigInteger> Counted(VariableFacts facts)
    {
        if (facts.Least is { } least)
        {
            for (var value = facts.Class.From(least); ; value += facts.Class.Modulus)
            {
                yield return value;
            }
        }

        var (up, down) = (facts.Class.From(0), facts.Class.From(0) - facts.Class.Modulus);
        for (; ; up += facts.Class.Modulus, down -= facts.Class.Modulus)
        {
            yield return up;
            yield return down;
        }
    }

    private static IEnumerable<BigInteger> Filtered(IEnumerable<BigInteger> values, VariableFacts facts, Action<int> spend)
    {
        var cost = 1 + facts.Others.Sum(Names.Size);
        var passed = 0;
        foreach (var value in values)
        {
            spend(cost);
            if (facts.Allows(value))
            {
                passed = 0;
                yield return value;
            }
            else if (++passed > MaxScan)
            {
                yield break;
            }
        }
    }
}
