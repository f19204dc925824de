using System.Numerics;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>Values of variables, and of variable functions.</summary>
internal sealed class Valuation
{
    private readonly Dictionary<string, BigInteger> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<BigInteger, BigInteger?>> _functions = new(StringComparer.Ordinal);

    public Valuation()
    {
    }

    public Valuation(IEnumerable<KeyValuePair<string, BigInteger>> numbers)
    {
        foreach (var (name, value) in numbers)
        {
            _numbers[name] = value;
        }
    }

    public IReadOnlyDictionary<string, BigInteger> Numbers => _numbers;

    public BigInteger? this[string name]
    {
        get => _numbers.TryGetValue(name, out var value) ? value : null;
        set
        {
            if (value is { } number)
            {
                _numbers[name] = number;
            }
            else
            {
                _numbers.Remove(name);
            }
        }
    }

    public void Define(string function, Func<BigInteger, BigInteger?> values) => _functions[function] = values;

    public BigInteger? Apply(string function, BigInteger argument) => _functions.GetValueOrDefault(function)?.Invoke(argument);

    /// <summary><c>n = 3, m = 5</c>.</summary>
    public override string ToString() => string.Join(", ", _numbers.Select(n => $"{n.Key} = {n.Value}"));
}
