using Prover.Bench.Data;
using Prover.Rounds.Makers;
using Prover.Rounds.Makers.Sets;
using Prover.Rounds.Problems;
using Prover.Rounds.Problems.Contamination;

namespace Prover.Rounds.Tests.Problems;

public sealed class DecontaminationTests
{
    private const string Amc = "theorem amc (x y : ℝ) (h₀ : x + y = 7) (h₁ : x * y = 12) (h₂ : x < y) : x = 3 ∧ y = 4 := by";

    private static readonly DataSet Valid = DataSet.Of("valid", [
        new BenchProblem("amc", "valid", string.Empty, Amc),
        new BenchProblem("sum", "valid", string.Empty, "theorem sum (n : ℕ) : ∑ k in Finset.range n, (2 * k + 1) = n ^ 2 := by sorry")]);

    [Theory]
    [InlineData("theorem other (x y : ℝ) (h₀ : x + y = 7)\n  (h₁ : x * y = 12) (h₂ : x < y) : x = 3 ∧ y = 4", Likeness.Exact, "amc")]
    [InlineData("theorem other (b a : Real) (p : a * b = 12) (s : a + b = 7) : b > a → a = 3 ∧ b = 4", Likeness.Normalised, "amc")]
    [InlineData("theorem other (m : ℕ) : ∑ j in Finset.range m, (2 * j + 1) = m ^ 2", Likeness.Normalised, "sum")]
    [InlineData("theorem other (u v : ℝ) (k₀ : u + v = 7) (k₁ : u * v = 12) (k₂ : u < v) : u = 3 ∧ v = 5", Likeness.Near, "amc")]
    public void What_an_evaluation_set_has_is_found(string statement, Likeness likeness, string with)
    {
        var hit = Assert.Single(new Decontamination([Valid]).Find([new BenchProblem("other", string.Empty, string.Empty, statement)], TestContext.Current.CancellationToken));
        Assert.Equal(("other", likeness, "valid", with), (hit.Problem, hit.Likeness, hit.DataSet, hit.With));
        Assert.InRange(hit.Similarity, likeness == Likeness.Normalised ? 0 : Decontamination.UsualThreshold, likeness == Likeness.Near ? 0.9999 : 1);
    }

    [Theory]
    [InlineData("theorem other (x y : ℝ) (h₀ : x - y = 9) (h₁ : x / y = 12) : 2 * x = 3 ∨ y = 40")]
    [InlineData("theorem other (n : ℕ) : n ≤ n ^ 2")]
    public void What_it_has_not_is_not(string statement) =>
        Assert.Null(new Decontamination([Valid]).Find("other", statement));

    [Fact]
    public void The_index_finds_what_comparing_all_with_all_finds()
    {
        var problems = ProblemSetMaker.Make(new ProblemSetRequest { Count = 300, Seed = 4, From = 1, To = 2, Makers = ProblemMakers.Of(["residues", "logic"]) }).Select(p => new BenchProblem(p.Name, "made", string.Empty, p.Statement)).ToList();
        var (evaluation, others) = (DataSet.Of("half", problems[..150]), problems[150..]);
        var shingles = problems.ToDictionary(p => p.Name, p => Shingles.Of(p.Statement));
        foreach (var threshold in (double[])[0.3, 0.5, 0.7])
        {
            var found = new Decontamination([evaluation], threshold).Find(others, TestContext.Current.CancellationToken);
            var compared = others.Select(o => (o.Name, Best: evaluation.Problems.Max(e => Jaccard(shingles[o.Name], shingles[e.Name])))).Where(p => p.Best >= threshold).ToList();
            Assert.Equal(compared.Select(c => c.Name), found.Select(f => f.Problem));
            Assert.All(found.Zip(compared), p => Assert.Equal(p.Second.Best, p.First.Similarity, 9));
            Assert.NotEmpty(found);
        }
    }

    [Fact]
    public void A_set_can_be_made_that_avoids_another()
    {
        var first = ProblemSetMaker.Make(new ProblemSetRequest { Count = 200, Seed = 1, From = 1, To = 3 }).ToList();
        var avoid = new Decontamination([DataSet.Of("first", [.. first.Select(p => new BenchProblem(p.Name, "made", string.Empty, p.Statement))])], threshold: 1);
        var second = ProblemSetMaker.Make(new ProblemSetRequest { Count = 200, Seed = 1, From = 1, To = 3, Avoid = avoid }).ToList();
        Assert.Equal(200, second.Count);
        Assert.DoesNotContain(second, p => avoid.Find(p.Name, p.Statement) is not null);
        Assert.All(first, p => Assert.NotNull(avoid.Find(p.Name, p.Statement)));
    }

    [Fact]
    public void Duplicates_up_to_renaming_are_found_with_the_first()
    {
        BenchProblem[] problems = [.. Valid.Problems, new BenchProblem("again", string.Empty, string.Empty, Amc.Replace('x', 'u'))];
        Assert.Equal([new Duplicate("again", "amc")], Duplicates.Find(problems, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.1)]
    public void A_threshold_that_is_no_similarity_is_refused(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Decontamination([Valid], threshold));

    private static double Jaccard(IReadOnlyList<string> a, IReadOnlyList<string> b) => (double)a.Intersect(b).Count() / a.Union(b).Count();
}
