using System.Text.Json;
using Prover.Bench.Data;
using Prover.Rounds.Makers.Variants;
using Prover.Rounds.Problems;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;
using Prover.Rounds.Tests.Dummy;

namespace Prover.Rounds.Tests.Rounds;

public sealed class RoundVariantsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Unsolved_problems_have_variants_once_and_settled_ones_and_variants_have_none()
    {
        var (folder, records) = await RunAsync(variants: 3);
        var variants = await folder.ReadVariantsAsync(Stop);
        var outcomes = new Dictionary<(int, string), ProblemOutcome>();
        foreach (var record in records.Skip(1))
        {
            foreach (var outcome in await folder.ReadOutcomesAsync(record.Round, Stop))
            {
                outcomes[(record.Round, outcome.Problem)] = outcome.Outcome;
            }
        }

        Assert.Equal(records.Skip(1).Select(r => r.Variants), records.Skip(1).Select(r => variants.Count(v => v.Round == r.Round)));
        Assert.All(variants, v =>
        {
            Assert.Contains(outcomes[(v.Round, v.Training.Parent!)], (ProblemOutcome[])[ProblemOutcome.NotProved, ProblemOutcome.TimedOut]);
            Assert.Contains(PlayedCampaign.Train, t => t.Name == v.Training.Parent && t.Difficulty == v.Training.Difficulty);
        });
        Assert.All(variants.GroupBy(v => v.Training.Parent), g => Assert.True(g.Count() <= 3 && g.Select(v => v.Round).Distinct().Count() == 1));
        var unsolved = outcomes.Where(o => o.Value is ProblemOutcome.NotProved or ProblemOutcome.TimedOut && PlayedCampaign.Train.Any(t => t.Name == o.Key.Item2)).Select(o => o.Key.Item2);
        Assert.Equal(unsolved.Distinct().Order(), variants.Select(v => v.Training.Parent).Distinct().Order());
        Assert.Empty(Duplicates.Find([.. PlayedCampaign.Train.Select(t => t.Problem), .. variants.Select(v => v.Training.Problem)], Stop));
        Assert.True(outcomes.Keys.Count(k => variants.Any(v => v.Name == k.Item2 && v.Round < k.Item1)) > 3);
        Assert.DoesNotContain(outcomes.Keys, k => variants.Any(v => v.Name == k.Item2 && v.Round >= k.Item1));
    }

    [Fact]
    public async Task Proofs_of_variants_tell_their_parent_and_are_counted_apart_from_the_problems_that_were_given()
    {
        var (folder, records) = await RunAsync(variants: 3);
        var parents = (await folder.ReadVariantsAsync(Stop)).ToDictionary(v => v.Name, v => v.Training.Parent);
        var proofs = (await folder.ReadPoolAsync(Stop)).Where(p => parents.ContainsKey(p.Problem)).ToList();

        Assert.True(proofs.Count > 3);
        Assert.All(proofs, p => Assert.Equal(parents[p.Problem], p.Parent));
        Assert.Equal(proofs.Count, records.Sum(r => r.SolvedVariants));

        var report = await CampaignReport.ReadAsync(folder, Stop);
        Assert.Equal(proofs.Select(p => p.Problem).Order(), report.Variants.Where(v => v.Outcome == ProblemOutcome.Solved).Select(v => v.Name).Order());
        Assert.Equal(parents.OrderBy(p => p.Key, StringComparer.Ordinal), report.Variants.Select(v => KeyValuePair.Create(v.Name, (string?)v.Parent)).OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.Equal(proofs.Count, report.Rounds.Sum(r => r.SolvedVariants));
        Assert.Equal(report.Rounds.Sum(r => r.Solved), report.Rounds[^1].SolvedInAll);
        Assert.True(report.Rounds[^1].SolvedInAll <= PlayedCampaign.TrainingProblems);
        Assert.Equal((await folder.ReadPoolAsync(Stop)).Count, report.Rounds[^1].SolvedInAll + proofs.Count);
    }

    [Fact]
    public async Task The_page_and_the_JSON_file_tell_every_variant()
    {
        var (folder, _) = await RunAsync(variants: 1);
        var document = await CampaignDocument.ReadAsync([folder], default, Stop);
        var page = await CampaignPage.RenderAsync(document, Stop);

        using var json = JsonDocument.Parse(CampaignJson.Write(document));
        var told = json.RootElement.GetProperty("campaigns")[0].GetProperty("variants").EnumerateArray().ToList();
        Assert.NotEmpty(told);
        Assert.All(told, v => Assert.Contains($"<th scope=\"row\">{v.GetProperty("name").GetString()}</th><td>{v.GetProperty("parent").GetString()}</td>", page, StringComparison.Ordinal));
        Assert.Contains("weaker claim", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_that_gives_a_held_out_problem_away_is_not_made()
    {
        var held = PlayedCampaign.HeldOut.Problems[5];
        var statement = held.Statement.Replace("held_05 (n : Nat) : ", "hard_40 (n : Nat) : n + 40 = 40 + n ∧ ", StringComparison.Ordinal);
        var train = new TrainingProblem(new BenchProblem("hard_40", string.Empty, string.Empty, statement));

        await PlayedCampaign.RunAsync(
            _folder["whole"], PlayedCampaign.Settings(2) with { Variants = 2 }, PlayedCampaign.PartsWithMemory() with { Contamination = new NearContamination() }, train: [train], cancellationToken: Stop);

        var made = await (await RoundsFolder.ReadAsync(_folder["whole"], Stop)).ReadVariantsAsync(Stop);
        Assert.Equal(2, made.Count);
        Assert.All(made, v => Assert.Equal("hard_40", v.Training.Parent));
        Assert.Contains(ProblemVariants.Of("hard_40", statement).Take(2), v => v.Detail == "n + 5 = 5 + n + 0");
        Assert.DoesNotContain(made, v => v.Detail == "n + 5 = 5 + n + 0");
    }

    [Fact]
    public async Task A_problem_whose_name_is_no_theorems_name_has_variants_with_names_that_are()
    {
        var train = new TrainingProblem(new BenchProblem("an odd/name_40", string.Empty, "open Nat\n", "theorem t (n : Nat) : n + 40 = 41 + n := by"));
        await RoundsFolder.OpenAsync(_folder["begun"], PlayedCampaign.Settings(1) with { Variants = 1 }, [train], PlayedCampaign.HeldOut, Stop);
        var folder = await RoundsFolder.ReadAsync(_folder["begun"], Stop);

        var made = Assert.Single(await new RoundVariants(folder, new ExactContamination()).MakeAsync(1, [new RoundOutcome("an odd/name_40", ProblemOutcome.TimedOut)], _ => [], [], Stop));

        Assert.Equal(("an_odd_name_40_weaker1", "an odd/name_40", "open Nat\n"), (made.Name, made.Training.Parent, made.Training.Problem.Header));
        Assert.Equal("theorem an_odd_name_40_weaker1 (n : Nat) : n + 40 ≤ 41 + n := by sorry", made.Training.Problem.Statement);
    }

    [Fact]
    public async Task Goals_at_which_attempts_were_stuck_are_variants_in_turn_with_what_follows()
    {
        var train = new TrainingProblem(new BenchProblem("hard", string.Empty, "open Nat\n", "theorem hard (n : Nat) : n + 40 = 41 + n := by")) { Difficulty = 0.7 };
        await RoundsFolder.OpenAsync(_folder["begun"], PlayedCampaign.Settings(1) with { Variants = 3 }, [train], PlayedCampaign.HeldOut, Stop);
        var folder = await RoundsFolder.ReadAsync(_folder["begun"], Stop);
        string[] goals = ["case succ\nn : Nat\nih : n + 40 = 41 + n\n⊢ n + 1 + 40 = 41 + (n + 1)", "⊢ ?a = 3", "m : Nat\n⊢ m + 40 = 41 + m", "k : Nat\nh✝ : 0 < k\n⊢ k = 1"];

        var made = await new RoundVariants(folder, new ExactContamination()).MakeAsync(1, [new RoundOutcome("hard", ProblemOutcome.NotProved)], name => name == "hard" ? goals : [], [], Stop);

        // One with a metavariable is no statement, and one is the problem itself.
        Assert.Equal(["hard_lemma1", "hard_weaker1", "hard_weaker2"], made.Select(v => v.Name));
        Assert.Equal((VariantKind.Lemma, "hard", 0.7, "open Nat\n"), (made[0].Kind, made[0].Training.Parent, made[0].Training.Difficulty, made[0].Training.Problem.Header));
        Assert.Equal("theorem hard_lemma1 (n : Nat) (ih : n + 40 = 41 + n) : n + 1 + 40 = 41 + (n + 1) := by sorry", made[0].Training.Problem.Statement);
    }

    [Fact]
    public async Task Without_the_option_there_is_no_variant()
    {
        var (folder, records) = await RunAsync(variants: 0);

        Assert.Empty(await folder.ReadVariantsAsync(Stop));
        Assert.All(records, r => Assert.Equal(0, r.Variants));
        Assert.False(File.Exists(_folder["whole/rounds/001/variants.jsonl"]));
    }

    private async Task<(RoundsFolder Folder, IReadOnlyList<RoundRecord> Records)> RunAsync(int variants)
    {
        var records = await PlayedCampaign.RunAsync(_folder["whole"], PlayedCampaign.Settings(4) with { Variants = variants }, cancellationToken: Stop);
        return (await RoundsFolder.ReadAsync(_folder["whole"], Stop), records);
    }
}
