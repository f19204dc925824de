using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Verification;
using Prover.Lean.Audit;
using Prover.Lean.Replay;

namespace Prover.Lean.Tests.Audit;

/// <summary>What becomes of the word of kernels.</summary>
public sealed class KernelRuleTests : AuditBench
{
    [Fact]
    public async Task What_every_kernel_accepts_passes_at_grade_replayed_and_names_them()
    {
        var (first, second) = (new FakeKernel("one"), new FakeKernel("two"));

        var report = Passed(await ReplayAsync(Fine, first, second));

        Assert.Equal(Grade.Replayed, report.Grade);
        Assert.Equal(["one", "two"], report.Kernels);
        Assert.Equal(["helper", "t"], Assert.Single(first.Asked));
        Assert.Equal(["helper", "t"], Assert.Single(second.Asked));
    }

    [Fact]
    public async Task What_one_kernel_rejects_is_refused_with_its_reason()
    {
        var second = new FakeKernel("two");

        var refusal = Refused(RefusalRule.Kernel, await ReplayAsync(Fine, new FakeKernel("one", new ReplayOutcome.Rejected("helper", "type mismatch.")), second));

        Assert.Equal("The kernel, given the compiled file alone, does not accept 'helper': type mismatch.", refusal.Message);
        Assert.Equal("helper", refusal.Constant);
        Assert.Empty(second.Asked);
    }

    [Fact]
    public async Task The_second_kernel_has_a_word_too()
    {
        var refusal = Refused(RefusalRule.Kernel, await ReplayAsync(Fine, new FakeKernel("one"), new FakeKernel("two", new ReplayOutcome.Rejected("t", "no"))));

        Assert.Equal("t", refusal.Constant);
    }

    public static TheoryData<CheckOutcome> Undecided => new()
    {
        new CheckOutcome.TimedOut(TimeSpan.FromSeconds(7)),
        new CheckOutcome.Cancelled(),
        new CheckOutcome.InfrastructureFailure("the process died"),
        new CheckOutcome.InfrastructureFailure("the queue is full", Overloaded: true),
    };

    [Theory]
    [MemberData(nameof(Undecided))]
    public async Task What_no_kernel_decided_is_never_refused(CheckOutcome how)
    {
        var alone = await ReplayAsync(Fine, new FakeKernel("one", new ReplayOutcome.Undecided(how)));
        var second = await ReplayAsync(Fine, new FakeKernel("one"), new FakeKernel("two", new ReplayOutcome.Undecided(how)));

        Assert.Same(how, Assert.IsType<AuditOutcome.Undecided>(alone).How);
        Assert.Same(how, Assert.IsType<AuditOutcome.Undecided>(second).How);
    }

    [Fact]
    public async Task No_kernel_is_asked_of_what_the_audit_refuses()
    {
        var kernel = new FakeKernel("one");

        Refused(RefusalRule.Axiom, await ReplayAsync(text => text.Theorem("t", text.Prop, text.C("sorryAx")), kernel));

        Assert.Empty(kernel.Asked);
    }

    [Fact]
    public async Task A_block_of_types_that_is_not_complete_is_refused_before_a_kernel_is_asked()
    {
        var kernel = new FakeKernel("one");

        Passed(await ReplayAsync(text => text.Inductive("S", text.Type, null, ("mk", null)).Theorem("t", text.Prop, text.C("True")), kernel));
        var refusal = Refused(RefusalRule.File, await ReplayAsync(
            text => text.Add("S", n => text.Forge.Inductive(n, text.Type, [text.Forge.Name("S.mk")])).Theorem("t", text.Prop, text.C("True")), kernel));

        Assert.Equal("The block of types that 'S' belongs to is not complete.", refusal.Message);
        Assert.Single(kernel.Asked);
    }

    [Fact]
    public async Task Whoever_cancels_is_told_so_and_nothing_is_refused()
    {
        using var cancel = new CancellationTokenSource();
        var kernel = new FakeKernel("one") { OnAsked = cancel.Cancel };
        var request = new AuditRequest { Submission = ForgedText.Of(Fine), Theorem = "t" };

        var during = await new ProofAuditor(Library, [kernel]).AuditAsync(request, cancel.Token);
        var before = await new ProofAuditor(Library, [kernel]).AuditAsync(request, cancel.Token);

        Assert.IsType<CheckOutcome.Cancelled>(Assert.IsType<AuditOutcome.Undecided>(during).How);
        Assert.IsType<CheckOutcome.Cancelled>(Assert.IsType<AuditOutcome.Undecided>(before).How);
        Assert.Single(kernel.Asked);
    }

    private static void Fine(ForgedText text) =>
        text.Theorem("t", text.C("True"), text.C("helper")).Definition("helper", text.C("True"), text.C("True.intro"));

    private sealed class FakeKernel(string name, ReplayOutcome? answer = null) : IKernel
    {
        /// <summary>Names of the declarations of each request, in order.</summary>
        public List<IReadOnlyList<string>> Asked { get; } = [];

        public Action? OnAsked { get; init; }

        public Task<string> NameAsync(CancellationToken cancellationToken) => Task.FromResult(name);

        public Task<ReplayOutcome> ReplayAsync(Declarations declarations, TimeSpan? timeLimit, CancellationToken cancellationToken)
        {
            Asked.Add([.. declarations.Items.Select(d => d.Members[0].Name.ToString())]);
            OnAsked?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(answer ?? new ReplayOutcome.Accepted(declarations.Items.Count));
        }
    }
}
