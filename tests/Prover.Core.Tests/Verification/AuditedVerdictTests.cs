using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;
using static Prover.Core.Tests.Fakes.ScriptedChecker;

namespace Prover.Core.Tests.Verification;

/// <summary>The grades above compiled: nothing is proved there but by an audit, and nothing by the audit alone.</summary>
public class AuditedVerdictTests
{
    private const string Text = "theorem t : True := trivial";
    private const string Asked = "theorem t : True";

    [Theory]
    [InlineData(Grade.Audited)]
    [InlineData(Grade.Replayed)]
    public async Task What_the_audit_passes_is_proved_at_the_grade_that_it_reached(Grade grade)
    {
        var auditor = ScriptedAuditor.Passing();

        var verdict = await VerifyAsync(auditor, grade: grade);

        Assert.Equal((VerdictKind.Proved, grade), (verdict.Kind, verdict.Grade));
        Assert.Equal(grade, Assert.Single(auditor.Requests).Grade);
        Assert.Equal(grade, verdict.Audit?.Grade);
        Assert.Equal(["propext"], verdict.Axioms);
        Assert.Equal(TimeSpan.FromMilliseconds(3), verdict.Elaboration);
    }

    [Fact]
    public async Task The_strongest_grade_is_asked_for_by_default()
    {
        var auditor = ScriptedAuditor.Passing();
        var checker = new ScriptedChecker(_ => Fine(Theorem("t")));

        var verdict = await new Verifier(checker, new StatementCompiler(checker), auditor).VerifyAsync(
            new VerifyRequest { Text = Text }, TestContext.Current.CancellationToken);

        Assert.Equal(Grade.Replayed, verdict.Grade);
    }

    [Fact]
    public async Task Grade_compiled_asks_no_auditor_and_for_no_file()
    {
        var auditor = ScriptedAuditor.Passing();
        var checker = new ScriptedChecker(_ => Fine(Theorem("t"), null));

        var verdict = await VerifyAsync(auditor, checker, grade: Grade.Compiled);

        Assert.Equal((VerdictKind.Proved, Grade.Compiled), (verdict.Kind, verdict.Grade!.Value));
        Assert.Null(verdict.Audit);
        Assert.Empty(auditor.Requests);
        Assert.False(Assert.Single(checker.Requests).Compile);
    }

    [Theory]
    [InlineData(Grade.Audited)]
    [InlineData(Grade.Replayed)]
    public async Task Without_a_compiled_file_nothing_is_proved(Grade grade)
    {
        var auditor = ScriptedAuditor.Passing();
        var checker = new ScriptedChecker(_ => Fine(Theorem("t"), null));

        var verdict = await VerifyAsync(auditor, checker, grade: grade);

        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
        Assert.Null(verdict.Grade);
        Assert.Empty(auditor.Requests);
        Assert.True(Assert.Single(checker.Requests).Compile);
    }

    [Fact]
    public async Task Without_a_compiled_file_what_Lean_itself_objects_to_is_rejected_all_the_same()
    {
        var verdict = await VerifyAsync(ScriptedAuditor.Passing(), new ScriptedChecker(_ => Fine(Theorem("t", axioms: ["sorryAx"]), null)));

        Assert.Equal((VerdictKind.Rejected, RefusalRule.Axiom), (verdict.Kind, verdict.Refusal!.Rule));
    }

    [Fact]
    public async Task What_the_audit_refuses_is_rejected_with_its_refusal()
    {
        var refusal = new Refusal(RefusalRule.Axiom, "'t' rests on sorryAx.") { Constant = "sorryAx", Chain = ["t", "helper", "sorryAx"] };

        var verdict = await VerifyAsync(new ScriptedAuditor(_ => new AuditOutcome.Refused(refusal)));

        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
        Assert.Null(verdict.Grade);
        Assert.Same(refusal, verdict.Refusal);
        Assert.Equal(refusal.Message, verdict.Reason);
    }

    public static TheoryData<VerdictKind, CheckOutcome> Undecided => new()
    {
        { VerdictKind.TimedOut, new CheckOutcome.TimedOut(TimeSpan.FromSeconds(1)) },
        { VerdictKind.Cancelled, new CheckOutcome.Cancelled() },
        { VerdictKind.Infrastructure, new CheckOutcome.InfrastructureFailure("the kernel's process died") },
    };

