using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using Prover.Bench.Reports.Pages;
using Prover.Bench.Reports.Plots;
using Prover.Bench.Screening;
using Prover.Core.Verification;

namespace Prover.Bench.Reports;

/// <summary>A report as one HTML page that needs nothing but itself: no script, no file, no address outside it.</summary>
/// <remarks>Names, statements, proofs and reasons come from data sets, models and Lean: every value is put in as text, encoded by the template engine.
/// The page's own policy forbids scripts and requests besides.</remarks>
public static class ReportPage
{
    private const string Parts = "Prover.Bench.Reports.Pages.";

    private static readonly TemplateOptions Options = MakeOptions();

    private static readonly Lazy<IFluidTemplate> Template = new(Parse);

    /// <summary>Encodes what HTML must have encoded, and leaves mathematical symbols as they are.</summary>
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Makes the page.</summary>
    /// <param name="document">The report.</param>
    /// <param name="cancellationToken">Ends it between its steps.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<string> RenderAsync(ReportDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        List<Plot> plots = [.. new[] { SamplesPlot.Draw(document.Runs), TimePlot.Draw(document.Runs), SourcesPlot.Draw(document.Runs) }.OfType<Plot>()];
        cancellationToken.ThrowIfCancellationRequested();
        var context = new TemplateContext(Options);
        context.SetValue("title", Visible.Of(Sentences.Title(document)));
        context.SetValue("document", document);
        context.SetValue("runs", document.Runs.Select(r => new RunOnPage(r)).ToList());
        context.SetValue("plots", plots);
        var page = await Template.Value.RenderAsync(context, Encoder).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return page;
    }

    /// <summary>The style of all pages, with the end of their head; holds no values.</summary>
    internal static string Style => Read(Parts + "10-style.liquid");

    private static TemplateOptions MakeOptions()
    {
        var options = new TemplateOptions { StrictFilters = true, MemberAccessStrategy = new StrictMembers() };

        options.ValueConverters.Add(value => value is string text ? new StringValue(Visible.Of(text)) : null);

        // Dates and enumerations stay what they are, for the filters below.
        options.ValueConverters.Add(value => value is DateTimeOffset or Enum ? new ObjectValue(value) : null);
        Add("percent", value => Figures.Percent(Number(value)));
        Add("seconds", value => Figures.Seconds(Number(value)));
        Add("count", value => Figures.Count(Number(value)));
        Add("significant", value => Figures.Significant(Number(value), 3));
        Add("p_value", value => Figures.PValue(Number(value)));
        Add("moment", value => Figures.Moment((DateTimeOffset)value.ToObjectValue()));
        Add("word", value => value.ToObjectValue() switch
        {
            StatementStatus status => Sentences.Word(status),
            Grade grade => grade.ToString().ToLowerInvariant(),
            null => "not yet examined",
            var other => throw new InvalidOperationException($"There is no word for a {other.GetType().Name}."),
        });
        return options;

        void Add(string name, Func<FluidValue, string> write) => options.Filters.AddFilter(name, (value, _, _) => new StringValue(write(value)));
        static double Number(FluidValue value) => (double)value.ToNumberValue();
    }

    /// <summary>The page's parts in the order of their file names, as one template.</summary>
    private static IFluidTemplate Parse()
    {
        var assembly = typeof(ReportPage).Assembly;
        var parts = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Parts, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read);
        return new FluidParser(new FluidParserOptions { AllowFunctions = true }).TryParse(string.Concat(parts), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"The page's template is no Liquid: {error}");
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
