using Prover.Core.Auditing;
using Prover.Core.Certificates;
using Prover.Core.Checking;
using Prover.Core.Tests.Fakes;
using Prover.Core.Verification;
using static Prover.Core.Tests.Fakes.ScriptedChecker;

namespace Prover.Core.Tests.Certificates;

/// <summary>The rules of certificates: which process sees what, and what is made of what was found. Lean is tested with the command line.</summary>
public class CertifierTests
{
    private const string Statement = "theorem t : True";
    private const string Text = "theorem t : True := trivial";

    private readonly ScriptedChecker _hostile = new(Answer);
    private readonly ScriptedChecker _trusted = new(Answer);
    private AuditOutcome? _outcome;

    [Fact]
    public async Task A_certificate_holds_what_was_found_and_the_key_of_the_same_question()
    {
        var request = new VerifyRequest { Text = Text, Statement = Statement };

        var (verdict, certificate, compiled) = await Certifier().CertifyAsync(request, Token);
        var plain = await Verifier().VerifyAsync(request, Token);

        Assert.Equal(VerdictKind.Proved, verdict.Kind);
        Assert.Equal(plain.Key, certificate!.ContentKey);
        Assert.Equal(("t", Statement, "True", Text), (certificate.Theorem, certificate.Statement.Asked, certificate.Statement.Written, certificate.Proof));
        Assert.Equal((compiled!.Sha256(), "t.olean", Grade.Replayed), (certificate.Compiled.Sha256, certificate.Compiled.File, certificate.Grade));
    }

    [Fact]
    public async Task What_is_not_proved_has_no_certificate()
    {
        _outcome = new AuditOutcome.Refused(new Refusal(RefusalRule.Kernel, "no"));

        var (verdict, certificate, compiled) = await Certifier().CertifyAsync(new VerifyRequest { Text = Text, Grade = Grade.Compiled }, Token);

        Assert.Equal((VerdictKind.Rejected, null, null), (verdict.Kind, certificate, compiled));
    }

    [Fact]
    public async Task The_certificates_own_statement_never_shares_a_process_with_the_kernel()
    {
        var request = await MakeAsync();

        var outcome = await Certifier().RecheckAsync(request, Token);

        Assert.Empty(Assert.IsType<RecheckOutcome.Held>(outcome).Notes);
        Assert.Empty(_trusted.Requests);
        Assert.Equal([$"{Statement} := by sorry\n"], _hostile.Requests.Select(r => r.Text));
    }

    [Fact]
    public async Task A_callers_statement_is_trusted_and_stands_in_place_of_the_certificates()
    {
        var request = await MakeAsync();

        Assert.IsType<RecheckOutcome.Held>(await Certifier().RecheckAsync(request with { Statement = "theorem t : True ∧ True" }, Token));

        Assert.Empty(_hostile.Requests);
        Assert.Equal(["theorem t : True ∧ True := by sorry\n"], _trusted.Requests.Select(r => r.Text));
    }

    [Fact]
    public async Task Another_file_is_told_by_its_hash_before_any_Lean()
    {
        var request = await MakeAsync();

        var broken = Assert.IsType<RecheckOutcome.Broken>(await Certifier().RecheckAsync(request with { Compiled = new CompiledModule(new byte[] { 1, 2, 3, 9 }) }, Token));

        Assert.Equal(["compiled.sha256"], broken.Differences.Select(d => d.Field));
        Assert.Empty(_hostile.Requests);
    }

