using Prover.Bench.Profiles;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Rounds.Makers;
using Prover.Rounds.Makers.Variants;
using Prover.Rounds.Tests.RealLean;

namespace Prover.Rounds.Tests.Makers;

/// <summary>What is made is Lean, says Lean.</summary>
public sealed class RealLeanTests(LeanFixture lean)
{
    private static readonly string Header = Profiles.Core.Header!;

    private static readonly string Step = "induction n with\n  | zero => omega\n  | succ k ih => have := h1 k; omega";

    public static TheoryData<string> Makers => [.. ProblemMakers.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Makers))]
    public async Task All_made_statements_elaborate(string name)
    {
        var maker = ProblemMakersTests.Maker(name);
        var problems = Enumerable.Range(MadeProblem.Easiest, MadeProblem.Hardest).SelectMany(d => Enumerable.Range(100, 8).Select(s => maker.Make(s, d))).ToList();
        Assert.Empty(await ErrorsAsync(problems.Select(p => $"{p.Statement} := by sorry")));
    }

    [Fact]
    public async Task All_variants_of_made_problems_elaborate()
    {
        var variants = ProblemMakers.All.SelectMany(m => Enumerable.Range(1, 10).Select(d => m.Make(5, d))).SelectMany(p => ProblemVariants.Of(p.Name, p.Statement).Take(8)).ToList();
        Assert.True(variants.Count > 300, $"{variants.Count} variants.");
        Assert.Empty(await ErrorsAsync(variants.Select(v => $"{v.Statement} := by sorry")));
    }

    [Fact]
    public async Task Known_proofs_are_accepted_and_wrong_ones_are_not()
    {
        (string Maker, string Template, int Difficulty, string Proof)[] proofs =
        [
            ("identities", "square", 1, "grind"),
            ("identities", "product", 4, "grind"),
            ("identities", "two_power_sum", 5, "grind"),
            ("residues", "power_value", 1, "decide"),
            ("residues", "linear", 3, "omega"),
            ("residues", "chinese", 4, "omega"),
            ("sums", "constant_steps", 2, Step),
            ("recurrences", "fixed_residue", 3, Step),
            ("inequalities", "linear", 2, "omega"),
            ("systems", "square_system", 2, "omega"),
            ("systems", "cramer", 5, "grind"),
            ("functions", "value", 1, "simp [h]"),
            ("functions", "composition", 2, "simp only [hf, hg]; omega"),
            ("existence", "gcd_value", 1, "decide"),
            ("existence", "bounded", 1, "decide"),
            ("logic", "entailment", 1, "grind"),
            ("fields", "fraction", 3, "grind"),
            ("fields", "value", 1, "grind"),
        ];
        var made = proofs.Select(p => Problem(p.Maker, p.Template, p.Difficulty)).ToList();
        Assert.Empty(await ErrorsAsync(made.Zip(proofs, (problem, p) => $"{problem.Statement} := by\n  {p.Proof}")));
        Assert.NotEmpty(await ErrorsAsync([$"{Problem("recurrences", "cassini", 9).Statement} := by\n  omega"]));
    }

    private static MadeProblem Problem(string maker, string template, int difficulty) =>
        Enumerable.Range(0, 200).Select(s => ProblemMakersTests.Maker(maker).Make(s, difficulty)).First(p => p.Template == template);

    /// <summary>What Lean objects to in a text of all these theorems.</summary>
    private async Task<IReadOnlyList<string>> ErrorsAsync(IEnumerable<string> theorems)
    {
        var text = Header + string.Join("\n\n", theorems);
        var lines = text.Split('\n');
        var outcome = await lean.Checker.CheckAsync(new CheckRequest { Text = text, Describe = false, AskKernelAgain = false }, TestContext.Current.CancellationToken);
        var completed = Assert.IsType<CheckOutcome.Completed>(outcome);
        return [.. completed.Messages.Where(m => m.Severity == LeanSeverity.Error).Select(m => $"{lines[Math.Max(0, m.Start.Line - 1)]}\n{m.Text}")];
    }
}
