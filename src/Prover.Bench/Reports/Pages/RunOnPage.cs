using Prover.Bench.Scores;
using Prover.Bench.Screening;

namespace Prover.Bench.Reports.Pages;

/// <summary>A run as the template reads it: the report, and what a template can't work out of it.</summary>
internal sealed class RunOnPage(RunReport report)
{
    public RunReport Report => report;

    /// <summary>The result in a sentence.</summary>
    public string Sentence => Sentences.Result(report);

    /// <summary>The pass@k of the headline: pass@1 where it was asked for.</summary>
    public PassAtK? Headline => report.Score.All.PassAtK is [var first, ..] ? first : null;

    /// <summary>The same without faulty statements.</summary>
    public PassAtK? HeadlineWithoutFaulty => report.Score.WithoutFaulty.PassAtK.FirstOrDefault(p => p.K == Headline?.K);

    /// <summary>pass@k with and without faulty statements, k by k.</summary>
    public IReadOnlyList<PassAtKRow> PassAtK =>
        [.. report.Score.All.PassAtK.Select(p => new PassAtKRow(p, report.Score.WithoutFaulty.PassAtK.FirstOrDefault(w => w.K == p.K)))];

    /// <summary>Sets of problems: by source, then by split.</summary>
    public IReadOnlyList<GroupsOnPage> Groups => [new("source", "bySource", report.Score.BySource), new("split", "bySplit", report.Score.BySplit)];

    /// <summary>The k of the columns of tables of groups.</summary>
    public IReadOnlyList<int> Ks => [.. report.Score.All.PassAtK.Select(p => p.K)];

    public IReadOnlyList<CheckedStatement> NotAsked => [.. report.Screening.Findings.Where(f => !f.IsAsked)];

    public IReadOnlyList<CheckedStatement> Faulty => [.. report.Screening.Findings.Where(f => f.IsFaulty)];

    public IReadOnlyList<SettingOnPage> Settings => SettingsTable.Of(report.Settings);

    public IReadOnlyList<string> Commands => Reproduction.Of(report);

    /// <summary>Price of the tokens with its currency; null where there is none.</summary>
    public string? Price => report.Score.Costs.Currency is { } currency ? $"{Figures.Significant((double)report.Score.Costs.Cost, 3)} {currency}" : null;
}

/// <summary>A row of the table of pass@k.</summary>
internal sealed record PassAtKRow(PassAtK All, PassAtK? WithoutFaulty);

/// <summary>Scores of sets of problems.</summary>
/// <param name="Kind">What sets them apart, for people.</param>
/// <param name="Figure">The same in the names of figures.</param>
/// <param name="Scores">One for each set.</param>
internal sealed record GroupsOnPage(string Kind, string Figure, IReadOnlyList<GroupScore> Scores);
