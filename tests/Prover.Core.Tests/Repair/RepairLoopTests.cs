using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Proving;
using Prover.Core.Repair;
using Prover.Core.Repair.Partial;
using Prover.Core.Repair.Policies;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;
using static Prover.Core.Tests.Fakes.ScriptedChecker;

namespace Prover.Core.Tests.Repair;

/// <summary>The loop as a search runs it, with a scripted author and a checker that accepts only "good".</summary>
public class RepairLoopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failed_proof_goes_back_with_what_Lean_said()
    {
        var author = new ScriptedAuthor(n => n == 0 ? ["by bad"] : null, (_, _) => ["good"]);

        var result = await SearchAsync(author, new RepairFirstPolicy(), new RepairOptions { MaxBranches = 1 });

        Assert.Equal(VerdictKind.Proved, result.Verdict.Kind);
        Assert.Equal("repair", result.Origin);
        var attempt = Assert.Single(author.Corrected);
        Assert.Equal("bad is not good", Assert.Single(attempt.Report.Errors).Message);
        Assert.Contains("<error 1>", attempt.Report.MarkedText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repairs_of_repairs_end_after_so_many_rounds()
    {
        var author = new ScriptedAuthor(n => n == 0 ? ["by bad0"] : null, (attempt, _) => [$"by bad{attempt.Round + 1}"]);

        var result = await SearchAsync(author, new RepairFirstPolicy(), new RepairOptions { MaxRounds = 3, MaxBranches = 1 });

        Assert.Equal(VerdictKind.NotProved, result.Verdict.Kind);
        Assert.Equal([0, 1, 2], author.Corrected.Select(a => a.Round));
        Assert.Equal(4, result.Samples);
    }

    [Fact]
    public async Task One_attempt_is_repaired_in_so_many_branches()
    {
        var author = new ScriptedAuthor(n => n == 0 ? ["by bad"] : null, (_, number) => [$"by bad{number}"]);

        await SearchAsync(author, new RepairFirstPolicy(), new RepairOptions { MaxRounds = 1, MaxBranches = 3 });

        Assert.Equal(3, author.Corrected.Count(a => a.Candidate.Proof == "by bad"));
    }

    [Fact]
    public async Task A_line_that_hears_the_same_again_is_given_up()
    {
        var author = new ScriptedAuthor(n => n == 0 ? ["by same -- 0"] : null, (attempt, number) => [$"by same -- {number + 1}"]);

        await SearchAsync(author, new RepairFirstPolicy(), new RepairOptions { MaxRounds = 50, MaxBranches = 1 });

        Assert.Single(author.Corrected);
    }

    [Fact]
    public async Task A_repair_that_says_the_same_proof_again_ends()
    {
        var author = new ScriptedAuthor(n => n == 0 ? ["by bad"] : null, (_, _) => ["by  bad "]);

        var result = await SearchAsync(author, new RepairFirstPolicy(), new RepairOptions { MaxRounds = 50, MaxBranches = 2 });

        Assert.Equal(1, result.Samples);
        Assert.Equal(2, author.Corrected.Count);
    }

    [Fact]
    public async Task Without_repairs_only_fresh_proofs_are_asked_for()
    {
        var author = new ScriptedAuthor(n => n < 5 ? [$"by bad{n}"] : null, (_, _) => ["good"]);

        var result = await SearchAsync(author, new FreshOnlyPolicy());

        Assert.Equal((VerdictKind.NotProved, 5), (result.Verdict.Kind, result.Samples));
        Assert.Empty(author.Corrected);
    }

    [Fact]
    public async Task The_number_of_questions_is_kept()
    {
        var author = new ScriptedAuthor(n => [$"by bad{n}"], (_, number) => [$"by worse{number}"]);

        var result = await SearchAsync(author, new BalancedPolicy(), new RepairOptions { MaxRequests = 9 });

        Assert.Equal(9, result.Samples);
    }

    [Fact]
    public async Task The_budget_of_tokens_ends_the_loop()
    {
        var author = new ScriptedAuthor(n => [$"by bad{n}"], (_, number) => [$"by worse{number}"]) { Price = 10 };

        var result = await SearchAsync(
            author, new AdaptivePolicy(), new RepairOptions { Parallelism = 1 }, new ProveBudget { MaxTokens = 100 });

        Assert.InRange(result.Samples, 9, 10);
        Assert.Contains("100 tokens", result.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_best_partial_proof_is_repaired_first_and_carried_on()
    {
        var author = new ScriptedAuthor(
            n => n == 0 ? ["by\n  bad", "by\n  have a : A := rfl\n  bad"] : null,
            (attempt, _) => attempt.Round == 0 ? ["by\n  worse"] : []);

        await SearchAsync(author, new RepairFirstPolicy(), new RepairOptions { MaxRounds = 2, MaxBranches = 1, Parallelism = 1 }, partials: true);

        // The partial proof with its hole filled by routine tactics is an attempt of its own, and may be corrected first.
        Assert.All(author.Corrected.Where(a => a.Candidate.Proof.Contains("worse", StringComparison.Ordinal) && a.Parent!.Candidate.Proof.Contains("have", StringComparison.Ordinal)), a =>
        {
            Assert.Null(a.Partial);
            Assert.Equal(1, a.Best!.ClosedGoals);
        });
        Assert.Contains(author.Corrected, a => a.Round == 1 && a.Best is not null);
    }

    [Fact]
    public async Task An_author_that_fails_as_a_machine_fails_the_search()
    {
        var author = new ScriptedAuthor(_ => throw new InvalidOperationException("broken"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => SearchAsync(author, new FreshOnlyPolicy()));
    }

    private static async Task<ProveResult> SearchAsync(
        ScriptedAuthor author, IRepairPolicy policy, RepairOptions? options = null, ProveBudget? budget = null, bool partials = false)
    {
        var checker = new ScriptedChecker(Answer);
        var loop = new RepairLoop(author, partials ? new PartialProofFinder(checker) : null, policy, options ?? new RepairOptions());
        var verifier = new Verifier(checker, new StatementCompiler(checker), ScriptedAuditor.Passing());
        var search = new ProofSearch(checker, verifier, loop);
        ProveResult? result = null;
        await foreach (var happened in search.ProveAsync(new ProveRequest { Statement = "theorem t : True", Budget = budget ?? new ProveBudget() }, Token))
        {
            result = (happened as ProveEvent.Finished)?.Result;
        }

        return result!;
    }

    /// <summary>"by sorry" elaborates with a hole, "good" is a proof; of anything else the first line with "bad", "worse" or "same" is wrong.</summary>
    private static CheckOutcome Answer(CheckRequest request)
    {
        if (request.Text.Contains(":= good", StringComparison.Ordinal))
        {
            return Fine(Theorem("t"));
        }

        var lines = request.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var word in new[] { "bad", "worse", "same" })
            {
                if (lines[i].IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
                {
                    var message = word == "same" ? word : $"{lines[i][at..].Trim()} is not good";
                    return new CheckOutcome.Completed(
                        [new LeanMessage(LeanSeverity.Error, new LeanPosition(i + 1, at), new LeanPosition(i + 1, at + word.Length), message)],
                        [], null, TimeSpan.Zero);
                }
            }
        }

        return Hole("t");
    }
}
