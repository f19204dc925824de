using System.Globalization;
using Prover.Bench.Runs;

namespace Prover.Bench.Reports.Pages;

/// <summary>Every setting of a run, for people.</summary>
internal static class SettingsTable
{
    public static IReadOnlyList<SettingOnPage> Of(RunSettings settings)
    {
        var (data, prover) = (settings.Data, settings.Prover);
        List<SettingOnPage> rows =
        [
            new("Data", $"{data.Name}: {data.Problems} problems" + (data.Splits.Count > 0 ? $", {string.Join(" and ", data.Splits)}" : string.Empty)),
            new("SHA-256 of the data", data.Sha256),
        ];
        Add("Repository", data.Repository);
        Add("Revision", data.Revision);
        Add("Profile", settings.Profile);
        Add("In front of every statement", settings.Header is { } header ? (header.Length > 0 ? header : "nothing") : "each problem's own header");
        Add("Lean", settings.Lean);
        Add("Prover", prover.Name + (prover.IsDeterministic ? " (deterministic)" : string.Empty));
        foreach (var model in prover.Models)
        {
            Add($"Model {model.Name}", string.Create(
                CultureInfo.InvariantCulture,
                $"{model.ModelId} at {model.Endpoint}, temperature {model.Temperature:0.###}, top-p {model.TopP:0.###}, at most {model.MaxOutputTokens} tokens an answer{(model.Price is { } price ? $", {price}" : string.Empty)}"));
        }

        Add("Memory", prover.Memory);
        Add("Repairs", prover.RepairPolicy);
        Add("Prompts", prover.Prompts.Count > 0 ? string.Join(", ", prover.Prompts) : null);
        Add("Samples of each problem", Number(settings.Samples));
        Add("k of pass@k", string.Join(", ", settings.Ks));
        Add("Seed", Number(settings.Seed));
        Add("Candidates of a sample at most", Number(prover.MaxCandidates));
        Add("Time limit of a sample", Figures.Seconds(prover.TimeLimitSeconds));
        Add("Time limit of a candidate", Figures.Seconds(prover.CandidateTimeLimitSeconds));
        Add("Processor time of a sample at most", prover.ProcessorTimeLimitSeconds is { } processor ? Figures.Seconds(processor) : null);
        Add("Tokens of a sample at most", prover.MaxTokens is { } tokens ? Figures.Count(tokens) : "no limit");
        Add("Grade that a proof must reach", prover.Grade);
        Add("Version of Prover", settings.Version);
        Add("Format of the run", Number(settings.Format));
        return rows;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                rows.Add(new SettingOnPage(name, value));
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A setting.</summary>
internal sealed record SettingOnPage(string Name, string Value);
