using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using Prover.Bench.Scores;

namespace Prover.Bench.Reports.Plots;

/// <summary>pass@1 by source, as bars.</summary>
internal static class SourcesPlot
{
    private const int BarRow = 20;
    private const int AroundGroup = 14;
    private const int AroundBars = 70;

    /// <summary>Draws it; null where no run has a figure.</summary>
    public static Plot? Draw(IReadOnlyList<RunReport> runs)
    {
        var sources = runs.SelectMany(r => r.Score.BySource).Where(g => First(g) is not null).Select(g => g.Name).Distinct(StringComparer.Ordinal).ToList();
        if (sources.Count == 0)
        {
            return null;
        }

        var height = AroundBars + (sources.Count * (runs.Count * BarRow + AroundGroup));
        return Drawing.Draw(
            ("sources",
                "Solved by source",
                "pass@1 by source, all problems asked; in brackets how many. The full bar counts time-outs and failures as not proved, the pale part is what leaving "
                    + "them out adds. Sources with few problems say little.",
                string.Join(' ', runs.Select(r => Describe(r, sources)))),
            _ => height,
            [.. runs.Select(r => r.Name)],
            (model, palette, narrow) =>
            {
                // A bar chart begins at the bottom; readers begin at the top.
                var category = Drawing.Styled(new CategoryAxis { GapWidth = 0.35, StartPosition = 1, EndPosition = 0 }, palette, string.Empty, AxisPosition.Left, hasGrid: false);
                category.Labels.AddRange(sources.Select(s => $"{Drawing.Name(s)} ({Problems(runs, s)})"));
                category.TickStyle = TickStyle.None;
                model.Axes.Add(category);
                var percent = Drawing.PercentAxis(palette, "pass@1", AxisPosition.Bottom, 1);
                percent.MajorStep = narrow ? 50 : 20;
                model.Axes.Add(percent);
                for (var i = 0; i < runs.Count; i++)
                {
                    Add(model, palette, i, runs[i], sources);
                }
            });
    }

    private static void Add(PlotModel model, Palette palette, int run, RunReport report, List<string> sources)
    {
        var colour = palette.Of(run);
        BarSeries Bars(OxyColor fill) => new() { FillColor = fill, StrokeThickness = 0, IsStacked = true, StackGroup = $"run {run}" };
        var (sure, open) = (Bars(colour), Bars(OxyColor.FromAColor(90, colour)));
        sure.Title = Drawing.Name(report.Name);
        for (var i = 0; i < sources.Count; i++)
        {
            var score = report.Score.BySource.FirstOrDefault(g => g.Name == sources[i]) is { } group ? First(group) : null;
            if (score is not null)
            {
                var (low, high) = Ends(score);
                sure.Items.Add(new BarItem(low * 100, i));
                open.Items.Add(new BarItem((high - low) * 100, i));
            }
        }

        model.Series.Add(sure);
        model.Series.Add(open);
    }

    private static ScoreInterval? First(GroupScore group) => group.PassAtK.FirstOrDefault(p => p.K == 1)?.Score;

    private static (double Low, double High) Ends(ScoreInterval score) => (score.FailuresWrong.Value, (score.FailuresLeftOut ?? score.FailuresWrong).Value);

    private static int Problems(IReadOnlyList<RunReport> runs, string source) => runs.Max(r => r.Score.BySource.FirstOrDefault(g => g.Name == source)?.Problems ?? 0);

    private static string Describe(RunReport run, IEnumerable<string> sources)
    {
        var parts = from s in sources
                    let score = run.Score.BySource.FirstOrDefault(g => g.Name == s) is { } g ? First(g) : null
                    where score is not null
                    let ends = Ends(score)
                    select $"{s} {Figures.Interval(ends.Low, ends.High)}";
        return $"{run.Name}: {string.Join(", ", parts)}.";
    }
}
