using System.Net;
using System.Text.RegularExpressions;
using Prover.Bench.Provers;
using Prover.Bench.Reports;
using Prover.Bench.Runs;
using Prover.Bench.Screening;

namespace Prover.Bench.Tests.Reports;

public sealed partial class ReportPageTests
{
    [Fact]
    public async Task A_finished_run_has_its_figures_and_no_warning()
    {
        var page = await Render(TestRuns.Model());

        Assert.Contains("A proof was found for 10 of the 26 problems", page, StringComparison.Ordinal);
        Assert.Equal("26", Figure(page, "run0.all.problems"));
        Assert.DoesNotContain("run0.unfinished", page, StringComparison.Ordinal);
        Assert.DoesNotContain("run0.deterministic", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_run_says_so_and_how_far_it_is()
    {
        var run = TestRuns.Model();
        var page = await Render(run with { Checks = [.. run.Checks.Take(20)], Samples = [.. run.Samples.Take(41)] });

        Assert.Contains("This run is not finished:</strong> 20 of 30 statements examined, 41 of 128 samples on record.", page, StringComparison.Ordinal);
        Assert.Contains("so far.", page, StringComparison.Ordinal);
        Assert.Contains("not yet examined", page, StringComparison.Ordinal);
        Assert.Contains("run0.noScore", page, StringComparison.Ordinal); // some problem has no sample yet
    }

    [Fact]
    public async Task A_run_that_has_not_begun_has_a_page()
    {
        var run = TestRuns.Model();

        Assert.Contains("No statement has been examined yet.", await Render(run with { Checks = [], Samples = [], Sessions = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_to_run_it_again_names_everything_that_was_chosen()
    {
        var run = TestRuns.Model();
        var loop = run.Settings.Prover with { Name = "loop", UsesPortfolio = false };
        var page = await Render(run with { Settings = run.Settings with { Prover = loop, Data = run.Settings.Data with { Only = ["aime_2031_p1", "imo's"] } } });

        Assert.Contains("--only aime_2031_p1 --only 'imo'\\''s' --model example-7b --repair-policy adaptive --no-portfolio", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_with_nothing_expressible_lists_the_reasons_and_has_no_score()
    {
        var run = TestRuns.Portfolio();
        var page = await Render(run with
        {
            Checks = [.. run.Checks.Select(c => new CheckedStatement(c.Problem, StatementStatus.NotExpressible) { Reason = $"no Mathlib for {c.Problem}" })],
            Samples = [],
        });

        Assert.Contains("No prover was asked: none of the 30 statements can be expressed under the profile core.", page, StringComparison.Ordinal);
        Assert.Contains("no Mathlib for own_lemma_about_lists", page, StringComparison.Ordinal);
        Assert.Contains("run0.noScore", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
        Assert.DoesNotContain("run0.unfinished", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_sample_has_no_any_of_n_of_its_own()
    {
        var page = WebUtility.HtmlDecode(await Render(TestRuns.Portfolio()));

        Assert.Contains("\"any of n\" is pass@1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("public tables often call this", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deterministic_prover_is_said_to_gain_nothing_by_more_samples() =>
        Assert.Contains("pass@k over them says nothing that pass@1 does not", await Render(TestRuns.Portfolio()), StringComparison.Ordinal);

    [Fact]
    public async Task A_run_on_which_all_machinery_failed_has_an_open_end()
    {
        var page = await Render(TestRuns.Make(new ProverSettings("broken"), 2, [1, 2], (_, _) => 'F'));

        Assert.Equal("0.0 %", Figure(page, "run0.all.pass@1.low"));
        Assert.Equal("not known", Figure(page, "run0.all.pass@1.high"));
        Assert.Contains("nothing left", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>window.hacked = 1</script>")]
    [InlineData("\"><img src=x onerror=\"window.hacked = 1\">'")]
    [InlineData("</pre></table></script>]]><!-- --> {{ title }} {% raw %}")]
    public async Task Hostile_text_is_encoded_wherever_it_stands(string text)
    {
        var page = await Render(TestRuns.Hostile(text), TestRuns.Model());

        Assert.DoesNotContain(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(Tags(await Render(TestRuns.Hostile("plain"), TestRuns.Model())), Tags(page));
    }

    [Fact]
    public async Task Characters_that_turn_the_order_of_reading_are_shown() =>
        Assert.Contains("a‹U+202E›b‹U+0007›c", WebUtility.HtmlDecode(await Render(TestRuns.Hostile("a\u202Eb\u0007c"))), StringComparison.Ordinal);

    [Fact]
    public async Task The_page_names_no_address_outside_itself()
    {
        var page = await Render(TestRuns.Portfolio(), TestRuns.Model());

        Assert.All(Addresses().Matches(page), m => Assert.StartsWith("data:", m.Groups[1].Value, StringComparison.Ordinal));
        Assert.NotEmpty(Addresses().Matches(page));
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_to_run_it_again_quotes_what_a_shell_would_read()
    {
        var page = WebUtility.HtmlDecode(await Render(TestRuns.Hostile("it's $(evil)")));

        Assert.Contains(@"--prover 'it'\''s $(evil)' ", page, StringComparison.Ordinal);
    }

    private static Task<string> Render(params BenchRun[] runs) => ReportPage.RenderAsync(ReportDocument.Of(runs, TestRuns.Start), TestContext.Current.CancellationToken);

    private static string Figure(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"data-figure=\"{Regex.Escape(name)}\">([^<]*)<").Groups[1].Value).Replace('\u00a0', ' ');

    private static IEnumerable<(string, int)> Tags(string page) => TagNames().Matches(page).CountBy(m => m.Value).Select(p => (p.Key, p.Value)).Order();

    [GeneratedRegex(@"(?:src|href|srcset)=""([^""]*)""")]
    private static partial Regex Addresses();

    [GeneratedRegex("</?[a-z0-9]+")]
    private static partial Regex TagNames();
}