    public static TheoryData<string, Func<ProofCertificate, ProofCertificate>> Changes => new()
    {
        { "statement.written", c => c with { Statement = c.Statement with { Written = "False" } } },
        { "toolchain.lean_version", c => c with { Toolchain = c.Toolchain with { LeanVersion = "1" } } },
        { "audit.axioms", c => c with { Audit = c.Audit with { Axioms = [] } } },
        { "audit.imports", c => c with { Audit = c.Audit with { Imports = ["Init", "Std"] } } },
        { "audit.constants", c => c with { Audit = c.Audit with { Constants = ["t", "t"] } } },
        { "audit.definitions", c => c with { Audit = c.Audit with { Definitions = ["d"] } } },
        { "grade", c => c with { Grade = Grade.Audited } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_claim_that_is_not_so_is_named(string field, Func<ProofCertificate, ProofCertificate> change)
    {
        var request = await MakeAsync();

        var outcome = await Certifier().RecheckAsync(request with { Certificate = change(request.Certificate) }, Token);

        Assert.Equal([field], Assert.IsType<RecheckOutcome.Broken>(outcome).Differences.Select(d => d.Field));
    }

    [Fact]
    public async Task A_list_that_differs_shows_what_is_missing_on_either_side()
    {
        var request = await MakeAsync();
        var certificate = request.Certificate with { Audit = request.Certificate.Audit with { Axioms = ["Quot.sound"] } };

        var broken = Assert.IsType<RecheckOutcome.Broken>(await Certifier().RecheckAsync(request with { Certificate = certificate }, Token));

        Assert.Equal([new CertificateDifference("audit.axioms", "Quot.sound", "propext")], broken.Differences);
    }

    [Fact]
    public async Task Another_theorem_than_the_statements_is_refused_by_name()
    {
        var request = await MakeAsync();

        var outcome = await Certifier().RecheckAsync(request with { Certificate = request.Certificate with { Theorem = "u" } }, Token);

        Assert.Equal(RefusalRule.Name, Assert.IsType<RecheckOutcome.Broken>(outcome).Refusal!.Rule);
    }

    [Fact]
    public async Task Another_build_of_the_same_Lean_is_a_note_and_no_fault()
    {
        var request = await MakeAsync();
        var certificate = request.Certificate with { Toolchain = request.Certificate.Toolchain with { Hash = "11" } };

        var held = Assert.IsType<RecheckOutcome.Held>(await Certifier().RecheckAsync(request with { Certificate = certificate }, Token));

        Assert.Contains(held.Notes, note => note.Contains("another toolchain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_proof_text_is_noted_by_the_content_key()
    {
        var request = await MakeAsync();

        var held = Assert.IsType<RecheckOutcome.Held>(
            await Certifier().RecheckAsync(request with { Certificate = request.Certificate with { Proof = "theorem t : True := by trivial" } }, Token));

        Assert.Contains("content key", Assert.Single(held.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kernel_that_was_not_asked_again_is_named()
    {
        var request = await MakeAsync();
        var certificate = request.Certificate with { Audit = request.Certificate.Audit with { Kernels = ["kernel", "another kernel"] } };

        var held = Assert.IsType<RecheckOutcome.Held>(await Certifier().RecheckAsync(request with { Certificate = certificate }, Token));

        Assert.Equal(["Not asked again: another kernel."], held.Notes);
    }

    [Theory]
    [InlineData("0", RefusalRule.File, typeof(RecheckOutcome.Broken))]
    [InlineData("0", RefusalRule.Import, typeof(RecheckOutcome.Broken))]
    [InlineData("1", RefusalRule.File, typeof(RecheckOutcome.Undecided))]
    [InlineData("1", RefusalRule.Import, typeof(RecheckOutcome.Undecided))]
    [InlineData("1", RefusalRule.Axiom, typeof(RecheckOutcome.Broken))]
    public async Task A_file_that_only_another_Lean_can_read_is_not_called_broken(string version, RefusalRule rule, Type outcome)
    {
        var request = await MakeAsync();
        var certificate = request.Certificate with { Toolchain = request.Certificate.Toolchain with { LeanVersion = version } };
        _outcome = new AuditOutcome.Refused(new Refusal(rule, "no."));

        Assert.IsType(outcome, await Certifier().RecheckAsync(request with { Certificate = certificate }, Token));
    }

    [Fact]
    public async Task A_replay_that_takes_too_long_leaves_it_open()
    {
        var request = await MakeAsync();
        _outcome = new AuditOutcome.Undecided(new CheckOutcome.TimedOut(TimeSpan.FromSeconds(1)));

        Assert.Equal(VerdictKind.TimedOut, Assert.IsType<RecheckOutcome.Undecided>(await Certifier().RecheckAsync(request, Token)).Kind);
    }

    [Fact]
    public async Task A_statement_without_a_compiled_file_leaves_it_open()
    {
        var request = await MakeAsync();
        var checker = new ScriptedChecker(_ => (CheckOutcome.Completed)Hole("t") with { Compiled = null });

        Assert.IsType<RecheckOutcome.Undecided>(await new Certifier(Verifier(), checker, new Auditor(Audit)).RecheckAsync(request, Token));
    }

    [Fact]
    public async Task A_statement_of_the_certificates_that_is_none_breaks_it_and_the_callers_is_bad_input()
    {
        var request = await MakeAsync();
        var wrong = request.Certificate with { Statement = request.Certificate.Statement with { Asked = "True" } };

        Assert.Equal(RefusalRule.Statement, Assert.IsType<RecheckOutcome.Broken>(await Certifier().RecheckAsync(request with { Certificate = wrong }, Token)).Refusal!.Rule);
        await Assert.ThrowsAsync<InvalidStatementException>(() => Certifier().RecheckAsync(request with { Statement = "True" }, Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static CheckOutcome Answer(CheckRequest request)
    {
        var isHole = request.Text.Contains("sorry", StringComparison.Ordinal);
        return (CheckOutcome.Completed)(isHole ? Hole("t") : Fine(Theorem("t", axioms: ["propext"]))) with { Compiled = new CompiledModule(new byte[] { 1, 2, 3, 4 }) };
    }

    private static AuditReport Report(AuditRequest request) => new()
    {
        Grade = request.Grade,
        Theorem = request.Theorem,
        Statement = "True",
        Axioms = ["propext"],
        Imports = ["Init"],
        Constants = ["t"],
        Definitions = [],
        CompiledSha256 = request.Submission.Sha256(),
        Kernels = ["kernel"],
    };

    private AuditOutcome Audit(AuditRequest request) => _outcome ?? new AuditOutcome.Passed(Report(request));

    private Verifier Verifier() => new(_hostile, new StatementCompiler(_trusted), new Auditor(Audit));

    private Certifier Certifier() => new(Verifier(), _hostile, new Auditor(Audit));

    private async Task<RecheckRequest> MakeAsync()
    {
        var (_, certificate, compiled) = await Certifier().CertifyAsync(new VerifyRequest { Text = Text, Statement = Statement }, Token);
        _hostile.Requests.Clear();
        _trusted.Requests.Clear();
        return new RecheckRequest { Certificate = certificate!, Compiled = compiled! };
    }

    private sealed class Auditor(Func<AuditRequest, AuditOutcome> answer) : IProofAuditor
    {
        public Task<AuditOutcome> AuditAsync(AuditRequest request, CancellationToken cancellationToken = default) => Task.FromResult(answer(request));
    }
}
