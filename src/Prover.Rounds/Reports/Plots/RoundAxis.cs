using OxyPlot.Axes;
using Prover.Bench.Reports.Plots;

namespace Prover.Rounds.Reports.Plots;

/// <summary>The axis of rounds.</summary>
internal static class RoundAxis
{
    public static LinearAxis Of(Palette palette, IEnumerable<CampaignReport> campaigns)
    {
        var last = Math.Max(1, campaigns.SelectMany(c => c.Rounds).Select(r => r.Round).DefaultIfEmpty(0).Max());
        var axis = Drawing.Styled(new LinearAxis(), palette, "round", AxisPosition.Bottom, hasGrid: false);
        (axis.Minimum, axis.Maximum) = (-0.04 * last, last * 1.04);
        axis.MajorStep = Math.Max(1, Math.Ceiling(last / 10.0));
        return axis;
    }
}
