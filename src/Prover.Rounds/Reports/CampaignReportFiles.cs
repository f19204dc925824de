using Prover.Bench.Files;

namespace Prover.Rounds.Reports;

/// <summary>Writes a report's two files.</summary>
public static class CampaignReportFiles
{
    /// <summary>Writes the page and the JSON file beside it. Each appears whole or not at all.</summary>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static async Task WriteAsync(CampaignDocument document, string htmlPath, string jsonPath, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = await CampaignPage.RenderAsync(document, cancellationToken).ConfigureAwait(false);
        var json = CampaignJson.Write(document);
        foreach (var (path, text) in new[] { (htmlPath, html), (jsonPath, json) })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await WholeFile.WriteAsync(path, text, cancellationToken).ConfigureAwait(false);
        }
    }
}
