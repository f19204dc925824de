using System.Text;
using System.Xml.Linq;
using Prover.Bench.Provers;
using Prover.Bench.Reports;
using Prover.Bench.Reports.Plots;
using Prover.Bench.Runs;

namespace Prover.Bench.Tests.Reports;

public sealed class PlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_plot_scales_has_a_legend_and_differs_between_light_and_dark()
    {
        foreach (var plot in Plots(TestRuns.Portfolio(), TestRuns.Model()))
        {
            var (light, dark) = (Read(plot.Light), Read(plot.Dark));

            Assert.Equal($"0 0 {plot.Light.Width} {plot.Light.Height}", light.Attribute("viewBox")?.Value);
            Assert.Contains("model:example-7b", Texts(light));
            Assert.Equal(Texts(light), Texts(dark));
            Assert.NotEqual(plot.Light.Uri, plot.Dark.Uri);
            Assert.True(plot.NarrowLight.Width < plot.Light.Width);
        }
    }

    [Fact]
    public void A_single_run_needs_no_legend() =>
        Assert.All(Plots(TestRuns.Model()), plot => Assert.DoesNotContain("model:example-7b", Texts(Read(plot.Light))));

    [Fact]
    public void A_plot_says_in_words_what_it_shows()
    {
        var plots = Plots(TestRuns.Portfolio(), TestRuns.Model());

        Assert.Contains("pass@8 is", plots[0].Description, StringComparison.Ordinal);
        Assert.Contains("solved within", plots[1].Description, StringComparison.Ordinal);
        Assert.Contains("imo", plots[2].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_sources_are_not_cut_off()
    {
        var plot = Plots(TestRuns.Model())[2];
        foreach (var image in new[] { plot.Light, plot.NarrowLight })
        {
            var label = Read(image).Descendants(Svg + "text").Single(t => t.Value.StartsWith("mathd_numbertheory", StringComparison.Ordinal));
            var x = double.Parse(label.Attribute("transform")!.Value.Split('(', ',')[1], System.Globalization.CultureInfo.InvariantCulture);

            // Right-aligned: as wide as its letters are in a common sans serif, at the least.
            Assert.True(x > label.Value.Length * 13 * 0.48, $"{label.Value} ends at {x}");
        }
    }

    [Fact]
    public void Nothing_solved_leaves_no_curve_over_time()
    {
        var plots = Plots(TestRuns.Make(new ProverSettings("none"), 1, [1], (_, _) => 'N'));

        Assert.Equal(["samples", "sources"], plots.Select(p => p.Id));
    }

    [Fact]
    public void One_sample_is_drawn_as_a_point() => Assert.Single(Read(Plots(TestRuns.Portfolio())[0].Light).Descendants(Svg + "ellipse"));

    [Theory]
    [InlineData("a name <&> \"with\" ]]> 'everything'")]
    [InlineData("bell \u0007, half a pair \uD800, no character \uFFFE")]
    public void Any_name_gives_a_well_formed_drawing(string name)
    {
        var run = TestRuns.Model();
        var named = run with { Settings = run.Settings with { Prover = run.Settings.Prover with { Name = name } } };

        Assert.All(Plots(named, TestRuns.Portfolio()), plot => Assert.NotEmpty(Texts(Read(plot.Light))));
    }

    private static List<Plot> Plots(params BenchRun[] runs)
    {
        var reports = ReportDocument.Of(runs, TestRuns.Start).Runs;
        return [.. new[] { SamplesPlot.Draw(reports), TimePlot.Draw(reports), SourcesPlot.Draw(reports) }.OfType<Plot>()];
    }

    private static XElement Read(PlotImage image) =>
        XElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(image.Uri["data:image/svg+xml;base64,".Length..])));

    private static IEnumerable<string> Texts(XElement svg) => svg.Descendants(Svg + "text").Select(t => t.Value);
}
