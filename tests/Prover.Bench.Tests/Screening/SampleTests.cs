using System.Text.Json;
using Prover.Bench.Data;
using Prover.Bench.Data.Manifests;
using Prover.Bench.Screening;
using Prover.Bench.Tests.RealLean;
using Prover.Core.Proving;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;
using Prover.Core.Verification;
using BenchProfiles = Prover.Bench.Profiles.Profiles;

namespace Prover.Bench.Tests.Screening;

/// <summary>What the sample says of its problems is so, says real Lean.</summary>
public sealed class SampleTests(LeanFixture lean)
{
    private static readonly Dictionary<string, (BenchProblem Problem, string Expected)> Sample = Read();

    public static TheoryData<string> True => [.. Sample.Values.Where(s => s.Expected is "provable" or "hard").Select(s => s.Problem.Name)];

    public static TheoryData<string> All => [.. Sample.Keys];

    [Fact]
    public void There_are_some_of_each_kind() => Assert.Equal(
        [("false", 3), ("hard", 3), ("provable", 11), ("vacuous", 3)],
        Sample.Values.GroupBy(s => s.Expected).Select(g => (g.Key, g.Count())).OrderBy(g => g.Key, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(True))]
    public async Task What_is_said_to_be_true_has_a_proof(string name)
    {
        var statement = TheoremStatement.Parse(BenchProfiles.Core.StatementOf(Sample[name].Problem));
        var (proof, helpers) = SampleProofs.Of(name);
        var verdict = await lean.Verifier.VerifyAsync(
            new VerifyRequest { Text = statement.WithProof(proof, helpers), Statement = statement.Head, UseStore = false }, TestContext.Current.CancellationToken);
        Assert.True(verdict.Kind == VerdictKind.Proved, $"{verdict.Reason} {string.Join("\n", verdict.Messages)}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_check_of_statements_finds_what_is_false_or_vacuous_and_nothing_else(string name)
    {
        var (problem, expected) = Sample[name];
        var options = new StatementCheckOptions { TimeLimit = TimeSpan.FromMinutes(2), CandidateTimeLimit = TimeSpan.FromMinutes(1) };
        var found = await new StatementCheck(lean.Checker, lean.Verifier, options).CheckAsync(
            problem, BenchProfiles.Core.StatementOf(problem), TestContext.Current.CancellationToken);
        Assert.Equal(
            expected switch { "false" => StatementStatus.False, "vacuous" => StatementStatus.Vacuous, _ => StatementStatus.Expressible }, found.Status);
    }

    [Theory]
    [MemberData(nameof(True))]
    public async Task The_portfolio_proves_what_is_said_to_be_provable_and_runs_out_of_ideas_on_what_is_hard(string name)
    {
        var (problem, expected) = Sample[name];
        var search = new ProofSearch(lean.Checker, lean.Verifier, new PortfolioSampler());
        var request = new ProveRequest
        {
            Statement = BenchProfiles.Core.StatementOf(problem),
            Budget = new ProveBudget { TimeLimit = TimeSpan.FromMinutes(10), CandidateTimeLimit = TimeSpan.FromMinutes(2) },
            UseStore = false,
        };
        ProveResult? result = null;
        await foreach (var happened in search.ProveAsync(request, TestContext.Current.CancellationToken))
        {
            result = (happened as ProveEvent.Finished)?.Result ?? result;
        }

        Assert.Equal(expected == "provable" ? VerdictKind.Proved : VerdictKind.NotProved, result!.Verdict.Kind);
    }

    private static Dictionary<string, (BenchProblem, string)> Read()
    {
        var problems = DataSetReader.ReadAsync(BuiltInData.SampleName).GetAwaiter().GetResult().Problems;
        var expected = System.Text.Encoding.UTF8.GetString(BuiltInData.Sample).TrimEnd().Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("expected").GetString()!);
        return problems.Zip(expected).ToDictionary(p => p.First.Name);
    }
}
