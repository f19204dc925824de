using Prover.Bench.Files;

namespace Prover.Bench.Reports;

/// <summary>Writes a report's two files.</summary>
public static class ReportFiles
{
    /// <summary>Writes the page and the JSON file. Each appears whole or not at all; one that is there is replaced only by a complete new one.</summary>
    /// <param name="document">The report.</param>
    /// <param name="htmlPath">Where the page goes; its folder is created when it is missing.</param>
    /// <param name="jsonPath">Where the JSON goes.</param>
    /// <param name="cancellationToken">Ends it; nothing is replaced from then on.</param>
    /// <exception cref="IOException">A file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task WriteAsync(ReportDocument document, string htmlPath, string jsonPath, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        // Both texts are made first: a report that can't be rendered touches no file.
        var html = await ReportPage.RenderAsync(document, cancellationToken).ConfigureAwait(false);
        var json = ReportJson.Write(document);
        foreach (var (path, text) in new[] { (htmlPath, html), (jsonPath, json) })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await WholeFile.WriteAsync(path, text, cancellationToken).ConfigureAwait(false);
        }
    }
}
