using Prover.Bench.Data;
using Prover.Bench.Screening;
using Prover.Core.Checking;
using Prover.Core.Verification;

namespace Prover.Bench.Tests.Screening;

/// <summary>What real Lean does not do on demand.</summary>
public sealed class StatementCheckOutcomesTests
{
    private const string Statement = "theorem t (n : Nat) (h : n < n) : n = 1 := by sorry";
    private static readonly BenchProblem Problem = new("t", "test", string.Empty, Statement);

    [Fact]
    public async Task A_statement_whose_elaboration_takes_too_long_is_unknown()
    {
        var found = await CheckAsync(_ => new CheckOutcome.TimedOut(TimeSpan.FromSeconds(60)));
        Assert.Equal(StatementStatus.Unknown, found.Status);
        Assert.Contains("within 60 s", found.Reason, StringComparison.Ordinal);
        Assert.False(found.IsAsked);
    }

    [Fact]
    public async Task A_statement_on_which_the_machinery_fails_is_unknown()
    {
        var found = await CheckAsync(_ => new CheckOutcome.InfrastructureFailure("The process died."));
        Assert.Equal(StatementStatus.Unknown, found.Status);
        Assert.Equal("The process died.", found.Reason);
    }

    [Fact]
    public async Task Leans_own_limit_says_nothing_about_a_statement()
    {
        var found = await CheckAsync(_ => ScriptedLean.Error("(deterministic) timeout at `whnf`, maximum number of heartbeats (200000) has been reached"));
        Assert.Equal(StatementStatus.Unknown, found.Status);
    }

    [Fact]
    public async Task The_first_error_is_the_reason_on_one_line()
    {
        var found = await CheckAsync(_ => ScriptedLean.Error("failed to\n  synthesize"));
        Assert.Equal((StatementStatus.NotExpressible, "failed to synthesize"), (found.Status, found.Reason));
    }

    [Fact]
    public async Task A_text_without_a_theorem_is_not_expressible()
    {
        var found = await new StatementCheck(new ScriptedLean(_ => ScriptedLean.Error("never asked")), Verifier(_ => ScriptedLean.Error("never asked")))
            .CheckAsync(Problem, "example : 1 = 1 := by sorry", TestContext.Current.CancellationToken);
        Assert.Equal(StatementStatus.NotExpressible, found.Status);
        Assert.Contains("holds no theorem", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_search_fails_the_statement_is_expressible_and_that_is_told()
    {
        var found = await CheckAsync(r => IsStatement(r) ? ScriptedLean.Hole("t") : new CheckOutcome.InfrastructureFailure("The process died."));
        Assert.Equal(StatementStatus.Expressible, found.Status);
        Assert.Contains("contradiction is not complete", found.Reason, StringComparison.Ordinal);
        Assert.Contains("failed", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contradiction_is_told_only_where_Lean_says_that_it_is_one_of_the_statements_own_hypotheses()
    {
        Assert.Equal(StatementStatus.Vacuous, (await CheckAsync(r => Credulous(r, isOfStatement: true))).Status);
        Assert.Equal(StatementStatus.Expressible, (await CheckAsync(r => Credulous(r, isOfStatement: false))).Status);
    }

    [Fact]
    public async Task What_was_cancelled_before_is_not_checked()
    {
        var lean = new ScriptedLean(_ => ScriptedLean.Hole("t"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new StatementCheck(lean, Verifier(lean)).CheckAsync(Problem, Statement, new CancellationToken(canceled: true)));
        Assert.Equal(0, lean.Requests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task A_check_that_is_cancelled_midway_has_no_result(int at)
    {
        using var cancel = new CancellationTokenSource();
        ScriptedLean lean = null!;
        lean = new ScriptedLean(r =>
        {
            if (lean.Requests >= at)
            {
                cancel.Cancel();
                return new CheckOutcome.Cancelled();
            }

            return Credulous(r, isOfStatement: false);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StatementCheck(lean, Verifier(lean), Options).CheckAsync(Problem, Statement, cancel.Token));
    }

    // There is no compiled file that could be audited.
    private static StatementCheckOptions Options { get; } = new() { Grade = Grade.Compiled };

    private static Verifier Verifier(ScriptedLean lean) => new(lean, new StatementCompiler(lean));

    private static Verifier Verifier(Func<CheckRequest, CheckOutcome> answer) => Verifier(new ScriptedLean(answer));

    private static Task<CheckedStatement> CheckAsync(Func<CheckRequest, CheckOutcome> answer)
    {
        var lean = new ScriptedLean(answer);
        return new StatementCheck(lean, Verifier(lean), Options).CheckAsync(Problem, Statement, TestContext.Current.CancellationToken);
    }

    private static bool IsStatement(CheckRequest request) => request.Compile;

    /// <summary>A Lean that takes every proof of a contradiction, and no refutation.</summary>
    private static CheckOutcome Credulous(CheckRequest request, bool isOfStatement) =>
        request.Text.Contains("_follows", StringComparison.Ordinal) ? isOfStatement ? ScriptedLean.Fine("t_follows") : ScriptedLean.Error("no")
        : request.Text.Contains("_refuted", StringComparison.Ordinal) || !request.Describe ? ScriptedLean.Error("no")
        : ScriptedLean.Name(request.Text) is var name && request.Compile ? ScriptedLean.Hole(name) : ScriptedLean.Fine(name);
}
