using System.Globalization;
using System.Text;
using System.Xml.Linq;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;

namespace Prover.Bench.Reports.Plots;

/// <summary>What all plots have in common, and their way into a page.</summary>
internal static class Drawing
{
    private const int Wide = 760;
    private const int Narrow = 340;
    private const int LegendRow = 22;
    private const int LongestName = 36;

    /// <summary>Draws a plot in its four forms.</summary>
    /// <param name="plot">Its words.</param>
    /// <param name="height">Height of the plot without its legend, given whether it is narrow.</param>
    /// <param name="names">The runs in it, for the legend.</param>
    /// <param name="fill">Puts axes and series into a model: colours, whether it is narrow.</param>
    public static Plot Draw(
        (string Id, string Title, string Caption, string Description) plot,
        Func<bool, int> height,
        IReadOnlyList<string> names,
        Action<PlotModel, Palette, bool> fill)
    {
        PlotImage Image(Palette palette, bool narrow)
        {
            var width = narrow ? Narrow : Wide;
            var model = Model(palette);
            fill(model, palette, narrow);
            var legend = 0;
            if (names.Count > 1)
            {
                model.Legends.Add(Legend(palette));
                legend = LegendRow * (narrow ? names.Count : (names.Count + 2) / 3);
            }

            return Export(model, width, height(narrow) + legend);
        }

        return new Plot(plot.Id, plot.Title, plot.Caption, plot.Description)
        {
            Light = Image(Palette.Light, narrow: false),
            Dark = Image(Palette.Dark, narrow: false),
            NarrowLight = Image(Palette.Light, narrow: true),
            NarrowDark = Image(Palette.Dark, narrow: true),
        };
    }

    /// <summary>An axis in the page's colours.</summary>
    public static T Styled<T>(T axis, Palette palette, string title, AxisPosition position, bool hasGrid)
        where T : Axis
    {
        axis.Position = position;
        axis.Title = title;
        axis.AxislineStyle = LineStyle.Solid;
        axis.AxislineColor = axis.TicklineColor = axis.ExtraGridlineColor = palette.Lines;
        axis.MinorTicklineColor = OxyColors.Transparent;
        axis.TextColor = axis.TitleColor = palette.Text;
        axis.TickStyle = TickStyle.Outside;
        axis.AxisTitleDistance = 8;
        axis.MajorGridlineStyle = hasGrid ? LineStyle.Solid : LineStyle.None;
        axis.MajorGridlineColor = palette.Lines;
        axis.MajorGridlineThickness = 0.6;
        return axis;
    }

    /// <summary>An axis of percentages from 0.</summary>
    public static LinearAxis PercentAxis(Palette palette, string title, AxisPosition position, double highest)
    {
        var axis = Styled(new LinearAxis(), palette, title, position, hasGrid: true);
        axis.Minimum = 0;
        axis.Maximum = Math.Clamp(Math.Ceiling((highest * 100 + 2) / 10) * 10, 10, 100);
        axis.MajorStep = axis.Maximum <= 20 ? 5 : axis.Maximum <= 50 ? 10 : 20;
        // A curve at the very end of the scale stays whole.
        axis.MaximumPadding = 0.02;
        axis.LabelFormatter = value => value.ToString("0", CultureInfo.InvariantCulture) + " %";
        return axis;
    }

    /// <summary>A name as it fits into a legend, with nothing in it that XML can't hold.</summary>
    public static string Name(string name)
    {
        var text = Visible.Of(name).ReplaceLineEndings(" ");
        var elements = StringInfo.ParseCombiningCharacters(text);
        return elements.Length <= LongestName ? text : text[..elements[LongestName - 1]] + "…";
    }

    private static PlotModel Model(Palette palette) => new()
    {
        Background = OxyColors.Transparent,
        PlotAreaBorderThickness = new OxyThickness(0),
        TextColor = palette.Text,
        DefaultFont = "Helvetica, Arial, sans-serif",
        DefaultFontSize = 13,
        Padding = new OxyThickness(4, 8, 14, 4),
        IsLegendVisible = true,
    };

    private static Legend Legend(Palette palette) => new()
    {
        LegendPlacement = LegendPlacement.Outside,
        LegendPosition = LegendPosition.TopLeft,
        LegendOrientation = LegendOrientation.Horizontal,
        LegendBorderThickness = 0,
        LegendMargin = 0,
        LegendPadding = 0,
        LegendColumnSpacing = 24,
        LegendTextColor = palette.Text,
        LegendFontSize = 13,
        LegendSymbolLength = 28,
    };

    private static PlotImage Export(PlotModel model, int width, int height)
    {
        var svg = XElement.Parse(new SvgExporter { Width = width, Height = height, TextMeasurer = new PixelMeasurer(width, height) }.ExportToString(model), LoadOptions.PreserveWhitespace);
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        var text = svg.ToString(SaveOptions.DisableFormatting);
        return new PlotImage("data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), width, height);
    }

    /// <summary>OxyPlot measures text for a PDF, in points; an SVG's sizes are in pixels, of which four are three points. Without this labels are cut off.</summary>
    private sealed class PixelMeasurer(double width, double height) : PdfRenderContext(width, height, OxyColors.Transparent)
    {
        private const double PixelsOfPoint = 4.0 / 3;

        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
        {
            var size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
            return new OxySize(size.Width * PixelsOfPoint, size.Height * PixelsOfPoint);
        }
    }
}
