using Fluid;
using Fluid.Values;
using Prover.Bench.Reports;
using Prover.Bench.Reports.Pages;
using Prover.Bench.Reports.Plots;
using Prover.Rounds.Makers.Variants;
using Prover.Rounds.Promotion;
using Prover.Rounds.Reports.Plots;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Reports;

/// <summary>A report of campaigns as one HTML page that needs nothing but itself, in the manner of the harness's reports and with their safeguards:
/// no script, every value put in as text.</summary>
public static class CampaignPage
{
    private const string Part = "Prover.Rounds.Reports.Pages.campaign.liquid";

    private static readonly TemplateOptions Options = MakeOptions();

    private static readonly Lazy<IFluidTemplate> Template = new(Parse);

    /// <summary>Makes the page.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<string> RenderAsync(CampaignDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        List<Plot> plots = [.. new[] { HeldOutPlot.Draw(document.Campaigns), TrainingPlot.Draw(document.Campaigns) }.OfType<Plot>()];
        var context = new TemplateContext(Options);
        context.SetValue("title", Visible.Of(Title(document)));
        context.SetValue("document", document);
        context.SetValue("rows", Rows(document));
        context.SetValue("plots", plots);
        context.SetValue("style", ReportPage.Style);
        return await Template.Value.RenderAsync(context, ReportPage.Encoder).ConfigureAwait(false);
    }

    private static string Title(CampaignDocument document) => document.Campaigns.Count == 1
        ? $"Rounds of {document.Campaigns[0].Name}"
        : $"Rounds of {string.Join(", ", document.Campaigns.SkipLast(1).Select(c => c.Name))} and {document.Campaigns[^1].Name}";

    /// <summary>Round by round, the campaigns side by side; null where a campaign has no such round.</summary>
    private static List<RoundRow> Rows(CampaignDocument document) =>
    [
        .. Enumerable.Range(0, document.Campaigns.Max(c => c.Rounds.Count))
            .Select(n => new RoundRow(n, [.. document.Campaigns.Select(c => new RoundCell(c.Rounds.ElementAtOrDefault(n), c.Rounds.ElementAtOrDefault(n)?.PassAt1()?.FailuresWrong))])),
    ];

    private static TemplateOptions MakeOptions()
    {
        var options = new TemplateOptions { StrictFilters = true, MemberAccessStrategy = new StrictMembers() };
        options.ValueConverters.Add(value => value is string text ? new StringValue(Visible.Of(text)) : null);
        options.ValueConverters.Add(value => value is DateTimeOffset or Enum ? new ObjectValue(value) : null);
        Add("percent", value => Figures.Percent(Number(value)));
        Add("points", value => Figures.Points(Number(value)));
        Add("count", value => Figures.Count(Number(value)));
        Add("seconds", value => Figures.Seconds(Number(value)));
        Add("p_value", value => Figures.PValue(Number(value)));
        Add("moment", value => Figures.Moment((DateTimeOffset)value.ToObjectValue()));
        Add("word", value => value.ToObjectValue() switch
        {
            DecisionKind.Baseline => "baseline",
            DecisionKind.Promoted => "promoted",
            DecisionKind.RolledBack => "rolled back",
            DecisionKind.Unchanged => "unchanged",
            PromotionRule.Better => "when it is shown to be better",
            PromotionRule.NotWorse => "unless it is shown to be worse",
            VariantKind.SpecialCase => "special case",
            VariantKind.AddedHypothesis => "one hypothesis more",
            VariantKind.WeakerClaim => "weaker claim",
            VariantKind.Lemma => "lemma",
            ProblemOutcome.Solved => "solved",
            ProblemOutcome.NotProved => "not proved",
            ProblemOutcome.TimedOut => "timed out",
            ProblemOutcome.Failed => "not known, the machinery failed",
            ProblemOutcome.False => "false",
            ProblemOutcome.Vacuous => "vacuous",
            ProblemOutcome.NotExpressible => "not expressible",
            var other => throw new InvalidOperationException($"There is no word for '{other}'."),
        });
        return options;

        void Add(string name, Func<FluidValue, string> write) => options.Filters.AddFilter(name, (value, _, _) => new StringValue(write(value)));
        static double Number(FluidValue value) => (double)value.ToNumberValue();
    }

    private static IFluidTemplate Parse()
    {
        using var reader = new StreamReader(typeof(CampaignPage).Assembly.GetManifestResourceStream(Part)!);
        return new FluidParser(new FluidParserOptions { AllowFunctions = true }).TryParse(reader.ReadToEnd(), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"The page's template is no Liquid: {error}");
    }
}

/// <summary>A round of all campaigns.</summary>
internal sealed record RoundRow(int Round, IReadOnlyList<RoundCell> Cells);

/// <summary>A round of a campaign; null where it has none.</summary>
internal sealed record RoundCell(RoundReport? Report, Prover.Bench.Scores.Estimate? Score);
