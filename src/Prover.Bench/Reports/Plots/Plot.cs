namespace Prover.Bench.Reports.Plots;

/// <summary>A plot for a page, drawn for wide and narrow and for light and dark.</summary>
/// <param name="Id">One of a kind on the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">How to read it.</param>
/// <param name="Description">What it says in words and figures, for those who can't see it.</param>
internal sealed record Plot(string Id, string Title, string Caption, string Description)
{
    public required PlotImage Light { get; init; }

    public required PlotImage Dark { get; init; }

    public required PlotImage NarrowLight { get; init; }

    public required PlotImage NarrowDark { get; init; }
}

/// <summary>A drawing.</summary>
/// <param name="Uri">The SVG as a <c>data:</c> address: apart from the page, so that ids in it can't meet those of other drawings and text in it
/// is nothing but text.</param>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height in CSS pixels.</param>
internal sealed record PlotImage(string Uri, int Width, int Height);