    [Theory]
    [MemberData(nameof(Undecided))]
    public async Task An_audit_that_does_not_end_leaves_the_verdict_open(VerdictKind kind, CheckOutcome how)
    {
        var verdict = await VerifyAsync(new ScriptedAuditor(_ => new AuditOutcome.Undecided(how)));

        Assert.Equal(kind, verdict.Kind);
        Assert.Null(verdict.Grade);
        Assert.False(verdict.IsFinal);
        Assert.Equal("t", verdict.Theorem);
    }

    public static TheoryData<RefusalRule, TheoremFacts> Objections => new()
    {
        { RefusalRule.Axiom, Theorem("t", axioms: ["cheat"]) },
        { RefusalRule.Kind, Theorem("t", kind: "axiom") },
        { RefusalRule.Statement, Theorem("t", "other") },
        { RefusalRule.Name, Theorem("u") },
        { RefusalRule.Kernel, Theorem("t") with { KernelObjection = "type mismatch" } },
    };

    [Theory]
    [MemberData(nameof(Objections))]
    public async Task What_Leans_own_facts_object_to_is_rejected_although_the_audit_passed(RefusalRule rule, TheoremFacts facts)
    {
        var auditor = ScriptedAuditor.Passing();

        var verdict = await VerifyAsync(auditor, Answering(facts), Asked);

        Assert.Single(auditor.Requests);
        Assert.Equal((VerdictKind.Rejected, rule), (verdict.Kind, verdict.Refusal!.Rule));
        Assert.Null(verdict.Grade);
        Assert.Null(verdict.Audit);
    }

    [Fact]
    public async Task Printed_facts_that_only_read_differently_do_not_overrule_an_audit_that_passed()
    {
        var verdict = await VerifyAsync(ScriptedAuditor.Passing(), Answering(Printed(Theorem("t", "other"))), Asked);

        Assert.Equal((VerdictKind.Proved, Grade.Replayed), (verdict.Kind, verdict.Grade));
    }

    [Fact]
    public async Task Without_an_audit_printed_facts_that_read_differently_are_rejected()
    {
        var verdict = await VerifyAsync(ScriptedAuditor.Passing(), Answering(Printed(Theorem("t", "other"))), Asked, Grade.Compiled);

        Assert.Equal((VerdictKind.Rejected, RefusalRule.Statement), (verdict.Kind, verdict.Refusal!.Rule));
    }

    [Fact]
    public async Task Printed_facts_that_read_differently_reject_nothing_when_there_is_no_file_to_audit()
    {
        var checker = new ScriptedChecker(request => IsStatement(request) ? Hole("t") : Fine(Printed(Theorem("t", "other")), null));

        var verdict = await VerifyAsync(ScriptedAuditor.Passing(), checker, Asked);

        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
    }

    [Theory]
    [MemberData(nameof(Objections))]
    public async Task Printed_facts_keep_every_objection_but_that_of_the_statement(RefusalRule rule, TheoremFacts facts)
    {
        var verdict = await VerifyAsync(ScriptedAuditor.Passing(), Answering(Printed(facts)), Asked);

        Assert.Equal(rule == RefusalRule.Statement ? null : rule, verdict.Refusal?.Rule);
    }

    [Theory]
    [InlineData(Grade.Audited)]
    [InlineData(Grade.Replayed)]
    public async Task A_text_of_which_Lean_can_tell_nothing_is_judged_by_the_audit_alone(Grade grade)
    {
        var passing = await VerifyAsync(ScriptedAuditor.Passing(), Silent(), Asked, grade);
        var refusal = new Refusal(RefusalRule.Statement, "The statement differs: expected 1 = 1, found True.");
        var refusing = await VerifyAsync(new ScriptedAuditor(_ => new AuditOutcome.Refused(refusal)), Silent(), Asked, grade);

        Assert.Equal((VerdictKind.Proved, grade), (passing.Kind, passing.Grade));
        Assert.Equal(("t", "statement f"), (passing.Theorem, passing.Statement));
        Assert.Equal((VerdictKind.Rejected, refusal), (refusing.Kind, refusing.Refusal));
    }

