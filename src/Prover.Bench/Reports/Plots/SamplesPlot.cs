using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using Prover.Bench.Scores;

namespace Prover.Bench.Reports.Plots;

/// <summary>pass@k against k, with the band between the two ways to count failures.</summary>
internal static class SamplesPlot
{
    private const int MostMarkers = 32;

    /// <summary>Draws it; null where no run has a figure.</summary>
    public static Plot? Draw(IReadOnlyList<RunReport> runs)
    {
        var curves = runs.Select(r => r.Curves.BySamples).ToList();
        if (curves.All(c => c.Count == 0))
        {
            return null;
        }

        var last = curves.Max(c => c.Count == 0 ? 1 : c[^1].K);
        var highest = curves.SelectMany(c => c).Max(p => Math.Max(p.Score.FailuresWrong.Value, p.Score.FailuresLeftOut?.Value ?? 0));
        var description = string.Join(' ', runs.Where(r => r.Curves.BySamples.Count > 0).Select(Describe));
        return Drawing.Draw(
            ("samples",
                "Solved over samples",
                "pass@k against k, all problems asked. The band lies between the two ways to count time-outs and failures: its lower line counts them as not "
                    + "proved, its upper line leaves them out.",
                description),
            narrow => narrow ? 260 : 340,
            [.. runs.Select(r => r.Name)],
            (model, palette, _) =>
            {
                var x = Drawing.Styled(new LinearAxis(), palette, "samples (k)", AxisPosition.Bottom, hasGrid: false);
                (x.Minimum, x.Maximum) = last == 1 ? (0.5, 1.5) : (1 - (last - 1) * 0.02, last + (last - 1) * 0.02);
                x.MajorStep = Math.Max(1, Math.Ceiling(last / 8.0));
                model.Axes.Add(x);
                model.Axes.Add(Drawing.PercentAxis(palette, "pass@k", AxisPosition.Left, highest));
                for (var i = 0; i < runs.Count; i++)
                {
                    Add(model, palette, i, Drawing.Name(runs[i].Name), curves[i]);
                }
            });
    }

    private static void Add(PlotModel model, Palette palette, int run, string name, IReadOnlyList<PassAtK> curve)
    {
        var colour = palette.Of(run);
        var band = new AreaSeries { Fill = OxyColor.FromAColor(48, colour), Color = OxyColors.Transparent, Color2 = OxyColors.Transparent, RenderInLegend = false };
        LineSeries Line(double thickness) => new() { Color = colour, StrokeThickness = thickness, LineStyle = Palette.LineOf(run) };
        var low = Line(2);
        low.Title = name;
        low.MarkerType = curve.Count <= MostMarkers ? Palette.MarkerOf(run) : MarkerType.None;
        low.MarkerFill = colour;
        low.MarkerSize = 3.5;
        var high = Line(1);
        foreach (var point in curve)
        {
            low.Points.Add(new DataPoint(point.K, point.Score.FailuresWrong.Value * 100));
            if (point.Score.FailuresLeftOut is { Value: var left })
            {
                high.Points.Add(new DataPoint(point.K, left * 100));
                band.Points.Add(new DataPoint(point.K, point.Score.FailuresWrong.Value * 100));
                band.Points2.Add(new DataPoint(point.K, left * 100));
            }
        }

        if (high.Points is [var only])
        {
            // One point has no area: its band is a stroke.
            high.Points.Insert(0, new DataPoint(only.X, low.Points[0].Y));
            high.StrokeThickness = 6;
            high.LineStyle = LineStyle.Solid;
            high.Color = OxyColor.FromAColor(90, colour);
        }

        model.Series.Add(band);
        model.Series.Add(high);
        model.Series.Add(low);
    }

    private static string Describe(RunReport run)
    {
        var (first, last) = (run.Curves.BySamples[0], run.Curves.BySamples[^1]);
        static string Text(PassAtK p) => $"pass@{p.K} is {Figures.Interval(p.Score.FailuresWrong.Value, (p.Score.FailuresLeftOut ?? p.Score.FailuresWrong).Value)}";
        return first == last ? $"{run.Name}: {Text(first)}." : $"{run.Name}: {Text(first)}, {Text(last)}.";
    }
}
