namespace Prover.Throughput;

/// <summary>Figures of repeated runs.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public void Add(double value) => _values.Add(value);

    public double Median => At(0.5);

    /// <summary>The value below which the given part of all values lies.</summary>
    public double At(double part)
    {
        var sorted = _values.Order().ToList();
        return sorted[(int)Math.Round(part * (sorted.Count - 1))];
    }

    public string Spread(string unit) => $"{_values.Min():0.00} … {Median:0.00} … {_values.Max():0.00} {unit}";
}
