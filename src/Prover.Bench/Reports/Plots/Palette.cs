using OxyPlot;

namespace Prover.Bench.Reports.Plots;

/// <summary>Colours of a plot on a light or a dark page.</summary>
/// <param name="Text">Titles and labels.</param>
/// <param name="Lines">Axes and grid.</param>
/// <param name="Runs">One for each run, over again when there are more. Okabe and Ito's colours, which colour-blind people can tell apart
/// ("Color Universal Design", 2008), made lighter on dark.</param>
internal sealed record Palette(OxyColor Text, OxyColor Lines, IReadOnlyList<OxyColor> Runs)
{
    /// <summary>For a light page, and for paper.</summary>
    public static Palette Light { get; } = new(Colour(0x4A4F57), Colour(0xD4D7DC), Colours(0x0072B2, 0xD55E00, 0x009E73, 0xAA4499, 0xB8860B));

    /// <summary>For a dark page.</summary>
    public static Palette Dark { get; } = new(Colour(0xB4BAC4), Colour(0x3A4049), Colours(0x56B4E9, 0xF08A4B, 0x2FC79B, 0xE08FC4, 0xF0E442));

    /// <summary>The colour of a run.</summary>
    public OxyColor Of(int run) => Runs[run % Runs.Count];

    /// <summary>Runs are told apart by their lines too: not everybody sees colours, and not every printer has them.</summary>
    public static LineStyle LineOf(int run) => (run % 4) switch { 0 => LineStyle.Solid, 1 => LineStyle.Dash, 2 => LineStyle.Dot, _ => LineStyle.DashDot };

    /// <summary>And by their markers.</summary>
    public static MarkerType MarkerOf(int run) => (run % 4) switch
    {
        0 => MarkerType.Circle,
        1 => MarkerType.Square,
        2 => MarkerType.Triangle,
        _ => MarkerType.Diamond,
    };

    private static OxyColor Colour(uint rgb) => OxyColor.FromUInt32(0xFF000000 | rgb);

    private static OxyColor[] Colours(params uint[] rgbs) => [.. rgbs.Select(Colour)];
}
