using System.Globalization;

namespace Prover.Rounds.Reports;

/// <summary>What makes campaigns less than comparable, in sentences.</summary>
internal static class CampaignWarnings
{
    public static IEnumerable<string> Of(IReadOnlyList<CampaignReport> campaigns)
    {
        foreach (var campaign in campaigns.Where(c => !c.IsComplete))
        {
            yield return $"{campaign.Name} is not finished: {campaign.Rounds.Count(r => r.Decision is not null && r.Round > 0)} of {campaign.Settings.Rounds} rounds are over.";
        }

        (string What, Func<CampaignReport, string> Of)[] settings =
        [
            ("held-out problems", c => $"{c.Settings.HeldOut.Name} ({Short(c.Settings.HeldOut.Sha256)})"),
            ("data to train on", c => string.Join(" and ", c.Settings.Train.Select(t => $"{t.Name} ({Short(t.Sha256)})"))),
            ("prover", c => c.Settings.Prover.Name),
            ("time limit of a held-out problem", c => string.Create(CultureInfo.InvariantCulture, $"{c.Settings.Prover.HeldOutTimeLimitSeconds ?? c.Settings.Prover.TimeLimitSeconds:0.###} s")),
            ("time limit of an attempt", c => string.Create(CultureInfo.InvariantCulture, $"{c.Settings.Prover.TimeLimitSeconds:0.###} s")),
            ("processor time of a held-out problem", c => Processor(c.Settings.Prover.HeldOutProcessorTimeLimitSeconds ?? c.Settings.Prover.ProcessorTimeLimitSeconds)),
            ("processor time of an attempt", c => Processor(c.Settings.Prover.ProcessorTimeLimitSeconds)),
            ("limit of candidates", c => c.Settings.Prover.MaxCandidates.ToString(CultureInfo.InvariantCulture)),
            ("profile", c => c.Settings.Profile),
            ("Lean", c => c.Settings.Lean),
            ("seed", c => c.Settings.Seed.ToString(CultureInfo.InvariantCulture)),
            ("number of variants of an unsolved problem", c => c.Settings.Variants.ToString(CultureInfo.InvariantCulture)),
            ("schedule", c => c.Settings.Schedule.ToString()),
        ];
        foreach (var (what, of) in settings.Where(s => campaigns.Select(s.Of).Distinct().Count() > 1))
        {
            yield return $"The {what} differs: {string.Join("; ", campaigns.Select(c => $"{of(c)} for {c.Name}"))}.";
        }
    }

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private static string Processor(double? seconds) => seconds is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{limit:0.###} s") : "none";
}
