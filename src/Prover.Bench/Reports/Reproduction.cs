using System.Globalization;
using System.Text.RegularExpressions;
using Prover.Bench.Provers;

namespace Prover.Bench.Reports;

/// <summary>The commands that make a run again, as far as its settings tell.</summary>
internal static partial class Reproduction
{
    /// <summary>One command a line.</summary>
    public static IReadOnlyList<string> Of(RunReport run)
    {
        var settings = run.Settings;
        List<string> lines = [];
        if (settings.Data.Repository is not null)
        {
            lines.Add("prover bench fetch minif2f");
        }

        List<string> command =
        [
            "prover", "bench", "run",
            "--data", settings.Data.Repository is null ? settings.Data.Name : "minif2f",
            "--profile", settings.Profile,
            "--prover", settings.Prover.Name,
            "--samples", Text(settings.Samples),
            "--k", string.Join(',', settings.Ks.Select(k => Text(k))),
            "--seed", Text(settings.Seed),
        ];
        foreach (var split in settings.Data.Splits.Where(s => s.Length > 0))
        {
            command.AddRange(["--split", split]);
        }

        command.AddRange(settings.Data.Only.SelectMany(name => new[] { "--only", name }));
        if (!settings.Prover.Name.StartsWith(ProverFactory.ModelPrefix, StringComparison.Ordinal))
        {
            command.AddRange(settings.Prover.Models.SelectMany(m => new[] { "--model", m.Name }));
        }

        if (settings.Prover.RepairPolicy is { } policy)
        {
            command.AddRange(["--repair-policy", policy]);
            command.AddRange(settings.Prover.UsesPortfolio ? [] : ["--no-portfolio"]);
        }

        if (settings.Prover.Grade.Length > 0)
        {
            command.AddRange(["--grade", settings.Prover.Grade]);
        }

        foreach (var (option, limit) in new (string, double?)[]
        {
            ("--time-limit", settings.Prover.TimeLimitSeconds),
            ("--candidate-time-limit", settings.Prover.CandidateTimeLimitSeconds),
            ("--cpu-limit", settings.Prover.ProcessorTimeLimitSeconds),
            ("--max-candidates", settings.Prover.MaxCandidates),
            ("--max-tokens", settings.Prover.MaxTokens),
        })
        {
            if (limit > 0)
            {
                command.AddRange([option, Text(limit.Value)]);
            }
        }

        command.AddRange(["--out", run.Folder]);
        lines.Add(string.Join(' ', command.Select(Quoted)));
        return lines;
    }

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>As a shell takes it for one word, whatever is in it.</summary>
    private static string Quoted(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\A[A-Za-z0-9_./:,@+-]+\z")]
    private static partial Regex Plain();
}
