using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Verification;
using Prover.Lean.Audit;
using Prover.Lean.Native;
using Prover.Lean.Pool;
using Prover.Lean.Tests.Isolation;

namespace Prover.Lean.Tests.Native;

/// <summary>Verdicts of a native Lean at grade replayed, from the text to the kernel's answer: what is printed, what is compiled, what is replayed.</summary>
public sealed class NativeVerdictTests : IDisposable
{
    private readonly NativeProof _project = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proof_is_replayed_within_the_sandbox()
    {
        var verdict = await VerifyAsync(NativeProof.Submission, options: await Sandboxes.RequireAsync(_project.Options));

        Assert.Equal((VerdictKind.Proved, Grade.Replayed, null), (verdict.Kind, verdict.Grade, verdict.Reason));
        Assert.Equal(["Lean 4.22.0 (native), in a process of its own"], verdict.Audit!.Kernels);
        Assert.Equal(["helper", "t"], verdict.Audit.Constants);
        Assert.Equal(["propext"], verdict.Axioms);
    }

    [Fact]
    public async Task A_proof_is_replayed_without_a_sandbox_where_that_is_allowed()
    {
        var verdict = await VerifyAsync(NativeProof.Submission);

        Assert.Equal((VerdictKind.Proved, Grade.Replayed), (verdict.Kind, verdict.Grade));
    }

    [Fact]
    public async Task The_kernel_is_given_every_declaration_of_the_submission()
    {
        _project.KernelSays("names");

        var verdict = await VerifyAsync(NativeProof.Submission);

        Assert.Equal((VerdictKind.Rejected, RefusalRule.Kernel), (verdict.Kind, verdict.Refusal!.Rule));
        Assert.Equal("helper t", verdict.Refusal.Constant);
    }

    [Theory]
    [InlineData(NativeProof.OtherStatement, RefusalRule.Statement, "The statement differs: expected n, found 0. Asked for is '∀ (n : Nat), n = n', the text states '∀ (n : Nat), n = 0'.")]
    [InlineData(NativeProof.Sorry, RefusalRule.Axiom, "'t' uses 'sorryAx': 'sorryAx' is an axiom that is not allowed (allowed are Classical.choice, Quot.sound, propext).")]
    [InlineData(NativeProof.NoTheorem, RefusalRule.Missing, "The compiled file declares no 't'.")]
    public async Task What_is_printed_well_and_compiled_to_something_else_is_refused(string submission, RefusalRule rule, string reason)
    {
        var verdict = await VerifyAsync(submission);

        Assert.Equal((VerdictKind.Rejected, rule, reason), (verdict.Kind, verdict.Refusal!.Rule, verdict.Reason));
        Assert.Null(verdict.Grade);
    }

    [Fact]
    public async Task A_compiled_file_that_is_none_is_refused()
    {
        var verdict = await VerifyAsync(NativeProof.Unprepared);

        Assert.Equal((VerdictKind.Rejected, RefusalRule.File), (verdict.Kind, verdict.Refusal!.Rule));
    }

    [Theory]
    [InlineData("what?")]
    [InlineData("{}")]
    [InlineData("die")]
    [InlineData("""{"message":"object file 'Init.olean' does not exist"}""")]
    [InlineData("""{"replayed":{"ok":false,"undecided":true,"name":"t","reason":"deep recursion"}}""")]
    [InlineData("""{"replayed":{"ok":true,"added":1}}""")]
    [InlineData("""{"replayed":{"ok":true}}""")]
    [InlineData("""{"replayed":{"ok":true,"undecided":true,"added":2}}""")]
    public async Task A_kernel_that_does_not_decide_leaves_the_verdict_open(string answer)
    {
        _project.KernelSays(answer);

        var verdict = await VerifyAsync(NativeProof.Submission);

        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
        Assert.Null(verdict.Refusal);
        Assert.NotNull(verdict.Reason);
    }

    [Fact]
    public async Task A_kernel_that_does_not_end_in_time_leaves_the_verdict_open()
    {
        _project.KernelSays("hang");
        using var lean = new NativeToolchain(_project.Unprotected);
        await using var trusted = new LeanPool(lean, new LeanPoolOptions { Workers = 1, Spares = 0 });

        var outcome = await new ProofAuditor(lean, trusted).AuditAsync(
            new AuditRequest { Submission = NativeProof.Compiled, Theorem = "t", TimeLimit = TimeSpan.FromSeconds(1) }, Cancellation);

        Assert.IsType<CheckOutcome.TimedOut>(Assert.IsType<AuditOutcome.Undecided>(outcome).How);
    }

    [Fact]
    public async Task A_text_of_which_nothing_printed_can_be_trusted_is_judged_by_the_audit()
    {
        var proved = await VerifyAsync(NativeProof.Macro + NativeProof.Submission);
        var refused = await VerifyAsync(NativeProof.Macro + NativeProof.OtherStatement);
        var unnamed = await VerifyAsync(NativeProof.Macro + NativeProof.Submission, statement: null);

        Assert.Equal((VerdictKind.Proved, Grade.Replayed, "t"), (proved.Kind, proved.Grade, proved.Theorem));
        Assert.Equal((VerdictKind.Rejected, RefusalRule.Statement), (refused.Kind, refused.Refusal?.Rule));
        Assert.Equal(VerdictKind.Infrastructure, unnamed.Kind);
        Assert.Contains("'macro'", unnamed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_audit_what_is_printed_differently_is_rejected()
    {
        var verdict = await VerifyAsync(NativeProof.Submission, grade: Grade.Compiled);

        Assert.Equal((VerdictKind.Rejected, RefusalRule.Statement), (verdict.Kind, verdict.Refusal?.Rule));
    }

    [Fact]
    public async Task A_program_that_replays_can_write_nothing_of_the_project()
    {
        var options = await Sandboxes.RequireAsync(_project.Options);
        var target = Path.Combine(_project.Folder, "written");
        _project.KernelSays($"#attempt write {target}");

        var verdict = await VerifyAsync(NativeProof.Submission, options: options);

        Assert.Equal(VerdictKind.Infrastructure, verdict.Kind);
        Assert.Contains("failed: ", verdict.Reason, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public async Task A_program_that_replays_without_a_sandbox_could()
    {
        var target = Path.Combine(_project.Folder, "written");
        _project.KernelSays($"#attempt write {target}");

        await VerifyAsync(NativeProof.Submission);

        Assert.True(File.Exists(target));
    }

    public void Dispose() => _project.Dispose();

    private async Task<Verdict> VerifyAsync(
        string text, string? statement = NativeProof.Statement, Grade grade = Grade.Replayed, NativeToolchainOptions? options = null)
    {
        using var lean = new NativeToolchain(options ?? _project.Unprotected);
        var limits = new LeanPoolOptions { Workers = 1, Spares = 0 };
        await using var pool = new LeanPool(lean, limits);
        await using var trusted = new LeanPool(lean, limits);
        return await new Verifier(pool, new StatementCompiler(trusted), new ProofAuditor(lean, trusted)).VerifyAsync(
            new VerifyRequest { Text = text, Statement = statement, Grade = grade }, Cancellation);
    }
}
