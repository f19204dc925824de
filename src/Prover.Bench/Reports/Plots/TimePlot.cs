using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;
using Prover.Bench.Scores;

namespace Prover.Bench.Reports.Plots;

/// <summary>The part of the problems that is solved against the time spent on each.</summary>
internal static class TimePlot
{
    private const double LogFrom = 30;
    private const double Shortest = 0.001;

    /// <summary>Draws it; null where no run solved anything.</summary>
    public static Plot? Draw(IReadOnlyList<RunReport> runs)
    {
        var steps = runs.SelectMany(r => r.Curves.ByTime).Where(s => s.Solved > 0).ToList();
        if (steps.Count == 0)
        {
            return null;
        }

        var least = Math.Max(steps.Min(s => s.Seconds), Shortest);
        var most = Math.Max(runs.SelectMany(r => r.Curves.ByTime).Max(s => s.Seconds), least);
        var isLog = most / least > LogFrom;
        return Drawing.Draw(
            ("time",
                "Solved over time",
                "Problems with a proof, of all problems asked, against the wall-clock seconds spent on a problem: its samples one after the other, up to the first that "
                    + "proves it. Time-outs and failures solve nothing." + (isLog ? " The scale of seconds is logarithmic." : string.Empty),
                string.Join(' ', runs.Where(r => r.Curves.ByTime is [.., { Solved: > 0 }]).Select(Describe))),
            narrow => narrow ? 260 : 340,
            [.. runs.Select(r => r.Name)],
            (model, palette, narrow) =>
            {
                Axis x = isLog ? new LogarithmicAxis { Minimum = NiceBelow(least), Maximum = most } : new LinearAxis { Minimum = 0, Maximum = most };
                x.LabelFormatter = value => value.ToString("0.###", CultureInfo.InvariantCulture);
                x.IntervalLength = narrow ? 60 : 80;
                model.Axes.Add(Drawing.Styled(x, palette, "seconds spent on a problem", AxisPosition.Bottom, hasGrid: isLog));
                model.Axes.Add(Drawing.PercentAxis(palette, "solved", AxisPosition.Left, steps.Max(s => s.Solved)));
                for (var i = 0; i < runs.Count; i++)
                {
                    model.Series.Add(Steps(palette, i, runs[i], x.Minimum));
                }
            });
    }

    private static StairStepSeries Steps(Palette palette, int run, RunReport report, double from)
    {
        var series = new StairStepSeries
        {
            Title = Drawing.Name(report.Name),
            Color = palette.Of(run),
            StrokeThickness = 2,
            LineStyle = Palette.LineOf(run),
            VerticalStrokeThickness = 2,
        };
        series.Points.AddRange(report.Curves.ByTime.Select(s => new DataPoint(Math.Max(s.Seconds, from), s.Solved * 100)));
        return series;
    }

    /// <summary>The next of 1, 2 or 5 times a power of ten below a number.</summary>
    private static double NiceBelow(double number)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(number)));
        return power * (number >= 5 * power ? 5 : number >= 2 * power ? 2 : 1);
    }

    private static string Describe(RunReport run)
    {
        var curve = run.Curves.ByTime;
        var all = curve[^1].Solved;
        static string Text(SolvedByTime step) => $"{Figures.Percent(step.Solved)} solved within {Figures.Seconds(step.Seconds)} a problem";
        var (half, last) = (curve.First(s => s.Solved >= all / 2), curve.First(s => s.Solved >= all));
        return half == last ? $"{run.Name}: {Text(last)}." : $"{run.Name}: {Text(half)}, {Text(last)}.";
    }
}
