using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Prover.Bench.Reports;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;
using Prover.Rounds.Tests.Dummy;

namespace Prover.Rounds.Tests.Reports;

public sealed partial class CampaignPageTests : IDisposable
{
    private static readonly DateTimeOffset Made = new(2031, 5, 4, 9, 30, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_figure_on_the_page_is_that_of_the_JSON_file()
    {
        await RunAsync("learning", PlayedCampaign.PartsWithMemory());
        await RunAsync("control", PlayedCampaign.Parts());
        await CampaignReportFiles.WriteAsync(await DocumentAsync("learning", "control"), _folder["out/page.html"], _folder["out/page.json"], Stop);

        var document = CampaignJson.Read(await File.ReadAllTextAsync(_folder["out/page.json"], Stop));
        var figures = FiguresOf(await File.ReadAllTextAsync(_folder["out/page.html"], Stop));

        var expected = new Dictionary<string, string>();
        for (var c = 0; c < 2; c++)
        {
            foreach (var round in document.Campaigns[c].Rounds)
            {
                var id = $"campaign{c}.round{round.Round}.";
                var score = round.PassAt1()!.FailuresWrong;
                expected[id + "heldOut"] = Figures.Percent(score.Value);
                expected[id + "heldOut.low"] = Figures.Percent(score.Low);
                expected[id + "heldOut.high"] = Figures.Percent(score.High);
                expected[id + "heldOutSolved"] = Figures.Count(round.HeldOut!.Solved);
                expected[id + "heldOutProblems"] = Figures.Count(round.HeldOut.Problems);
                expected[id + "window"] = round.Window?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
                expected[id + "chosen"] = Figures.Count(round.Chosen);
                expected[id + "solved"] = Figures.Count(round.Solved);
                expected[id + "solvedInAll"] = Figures.Count(round.SolvedInAll);
                expected[id + "newProofs"] = Figures.Count(round.NewProofs);
                expected[id + "poolSize"] = Figures.Count(round.PoolSize);
                if (round.Round > 0)
                {
                    expected[id + "gained"] = Figures.Count(round.Decision!.Gained);
                    expected[id + "lost"] = Figures.Count(round.Decision.Lost);
                    expected[id + "pValue"] = Figures.PValue(round.Decision.PValue!.Value);
                }
            }
        }

        var comparison = Assert.Single(document.Comparisons);
        Assert.Equal(("learning, round 3", "control, round 3"), (comparison.A, comparison.B));
        Assert.True(comparison.OnlyA > 0);
        foreach (var (name, value) in new[] { ("problems", comparison.Problems), ("both", comparison.Both), ("onlyA", comparison.OnlyA), ("onlyB", comparison.OnlyB), ("neither", comparison.Neither) })
        {
            expected[$"comparison0.{name}"] = Figures.Count(value);
        }

        expected["comparison0.pValue"] = Figures.PValue(comparison.PValue);
        Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), figures.OrderBy(e => e.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_plots_are_drawings_that_show_every_version_and_name_both_campaigns()
    {
        await RunAsync("learning", PlayedCampaign.PartsWithMemory());
        await RunAsync("control", PlayedCampaign.Parts());
        var page = await CampaignPage.RenderAsync(await DocumentAsync("learning", "control"), Stop);

        var drawings = Image().Matches(WebUtility.HtmlDecode(page)).Select(m => XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value)))).ToList();
        Assert.Equal(8, drawings.Count);
        Assert.All(drawings, d => Assert.Equal("svg", d.Root!.Name.LocalName));
        Assert.All(drawings, d => Assert.Contains(d.Descendants(), e => e.Value == "control"));
        Assert.Contains("round 3", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("id=\"plot-held-out\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"plot-training\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_campaign_that_has_just_begun_has_a_page_that_says_so()
    {
        await RoundsFolder.OpenAsync(_folder["begun"], PlayedCampaign.Settings(3), PlayedCampaign.Train, PlayedCampaign.HeldOut, Stop);
        await RunAsync("learning", PlayedCampaign.PartsWithMemory());
        var page = WebUtility.HtmlDecode(await CampaignPage.RenderAsync(await DocumentAsync("begun", "learning"), Stop));

        Assert.Contains("begun is not finished: 0 of 3 rounds are over.", page, StringComparison.Ordinal);
        Assert.Contains("no such round", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Campaigns_with_other_settings_are_said_to_differ()
    {
        await RunAsync("one", PlayedCampaign.Parts());
        await PlayedCampaign.RunAsync(_folder["other"], PlayedCampaign.Settings(1) with { Seed = 9, Prover = new CampaignProver("played") { TimeLimitSeconds = 5 } }, PlayedCampaign.Parts(), cancellationToken: Stop);

        var document = await DocumentAsync("one", "other");

        Assert.Contains("The seed differs: 3 for one; 9 for other.", document.Warnings);
        Assert.Contains("The time limit of an attempt differs: 60 s for one; 5 s for other.", document.Warnings);
        Assert.Equal("one, round 1", Assert.Single(document.Comparisons).A);
    }

    [Fact]
    public async Task Texts_can_do_nothing_to_the_page()
    {
        await RunAsync("learning", PlayedCampaign.PartsWithMemory());
        const string attack = "</title><script>alert(1)</script>\u202E";
        var document = await DocumentAsync("learning");
        var report = document.Campaigns[0];
        var page = await CampaignPage.RenderAsync(
            document with
            {
                Warnings = [attack],
                Campaigns =
                [
                    report with
                    {
                        Name = attack,
                        Settings = report.Settings with { Prover = new CampaignProver(attack) },
                        Excluded = [new ExcludedProblem(attack, attack, attack)],
                        Rounds = [.. report.Rounds.Select(r => r with { Decision = r.Decision! with { Reason = attack, Warnings = [attack] } })],
                    },
                ],
            },
            Stop);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
    }

    private async Task RunAsync(string name, CampaignParts parts) =>
        await PlayedCampaign.RunAsync(_folder[name], PlayedCampaign.Settings(3), parts, cancellationToken: Stop);

    private async Task<CampaignDocument> DocumentAsync(params string[] names)
    {
        List<RoundsFolder> folders = [];
        foreach (var name in names)
        {
            folders.Add(await RoundsFolder.ReadAsync(_folder[name], Stop));
        }

        return await CampaignDocument.ReadAsync(folders, Made, Stop);
    }

    private static Dictionary<string, string> FiguresOf(string page) =>
        Figure().Matches(page).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));

    [GeneratedRegex("""data-figure="([^"]+)">([^<]*)<""")]
    private static partial Regex Figure();

    [GeneratedRegex("""data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)""")]
    private static partial Regex Image();
}
