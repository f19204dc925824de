using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using Prover.Bench.Reports.Plots;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Reports.Plots;

/// <summary>Training problems solved in all, by round.</summary>
internal static class TrainingPlot
{
    /// <summary>Draws it; null where no round has been attempted.</summary>
    public static Plot? Draw(IReadOnlyList<CampaignReport> campaigns)
    {
        var all = campaigns.SelectMany(Attempted).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        return Drawing.Draw(
            ("training",
                "Training problems solved by round",
                "Problems with a verified proof after each round, of all rounds so far.",
                string.Join(' ', campaigns.Select(Describe))),
            narrow => narrow ? 240 : 300,
            [.. campaigns.Select(c => c.Name)],
            (model, palette, _) =>
            {
                model.Axes.Add(RoundAxis.Of(palette, campaigns));
                var y = Drawing.Styled(new LinearAxis { Minimum = 0, Maximum = Math.Max(1, all.Max(r => r.SolvedInAll) * 1.08) }, palette, "solved in all", AxisPosition.Left, hasGrid: true);
                model.Axes.Add(y);
                for (var i = 0; i < campaigns.Count; i++)
                {
                    var series = new LineSeries
                    {
                        Title = Drawing.Name(campaigns[i].Name),
                        Color = palette.Of(i),
                        StrokeThickness = 2,
                        LineStyle = Palette.LineOf(i),
                        MarkerType = Palette.MarkerOf(i),
                        MarkerFill = palette.Of(i),
                        MarkerSize = 4,
                    };
                    series.Points.Add(new DataPoint(0, 0));
                    series.Points.AddRange(Attempted(campaigns[i]).Select(r => new DataPoint(r.Round, r.SolvedInAll)));
                    model.Series.Add(series);
                }
            });
    }

    private static IEnumerable<RoundReport> Attempted(CampaignReport campaign) => campaign.Rounds.Where(r => r.Round > 0 && r.Phase >= RoundPhase.Collected);

    private static string Describe(CampaignReport campaign) =>
        $"{campaign.Name}: {string.Join(", ", Attempted(campaign).Select(r => $"{r.SolvedInAll} after round {r.Round}"))}.";
}
