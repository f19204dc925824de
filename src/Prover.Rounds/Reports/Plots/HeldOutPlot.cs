using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using Prover.Bench.Reports;
using Prover.Bench.Reports.Plots;
using Prover.Bench.Scores;
using Prover.Rounds.Promotion;

namespace Prover.Rounds.Reports.Plots;

/// <summary>The held-out score of each version, joined to the version that it was made from.</summary>
internal static class HeldOutPlot
{
    /// <summary>Draws it; null where nothing is measured.</summary>
    public static Plot? Draw(IReadOnlyList<CampaignReport> campaigns)
    {
        var scores = campaigns.SelectMany(c => c.Rounds).Select(r => r.PassAt1()).OfType<ScoreInterval>().ToList();
        if (scores.Count == 0)
        {
            return null;
        }

        return Drawing.Draw(
            ("held-out",
                "Held-out problems solved by round",
                "pass@1 of the version that each round made, on problems that no round trains on, with its 95 % interval; time-outs and failures count as not solved. A line "
                    + "joins each version to the one that it was made from; a version that was rolled back hangs on a thin line, with a cross for its marker.",
                string.Join(' ', campaigns.Select(Describe))),
            narrow => narrow ? 260 : 340,
            [.. campaigns.Select(c => c.Name)],
            (model, palette, _) =>
            {
                model.Axes.Add(RoundAxis.Of(palette, campaigns));
                model.Axes.Add(Drawing.PercentAxis(palette, "held-out pass@1", AxisPosition.Left, scores.Max(s => s.FailuresWrong.High)));
                for (var i = 0; i < campaigns.Count; i++)
                {
                    Add(model, palette, i, campaigns[i]);
                }
            });
    }

    private static void Add(PlotModel model, Palette palette, int campaign, CampaignReport report)
    {
        var colour = palette.Of(campaign);
        var rounds = report.Rounds.Where(r => r.PassAt1() is not null).ToDictionary(r => r.Round);
        foreach (var round in rounds.Values)
        {
            var isBack = round.Decision?.Kind == DecisionKind.RolledBack;
            var estimate = round.PassAt1()!.FailuresWrong;

            // Neighbouring campaigns' intervals stand side by side.
            var x = round.Round + (0.015 * campaign * Math.Max(1, rounds.Count - 1));
            model.Series.Add(Line(colour, 1, [new DataPoint(x, estimate.Low * 100), new DataPoint(x, estimate.High * 100)]));
            if (round.Round > 0 && rounds.TryGetValue(round.Prover, out var parent))
            {
                var line = Line(colour, isBack ? 1 : 2, [Point(parent), Point(round)]);
                line.LineStyle = isBack ? LineStyle.Dot : Palette.LineOf(campaign);
                model.Series.Add(line);
            }

            var marker = Line(colour, 0, [Point(round)]);
            (marker.MarkerType, marker.MarkerFill, marker.MarkerStroke) = (isBack ? MarkerType.Cross : Palette.MarkerOf(campaign), colour, colour);
            (marker.MarkerSize, marker.MarkerStrokeThickness) = (4, isBack ? 2 : 0);
            model.Series.Add(marker);
        }

        // For the legend.
        var named = Line(colour, 2, []);
        (named.RenderInLegend, named.Title, named.LineStyle, named.MarkerType, named.MarkerFill) =
            (true, Drawing.Name(report.Name), Palette.LineOf(campaign), Palette.MarkerOf(campaign), colour);
        model.Series.Add(named);
    }

    private static LineSeries Line(OxyColor colour, double thickness, IEnumerable<DataPoint> points)
    {
        var line = new LineSeries { Color = colour, StrokeThickness = thickness, RenderInLegend = false };
        line.Points.AddRange(points);
        return line;
    }

    private static DataPoint Point(RoundReport round) => new(round.Round, round.PassAt1()!.FailuresWrong.Value * 100);

    private static string Describe(CampaignReport campaign) =>
        $"{campaign.Name}: {string.Join(", ", campaign.Rounds.Where(r => r.PassAt1() is not null).Select(r => $"round {r.Round} {Figures.Percent(r.PassAt1()!.FailuresWrong.Value)}{(r.Decision?.Kind == DecisionKind.RolledBack ? " (rolled back)" : string.Empty)}"))}.";
}
