using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;
using static Prover.Core.Tests.Fakes.ScriptedChecker;

namespace Prover.Core.Tests.Verification;

public class VerifierTests
{
    private const string Text = "theorem t : True := trivial";

    [Fact]
    public async Task A_theorem_without_errors_and_with_allowed_axioms_is_proved()
    {
        var verdict = await VerifyAsync(Fine(Theorem("t", axioms: ["propext", "Quot.sound", "Classical.choice"])), Grade.Compiled);

        Assert.Equal(VerdictKind.Proved, verdict.Kind);
        Assert.Equal(Grade.Compiled, verdict.Grade);
        Assert.Equal("t", verdict.Theorem);
        Assert.Null(verdict.Reason);
    }

    public static TheoryData<string, CheckOutcome> Bad => new()
    {
        { "error", Error() },
        { "'sorry'", new CheckOutcome.Completed([], [new LeanSorry(new LeanPosition(1, 0), null, null)], Theorem("t"), default) },
        { "'sorry'", new CheckOutcome.Completed([new LeanMessage(LeanSeverity.Warning, default, null, "declaration uses `sorry`")], [], Theorem("t"), default) },
        { "no theorem", Fine(null) },
        { "kind axiom", Fine(Theorem("t", kind: "axiom")) },
        { "kind definition", Fine(Theorem("t", kind: "definition")) },
        { "sorryAx", Fine(Theorem("t", axioms: ["propext", "sorryAx"])) },
        { "Lean.ofReduceBool", Fine(Theorem("t", axioms: ["Lean.ofReduceBool"])) },
        { "myAxiom", Fine(Theorem("t", axioms: ["myAxiom"])) },
        { "kernel", Fine(Theorem("t") with { KernelObjection = "type mismatch" }) },
        { "propExt", Fine(Theorem("t", axioms: ["propExt"])) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Anything_short_of_a_proof_is_rejected_at_every_grade_with_the_reason(string reason, CheckOutcome outcome)
    {
        foreach (var grade in Enum.GetValues<Grade>())
        {
            var verdict = await VerifyAsync(outcome, grade);

            Assert.Equal(VerdictKind.Rejected, verdict.Kind);
            Assert.Null(verdict.Grade);
            Assert.Null(verdict.Audit);
            Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
            Assert.Equal(verdict.Reason, verdict.Refusal?.Message);
        }
    }

    public static TheoryData<VerdictKind, CheckOutcome> Unknown => new()
    {
        { VerdictKind.TimedOut, new CheckOutcome.TimedOut(TimeSpan.FromSeconds(1)) },
        { VerdictKind.Cancelled, new CheckOutcome.Cancelled() },
        { VerdictKind.Infrastructure, new CheckOutcome.InfrastructureFailure("the process died") },
        { VerdictKind.Infrastructure, new CheckOutcome.Completed([], [], null, default) { Undecided = "a macro may change what is printed" } },
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task What_is_not_known_is_never_called_rejected(VerdictKind kind, CheckOutcome outcome)
    {
        foreach (var grade in Enum.GetValues<Grade>())
        {
            var verdict = await VerifyAsync(outcome, grade);

            Assert.Equal(kind, verdict.Kind);
            Assert.False(verdict.IsFinal);
            Assert.NotNull(verdict.Reason);
            Assert.Null(verdict.Refusal);
        }
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task A_trusted_statement_that_could_not_be_compiled_leaves_the_verdict_open(VerdictKind kind, CheckOutcome outcome)
    {
        var verdict = await VerifyAsync(
            request => request.Text.Contains("sorry", StringComparison.Ordinal) ? outcome : Fine(Theorem("t")), "theorem t : True");

        Assert.Equal(kind, verdict.Kind);
    }

    [Fact]
    public async Task The_statement_is_compiled_apart_from_the_submission()
    {
        var checker = new ScriptedChecker(r => r.Text.Contains("sorry", StringComparison.Ordinal) ? Hole("t") : Fine(Theorem("t")));

        var verdict = await new Verifier(checker, new StatementCompiler(checker), ScriptedAuditor.Passing()).VerifyAsync(
            new VerifyRequest { Text = "open Evil\n" + Text, Statement = "theorem t : True" }, TestContext.Current.CancellationToken);

        Assert.Equal(VerdictKind.Proved, verdict.Kind);
        Assert.Equal("theorem t : True := by sorry\n", checker.Requests.First().Text);
    }

    [Fact]
    public async Task Another_statement_under_the_same_name_is_rejected_with_both()
    {
        var verdict = await VerifyAsync(
            r => r.Text.Contains("sorry", StringComparison.Ordinal) ? Hole("t", "asked") : Fine(Theorem("t", "other")), "theorem t : True");

        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
        Assert.Equal("The statement differs: expected statement asked, found statement other.", verdict.Reason);
    }

    [Fact]
    public async Task A_statement_that_only_reads_the_same_is_rejected()
    {
        var verdict = await VerifyAsync(
            r => r.Text.Contains("sorry", StringComparison.Ordinal)
                ? Hole("t", "asked")
                : Fine(Theorem("t", "other") with { Type = "statement asked" }),
            "theorem t : True");

        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
        Assert.Contains("means another", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_Lean_does_not_accept_is_bad_input()
    {
        var error = await Assert.ThrowsAsync<InvalidStatementException>(() => VerifyAsync(_ => Error("unknown identifier 'x'"), "theorem t : x"));

        Assert.Contains("unknown identifier 'x'", error.Message, StringComparison.Ordinal);
        Assert.Single(error.Messages);
    }

    [Theory]
    [InlineData("ℝ", FieldVariables.Real)]
    [InlineData("ℂ", FieldVariables.Complex)]
    public async Task Where_there_are_no_real_numbers_the_error_says_what_to_state_in_place_of_them(string type, string line)
    {
        var error = await Assert.ThrowsAsync<InvalidStatementException>(() => VerifyAsync(_ => Error($"Unknown identifier `{type}`\n\nNote: it is not possible"), "theorem t : x"));

        Assert.EndsWith(line, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grade_that_can_not_be_had_is_said_at_once() =>
        await Assert.ThrowsAsync<NotSupportedException>(() =>
        {
            var checker = new ScriptedChecker(_ => Fine(Theorem("t")));
            return new Verifier(checker, new StatementCompiler(checker)).VerifyAsync(
                new VerifyRequest { Text = Text, Grade = Grade.Replayed }, TestContext.Current.CancellationToken);
        });

    private static Task<Verdict> VerifyAsync(CheckOutcome outcome, Grade grade) => VerifyAsync(_ => outcome, null, grade);

    private static Task<Verdict> VerifyAsync(Func<CheckRequest, CheckOutcome> answer, string? statement, Grade grade = Grade.Compiled)
    {
        var checker = new ScriptedChecker(answer);
        return new Verifier(checker, new StatementCompiler(checker), ScriptedAuditor.Passing()).VerifyAsync(
            new VerifyRequest { Text = Text, Statement = statement, Grade = grade }, TestContext.Current.CancellationToken);
    }
}
