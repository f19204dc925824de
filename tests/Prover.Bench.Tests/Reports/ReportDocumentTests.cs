using System.Text.Json;
using Prover.Bench.Provers;
using Prover.Bench.Reports;
using Prover.Core.Verification;

namespace Prover.Bench.Tests.Reports;

public sealed class ReportDocumentTests
{
    [Fact]
    public void A_report_comes_back_from_its_JSON_as_it_was()
    {
        var document = ReportDocument.Of([TestRuns.Portfolio(), TestRuns.Model()], TestRuns.Start);
        var text = ReportJson.Write(document);
        var back = ReportJson.Read(text);

        Assert.Equal(text, ReportJson.Write(back));
        Assert.Equal(document.Runs[1].Score.All.PassAtK, back.Runs[1].Score.All.PassAtK);
        Assert.Equal(document.Runs[1].Problems.Select(p => p.FirstProof?.Text), back.Runs[1].Problems.Select(p => p.FirstProof?.Text));
        Assert.Equal(Grade.Replayed, back.Runs[1].Problems.First(p => p.IsSolved).FirstProof!.Grade);
    }

    [Fact]
    public void The_JSON_has_words_for_enumerations_and_names_in_camel_case()
    {
        using var json = JsonDocument.Parse(ReportJson.Write(ReportDocument.Of([TestRuns.Model()], TestRuns.Start)));
        var run = json.RootElement.GetProperty("runs")[0];

        Assert.Equal(1, json.RootElement.GetProperty("format").GetInt32());
        Assert.Equal("not_expressible", run.GetProperty("problems")[2].GetProperty("status").GetString());
        Assert.Equal("replayed", run.GetProperty("problems")[1].GetProperty("firstProof").GetProperty("grade").GetString());
        Assert.Equal("example-7b", run.GetProperty("settings").GetProperty("prover").GetProperty("models")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void A_report_says_nothing_of_the_folders_above_the_run() =>
        Assert.DoesNotContain("/runs/", ReportJson.Write(ReportDocument.Of([TestRuns.Model()], TestRuns.Start)), StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_no_report_is_refused() => Assert.Throws<JsonException>(() => ReportJson.Read("null"));

    [Fact]
    public void A_report_needs_a_run() => Assert.Throws<ArgumentException>(() => ReportDocument.Of([], TestRuns.Start));

    [Fact]
    public void Every_problem_has_its_outcomes_and_they_add_up_to_the_scores()
    {
        var run = ReportDocument.Of([TestRuns.Model()], TestRuns.Start).Runs[0];

        Assert.Equal(30, run.Problems.Count);
        Assert.Equal(run.Score.All.Proved, run.Problems.Sum(p => p.Proved));
        Assert.Equal(run.Score.All.Refuted, run.Problems.Sum(p => p.Refuted));
        Assert.Equal(run.Score.All.NotProved, run.Problems.Sum(p => p.NotProved));
        Assert.Equal(run.Score.All.TimedOut, run.Problems.Sum(p => p.TimedOut));
        Assert.Equal(run.Score.All.Failed, run.Problems.Sum(p => p.Failed));
        Assert.Equal(run.Score.All.Solved, run.Problems.Count(p => p.IsSolved));
        Assert.All([run.Score.All.Proved, run.Score.All.Refuted, run.Score.All.TimedOut, run.Score.All.Failed], n => Assert.True(n > 0));
    }

    [Fact]
    public void The_first_proof_is_that_of_the_lowest_number_whatever_the_order_on_record()
    {
        var run = TestRuns.Make(new ProverSettings("p"), 4, [1], (problem, sample) => problem == 0 && sample is 1 or 3 ? 'P' : 'N');
        var problem = ReportDocument.Of([run with { Samples = [.. run.Samples.Reverse()] }], TestRuns.Start).Runs[0].Problems[0];

        Assert.Equal(1, problem.FirstProof!.Sample);
        Assert.Contains("sample 1", problem.FirstProof.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_beyond_the_number_asked_for_are_left_out()
    {
        var run = TestRuns.Model();
        var fewer = ReportDocument.Of([run with { Settings = run.Settings with { Samples = 2 } }], TestRuns.Start).Runs[0];

        Assert.True(fewer.IsComplete);
        Assert.Equal(2, fewer.Problems.Max(p => p.Samples));
    }

    [Fact]
    public void Findings_are_counted_and_named()
    {
        var screening = ReportDocument.Of([TestRuns.Model()], TestRuns.Start).Runs[0].Screening;

        Assert.Equal((30, 30, 24, 3, 1, 1, 1, 1, 26), (screening.Problems, screening.Examined, screening.Expressible, screening.NotExpressible,
            screening.Vacuous, screening.False, screening.Unknown, screening.KnownFaults, screening.Asked));
        Assert.Equal(7, screening.Findings.Count);
    }

    [Fact]
    public void Runs_of_one_prover_are_told_apart_in_names_and_comparisons()
    {
        var (first, other) = (TestRuns.Model(), TestRuns.Portfolio());
        var document = ReportDocument.Of([first, first with { Folder = "/elsewhere/again" }, other], TestRuns.Start);
        string[] names = ["model:example-7b (model-example-7b-1)", "model:example-7b (again)", "portfolio"];

        Assert.Equal(names, document.Runs.Select(r => r.Name));
        Assert.Equal([(names[0], names[1]), (names[0], names[2]), (names[1], names[2])], document.Comparisons.Select(c => (c.A, c.B)));
        Assert.All(document.Comparisons.SelectMany(c => c.Differences.Select(d => (d.SolvedBy, c))), d => Assert.Contains(d.SolvedBy, new[] { d.c.A, d.c.B }));
        Assert.NotEmpty(document.Comparisons[1].Differences);
    }

    [Fact]
    public void The_same_run_twice_has_two_names() =>
        Assert.Equal(2, ReportDocument.Of([TestRuns.Model(), TestRuns.Model()], TestRuns.Start).Runs.Select(r => r.Name).Distinct().Count());
}
