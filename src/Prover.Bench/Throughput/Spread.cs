using System.Globalization;
using MathNet.Numerics.Statistics;

namespace Prover.Bench.Throughput;

/// <summary>What repeated measurements of one thing gave.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Median">The median.</param>
/// <param name="Max">The largest.</param>
public sealed record Spread(double Min, double Median, double Max)
{
    /// <summary>The spread of measurements, of which there is at least one.</summary>
    public static Spread Of(IReadOnlyCollection<double> measurements) => new(measurements.Minimum(), measurements.Median(), measurements.Maximum());

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Min:0.00} … {Median:0.00} … {Max:0.00}");
}