    [Fact]
    public async Task The_grade_audited_is_not_had_for_a_text_that_may_have_run_a_program()
    {
        var auditor = ScriptedAuditor.Passing();
        var answer = new ScriptedChecker(_ => (CheckOutcome.Completed)Fine(Theorem("t")) with { MayHaveRunPrograms = true });

        var audited = await VerifyAsync(auditor, answer, grade: Grade.Audited);
        var replayed = await VerifyAsync(auditor, answer, grade: Grade.Replayed);

        Assert.Equal(VerdictKind.Infrastructure, audited.Kind);
        Assert.Contains("Ask for 'replayed'", audited.Reason, StringComparison.Ordinal);
        Assert.Equal((VerdictKind.Proved, Grade.Replayed), (replayed.Kind, replayed.Grade));
    }

    [Fact]
    public async Task A_text_of_which_Lean_can_tell_nothing_is_not_judged_without_the_theorems_name()
    {
        var auditor = ScriptedAuditor.Passing();

        var verdict = await VerifyAsync(auditor, Silent());

        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
        Assert.Contains("a macro", verdict.Reason, StringComparison.Ordinal);
        Assert.Empty(auditor.Requests);
    }

    [Fact]
    public async Task The_statements_own_file_goes_to_the_auditor_beside_the_submissions()
    {
        var auditor = ScriptedAuditor.Passing();

        var verdict = await VerifyAsync(auditor, Answering(Theorem("t")), Asked);

        Assert.Equal(VerdictKind.Proved, verdict.Kind);
        var request = Assert.Single(auditor.Requests);
        Assert.Same(Submission, request.Submission);
        Assert.Same(Statement, request.Statement);
        Assert.Equal("t", request.Theorem);
    }

    [Fact]
    public async Task What_is_said_to_be_proved_is_never_in_the_words_of_the_texts_own_process()
    {
        var own = await VerifyAsync(ScriptedAuditor.Passing(), new ScriptedChecker(_ => Fine(Theorem("t") with { Type = "P = NP" })));
        var asked = await VerifyAsync(ScriptedAuditor.Passing(), Answering(Theorem("t") with { Type = "P = NP" }), Asked);

        Assert.Equal(own.Audit!.Statement, own.Statement);
        Assert.DoesNotContain("NP", own.Statement + asked.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_statement_no_file_is_compared()
    {
        var auditor = ScriptedAuditor.Passing();

        await VerifyAsync(auditor);

        Assert.Null(Assert.Single(auditor.Requests).Statement);
    }

    [Fact]
    public async Task A_trusted_statement_without_a_file_is_never_taken_for_proved()
    {
        var auditor = ScriptedAuditor.Passing();
        var checker = new ScriptedChecker(request => IsStatement(request)
            ? (CheckOutcome.Completed)Hole("t") with { Compiled = null }
            : Fine(Theorem("t")));

        var verdict = await VerifyAsync(auditor, checker, Asked);

        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
        Assert.Empty(auditor.Requests);
    }

    [Fact]
    public async Task A_text_with_an_error_is_not_audited()
    {
        var auditor = ScriptedAuditor.Passing();

        var verdict = await VerifyAsync(auditor, new ScriptedChecker(_ => Error()));

        Assert.Equal((VerdictKind.Rejected, RefusalRule.Error), (verdict.Kind, verdict.Refusal!.Rule));
        Assert.Empty(auditor.Requests);
    }

    private static bool IsStatement(CheckRequest request) => request.Text.Contains("by sorry", StringComparison.Ordinal);

    private static TheoremFacts Printed(TheoremFacts facts) => facts with { IsStructural = false };

    /// <summary>Lean accepts the text and compiles it, and says nothing of the theorem.</summary>
    private static ScriptedChecker Silent() => new(request => IsStatement(request)
        ? Hole("t")
        : (CheckOutcome.Completed)Fine(null, Submission) with { Undecided = "a macro may change what is printed" });

    private static ScriptedChecker Answering(TheoremFacts facts) => new(request => IsStatement(request) ? Hole("t") : Fine(facts));

    private static Task<Verdict> VerifyAsync(
        ScriptedAuditor auditor, ScriptedChecker? checker = null, string? statement = null, Grade grade = Grade.Replayed)
    {
        checker ??= new ScriptedChecker(_ => Fine(Theorem("t")));
        return new Verifier(checker, new StatementCompiler(checker), auditor).VerifyAsync(
            new VerifyRequest { Text = Text, Statement = statement, Grade = grade }, TestContext.Current.CancellationToken);
    }
}
