using Prover.Bench.Runs;
using Prover.Bench.Scores;
using Prover.Core;
using Prover.Rounds.Rounds;

namespace Prover.Rounds.Reports;

/// <summary>One campaign or several side by side: what the JSON file holds and the page shows.</summary>
public sealed record CampaignDocument
{
    /// <summary>Raised when a field changes its meaning or goes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the document.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string Version { get; init; }

    /// <summary>The campaigns, in the order asked for.</summary>
    public required IReadOnlyList<CampaignReport> Campaigns { get; init; }

    /// <summary>The last held-out runs that are finished in two campaigns each, against each other; by the campaigns' names.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>What makes a comparison less than fair, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Gathers campaigns.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="RoundsException">A file is damaged.</exception>
    public static async Task<CampaignDocument> ReadAsync(IReadOnlyList<RoundsFolder> folders, DateTimeOffset made, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folders);
        if (folders.Count == 0)
        {
            throw new ArgumentException("There is no campaign to report on.", nameof(folders));
        }

        List<CampaignReport> reports = [];
        foreach (var folder in folders)
        {
            var report = await CampaignReport.ReadAsync(folder, cancellationToken).ConfigureAwait(false);
            reports.Add(reports.Exists(r => r.Name == report.Name) ? report with { Name = $"{report.Name} ({reports.Count + 1})" } : report);
        }

        var last = Enumerable.Min(reports.Select(r => r.Rounds.LastOrDefault(x => x.HeldOut is not null)?.Round ?? -1));
        List<Comparison> comparisons = [];
        for (var i = 0; i < reports.Count && last >= 0; i++)
        {
            for (var j = i + 1; j < reports.Count; j++)
            {
                var comparison = RunComparer.Compare(await RunAsync(folders[i]).ConfigureAwait(false), await RunAsync(folders[j]).ConfigureAwait(false));
                comparisons.Add(Named(comparison, $"{reports[i].Name}, round {last}", $"{reports[j].Name}, round {last}"));
            }
        }

        return new CampaignDocument
        {
            Made = made,
            Version = ProductVersion.Current,
            Campaigns = reports,
            Comparisons = comparisons,
            Warnings = [.. CampaignWarnings.Of(reports)],
        };

        Task<BenchRun> RunAsync(RoundsFolder folder) => RunFolder.ReadAsync(folder.Paths.Round(last).HeldOut, cancellationToken);
    }

    private static Comparison Named(Comparison comparison, string a, string b) => comparison with
    {
        A = a,
        B = b,
        Differences = [.. comparison.Differences.Select(d => d with { SolvedBy = d.SolvedBy == comparison.A ? a : b })],
    };
}
