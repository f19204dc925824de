using Prover.Bench.Data;
using Prover.Bench.Runs;
using Prover.Rounds.Problems;
using Prover.Rounds.Reports;
using Prover.Rounds.Rounds;
using Prover.Rounds.Tests.Dummy;

namespace Prover.Rounds.Tests.Rounds;

public sealed class DuplicateProblemsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_problem_that_is_in_two_files_under_other_names_is_attempted_once_and_listed()
    {
        await File.WriteAllLinesAsync(_folder["a.jsonl"], [Line("one_03", "(n : Nat) : n * 3 < n + 9"), Line("other_04", "(n : Nat) : n < n + 4")], Stop);
        await File.WriteAllLinesAsync(_folder["b.jsonl"], [Line("two_03", "(k : Nat) :\n  9 + k > 3 * k"), Line("three_03", "(m : Nat) : m * 3 < m + 9")], Stop);
        var train = await TrainingReader.ReadAsync([_folder["a.jsonl"], _folder["b.jsonl"]], Stop);

        var records = await PlayedCampaign.RunAsync(_folder["whole"], PlayedCampaign.Settings(2), train: train.Problems, cancellationToken: Stop);

        Duplicate[] expected = [new("two_03", "one_03"), new("three_03", "one_03")];
        Assert.All(records.Skip(1), r => Assert.Equal(expected, r.Duplicates));
        foreach (var round in new[] { 1, 2 })
        {
            var run = await RunFolder.ReadAsync(Path.Combine(_folder["whole"], "rounds", $"{round:000}", "attempts"), Stop);
            Assert.DoesNotContain(run.Problems, p => p.Name is "two_03" or "three_03");
        }

        var report = await CampaignReport.ReadAsync(await RoundsFolder.ReadAsync(_folder["whole"], Stop), Stop);
        Assert.Equal(expected, report.Duplicates);
        var page = await CampaignPage.RenderAsync(await CampaignDocument.ReadAsync([await RoundsFolder.ReadAsync(_folder["whole"], Stop)], default, Stop), Stop);
        Assert.Contains("and 2 as duplicates", page, StringComparison.Ordinal);
        Assert.Contains("three_03", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_copy_of_a_problem_that_gives_a_held_out_one_away_is_kept_out_with_it()
    {
        TrainingProblem[] problems =
        [
            Problem("first", "(n : Nat) : n * 3 < n + 9"),
            Problem("copy", "(k : Nat) : k * 3 < k + 9") with { Parent = "held" },
            Problem("again", "(m : Nat) : m * 3 < m + 9"),
            Problem("fine", "(m : Nat) : m * 3 < m + 10"),
        ];

        var selection = await TrainingSelection.OfAsync(problems, [Problem("held", "(a : Nat) : a = a").Problem], new ExactContamination(), Stop);

        Assert.Equal(["fine"], selection.Usable.Select(p => p.Name));
        Assert.Equal([("first", "held"), ("copy", "held")], selection.Excluded.Select(e => (e.Problem, e.HeldOut)));
        Assert.Contains("copy", selection.Excluded[0].Reason, StringComparison.Ordinal);
        Assert.Equal([new Duplicate("again", "first")], selection.Duplicates);
    }

    private static TrainingProblem Problem(string name, string statement) => new(new BenchProblem(name, string.Empty, string.Empty, $"theorem {name} {statement} := by"));

    private static string Line(string name, string statement) =>
        $$"""{"name": "{{name}}", "header": "", "formal_statement": "theorem {{name}} {{statement.Replace("\n", "\\n", StringComparison.Ordinal)}} := by"}""";
}
