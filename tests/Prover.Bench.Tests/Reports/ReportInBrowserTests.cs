using System.Globalization;
using System.Text.Json;
using Prover.Bench.Reports;
using Prover.Bench.Runs;
using PuppeteerSharp;

namespace Prover.Bench.Tests.Reports;

/// <summary>The page as a reader has it: opened from a file in Chromium.</summary>
public sealed class ReportInBrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IDisposable
{
    // What can be seen, by the names of figures; of hidden elements nothing.
    private const string VisibleFigures = """
        JSON.stringify(Object.fromEntries([...document.querySelectorAll('[data-figure]')].filter(e => e.checkVisibility()).map(e => [e.dataset.figure, e.innerText])))
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("prover-report-").FullName;

    [Fact]
    public async Task The_visible_headline_figures_are_those_of_the_JSON_file()
    {
        var page = await OpenAsync(1280, false, TestRuns.Portfolio(), TestRuns.Model());
        var seen = JsonSerializer.Deserialize<Dictionary<string, string>>(await page.EvaluateExpressionAsync<string>(VisibleFigures))!;
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "report.json"), TestContext.Current.CancellationToken));
        var compared = 0;

        for (var i = 0; i < 2; i++)
        {
            var score = json.RootElement.GetProperty("runs")[i].GetProperty("score");
            foreach (var group in new[] { "all", "withoutFaulty" })
            {
                var scores = score.GetProperty(group).GetProperty("passAtK").EnumerateArray().ToList();
                Assert.NotEmpty(scores);
                foreach (var passAtK in scores)
                {
                    var name = $"run{i}.{group}.pass@{passAtK.GetProperty("k")}";
                    Ends(name, passAtK.GetProperty("score"), isHeadline: passAtK.GetProperty("k").GetInt32() == 1);
                }
            }

            foreach (var count in new[] { "samples", "proved", "refuted", "notProved", "timedOut", "failed", "solved", "problems" })
            {
                Number($"run{i}.all.{count}", score.GetProperty("all").GetProperty(count));
            }

            foreach (var count in new[] { "problems", "examined", "expressible", "notExpressible", "vacuous", "false", "unknown", "knownFaults", "asked" })
            {
                Number($"run{i}.screening.{count}", json.RootElement.GetProperty("runs")[i].GetProperty("screening").GetProperty(count));
            }

            foreach (var tokens in new[] { "inputTokens", "outputTokens" })
            {
                Number($"run{i}.costs.{tokens}", score.GetProperty("costs").GetProperty(tokens));
            }
        }

        var anyOfN = json.RootElement.GetProperty("runs")[1].GetProperty("score").GetProperty("all").GetProperty("anyOfN");
        Part("run1.all.anyOfN.low", anyOfN.GetProperty("failuresWrong").GetProperty("value"));
        Part("run1.all.anyOfN.high", anyOfN.GetProperty("failuresLeftOut").GetProperty("value"));

        var comparison = json.RootElement.GetProperty("comparisons")[0];
        foreach (var count in new[] { "problems", "samples", "both", "onlyA", "onlyB", "neither", "undetermined" })
        {
            Number($"comparison0.{count}", comparison.GetProperty(count));
        }

        foreach (var p in new[] { "pValue", "pValueOfDetermined" })
        {
            Assert.Equal(comparison.GetProperty(p).GetDouble(), double.Parse(seen[$"comparison0.{p}"], CultureInfo.InvariantCulture), 0.005);
            compared++;
        }

        Assert.True(compared > 70, $"only {compared} figures were compared");

        void Ends(string name, JsonElement score, bool isHeadline)
        {
            foreach (var end in new[] { "failuresWrong", "failuresLeftOut" })
            {
                Part($"{name}.{end}", score.GetProperty(end).GetProperty("value"));
                Part($"{name}.{end}.low", score.GetProperty(end).GetProperty("low"));
                Part($"{name}.{end}.high", score.GetProperty(end).GetProperty("high"));
            }

            if (isHeadline)
            {
                Part($"{name}.low", score.GetProperty("failuresWrong").GetProperty("value"));
                Part($"{name}.high", score.GetProperty("failuresLeftOut").GetProperty("value"));
            }
        }

        // Read off the page without the program's own way of writing figures.
        void Part(string name, JsonElement value)
        {
            var text = seen[name];
            Assert.EndsWith("%", text, StringComparison.Ordinal);
            Assert.True(
                Math.Abs(double.Parse(text.TrimEnd('%').Trim(), CultureInfo.InvariantCulture) - value.GetDouble() * 100) <= 0.0501, $"{name}: {text} for {value}");
            compared++;
        }

        void Number(string name, JsonElement value)
        {
            Assert.Equal(value.GetInt64(), long.Parse(seen[name], NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
            compared++;
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_page_is_never_wider_than_its_window(int width)
    {
        var page = await OpenAsync(width, false, TestRuns.Portfolio(), TestRuns.Model(), TestRuns.Hostile(new string('w', 200)));
        await page.EvaluateExpressionAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.Equal(width, await page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Each_plot_is_shown_once_in_the_colours_of_the_scheme(int width)
    {
        var (light, dark) = (await OpenAsync(width, false, TestRuns.Model()), await OpenAsync(width, true, TestRuns.Model()));
        const string background = "getComputedStyle(document.body).backgroundColor";
        const string plots = """
            [...document.querySelectorAll('figure')].map(f => [...f.querySelectorAll('img')].filter(i => i.checkVisibility() && i.complete && i.naturalWidth > 0).map(i => i.currentSrc))
            """;
        var (seenInLight, seenInDark) = (await light.EvaluateExpressionAsync<string[][]>(plots), await dark.EvaluateExpressionAsync<string[][]>(plots));

        Assert.NotEqual(await light.EvaluateExpressionAsync<string>(background), await dark.EvaluateExpressionAsync<string>(background));
        Assert.Equal(3, seenInLight.Length);
        Assert.All(seenInLight.Concat(seenInDark), shown => Assert.Single(shown));
        Assert.All(seenInLight.Zip(seenInDark), pair => Assert.NotEqual(pair.First[0], pair.Second[0]));
    }

    [Theory]
    [InlineData("<script>window.hacked = 1</script>")]
    [InlineData("\"><img src=x onerror=\"window.hacked = 1\">'")]
    [InlineData("</pre></script></title>]]><svg onload='window.hacked = 1'>")]
    public async Task Hostile_text_is_shown_as_text(string text)
    {
        var page = await OpenAsync(1280, false, TestRuns.Hostile(text));
        await page.EvaluateExpressionAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.True(await page.EvaluateExpressionAsync<bool>("window.hacked === undefined && document.scripts.length === 0"));
        Assert.Equal(0, await page.EvaluateExpressionAsync<int>("document.querySelectorAll('img:not(picture img), svg').length"));
        var seen = await page.EvaluateExpressionAsync<string[]>("['h1', '.problems th[scope=row]', '.problems pre', '[data-figure=\"run0.faulty\"]', '.facts'].map(s => document.querySelector(s).innerText)");
        Assert.All(seen, s => Assert.Contains(text, s, StringComparison.Ordinal));
        Assert.Contains(text, await page.GetTitleAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Opens a report, and holds that nothing went wrong in it and nothing was asked for outside it.</summary>
    private async Task<IPage> OpenAsync(int width, bool isDark, params BenchRun[] runs)
    {
        var file = Path.Combine(_folder, "index.html");
        await ReportFiles.WriteAsync(ReportDocument.Of(runs, TestRuns.Start), file, Path.Combine(_folder, "report.json"), TestContext.Current.CancellationToken);
        var page = await browser.NewPageAsync(width, isDark);
        List<string> troubles = [];
        var address = new Uri(file).AbsoluteUri;
        page.Console += (_, e) => troubles.Add($"console: {e.Message.Text}");
        page.PageError += (_, e) => troubles.Add($"error: {e.Message}");
        page.Request += (_, e) =>
        {
            if (e.Request.Url != address && !e.Request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                troubles.Add($"request: {e.Request.Url}");
            }
        };
        await page.GoToAsync(address);
        await page.EvaluateExpressionAsync("Promise.all([...document.images].map(i => i.decode()))");
        Assert.Empty(troubles);
        return page;
    }
}
