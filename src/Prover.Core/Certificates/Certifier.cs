using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Core.Certificates;

/// <summary>Makes certificates with a verifier, and checks them again with its auditor.</summary>
/// <param name="verifier">Judges submissions; its statements are compiled where no hostile text is ever seen.</param>
/// <param name="checker">Runs hostile text, which a certificate's own statement is too.</param>
/// <param name="auditor">Audits and replays.</param>
/// <param name="time">The clock.</param>
public sealed class Certifier(Verifier verifier, ILeanChecker checker, IProofAuditor auditor, TimeProvider? time = null) : ICertifier
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc />
    public async Task<Certification> CertifyAsync(VerifyRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = request with { Grade = Grade.Replayed };
        var (verdict, compiled) = await verifier.VerifyAnewAsync(asked, cancellationToken).ConfigureAwait(false);
        return verdict.Kind == VerdictKind.Proved
            ? new Certification(verdict, Write(asked, verdict, verdict.Audit!, compiled!), compiled)
            : new Certification(verdict, null, null);
    }

    /// <inheritdoc />
    public async Task<RecheckOutcome> RecheckAsync(RecheckRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var started = _time.GetTimestamp();
        var differences = CertificateComparison.OfFile(request.Certificate.Compiled, request.Compiled);
        var outcome = differences.Count > 0
            ? new RecheckOutcome.Broken(differences)
            : await WithLeanAsync(request, cancellationToken).ConfigureAwait(false);
        return outcome with { Elapsed = _time.GetElapsedTime(started) };
    }

    private async Task<RecheckOutcome> WithLeanAsync(RecheckRequest request, CancellationToken cancellationToken)
    {
        ToolchainIdentity toolchain;
        try
        {
            toolchain = await checker.GetIdentityAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Unknown(new CheckOutcome.Cancelled());
        }
        catch (ToolchainException e)
        {
            return Unknown(new CheckOutcome.InfrastructureFailure(e.Message));
        }

        var outcome = await AuditAsync(request, toolchain, cancellationToken).ConfigureAwait(false);
        return outcome with { Toolchain = toolchain, Notes = [.. CertificateComparison.Notes(request.Certificate, toolchain), .. outcome.Notes] };
    }

    private async Task<RecheckOutcome> AuditAsync(RecheckRequest request, ToolchainIdentity toolchain, CancellationToken cancellationToken)
    {
        var certificate = request.Certificate;
        var isSame = CertificateComparison.IsSame(certificate.Toolchain, toolchain);
        CompiledModule? statement = null;
        if ((request.Statement ?? certificate.Statement.Asked) is { } text)
        {
            StatementOutcome outcome;
            try
            {
                outcome = await Compiler(request).CompileAsync(text, request.TimeLimit, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidStatementException e) when (request.Statement is null)
            {
                return Refused(new Refusal(RefusalRule.Statement, $"What the certificate gives as its statement is none: {e.Message}"), isSame);
            }

            if (outcome.Compiled is not { } compiled)
            {
                return Unknown(outcome.Failure!);
            }

            if (compiled.Facts.Name != certificate.Theorem)
            {
                return Refused(
                    new Refusal(RefusalRule.Name, $"The statement is of '{compiled.Facts.Name}', the certificate of '{certificate.Theorem}'.") { Constant = certificate.Theorem },
                    isFinal: true);
            }

            // Without its file the comparison could not be made, and must not be left out.
            statement = compiled.Compiled;
            if (statement is null)
            {
                return Unknown(new CheckOutcome.InfrastructureFailure("Lean gave no compiled file of the statement to compare with."));
            }
        }

        var audit = new AuditRequest
        {
            Submission = request.Compiled,
            Theorem = certificate.Theorem,
            Statement = statement,
            Grade = Grade.Replayed,
            TimeLimit = request.TimeLimit,
        };
        return await auditor.AuditAsync(audit, cancellationToken).ConfigureAwait(false) switch
        {
            AuditOutcome.Passed { Report: var report } => Compared(request, report, toolchain),
            AuditOutcome.Refused { Refusal: var refusal } => Refused(refusal, isSame || refusal.Rule is not (RefusalRule.File or RefusalRule.Import)),
            AuditOutcome.Undecided { How: var how } => Unknown(how),
            var other => throw new InvalidOperationException($"No such outcome: {other}."),
        };
    }

    /// <summary>A caller's statement is trusted. A certificate's comes from whoever wrote the certificate: it is compiled where submissions
    /// are, so that no program in it ever shares a process with the kernel that replays.</summary>
    private StatementCompiler Compiler(RecheckRequest request) =>
        request.Statement is null ? new StatementCompiler(checker) : verifier.Statements;

    private static RecheckOutcome Compared(RecheckRequest request, AuditReport report, ToolchainIdentity toolchain)
    {
        var differences = CertificateComparison.OfReport(request.Certificate, report, toolchain);
        var notes = CertificateComparison.NotesOnKernels(request.Certificate.Audit, report).ToList();
        if (report.Definitions.Count > 0 && request.Statement is null)
        {
            notes.Add($"The statement rests on definitions that the file makes itself ({string.Join(", ", report.Definitions)}): "
                + "only a statement of your own that holds them says what they mean.");
        }

        return (differences.Count == 0 ? (RecheckOutcome)new RecheckOutcome.Held(report) : new RecheckOutcome.Broken(differences)) with { Notes = notes };
    }

    /// <summary>A file that only another Lean, or another library, could read is not refused: nothing is known of it.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="isFinal">Whether this Lean's word counts: it is the certificate's own, or another would say the same.</param>
    private static RecheckOutcome Refused(Refusal refusal, bool isFinal) => isFinal
        ? new RecheckOutcome.Broken([], refusal)
        : Unknown(new CheckOutcome.InfrastructureFailure($"{refusal.Message} Recheck with the toolchain that the certificate names."));

    private static RecheckOutcome.Undecided Unknown(CheckOutcome how)
    {
        var verdict = Judge.Unknown(how);
        return new RecheckOutcome.Undecided(verdict.Kind, verdict.Reason!);
    }

    private ProofCertificate Write(VerifyRequest asked, Verdict verdict, AuditReport audit, CompiledModule compiled) => new()
    {
        Theorem = audit.Theorem,
        Statement = new CertifiedStatement { Asked = asked.Statement, Written = audit.Statement },
        Proof = asked.Text,
        Toolchain = new CertifiedToolchain { Kind = verdict.Toolchain!.Kind, LeanVersion = verdict.Toolchain.LeanVersion, Hash = verdict.Toolchain.Hash },
        Compiled = new CertifiedFile
        {
            File = CertificateNames.StemOf(audit.Theorem) + CertificateNames.CompiledSuffix,
            Bytes = compiled.Bytes.Length,
            Sha256 = audit.CompiledSha256,
        },
        Audit = new CertifiedAudit
        {
            Axioms = audit.Axioms,
            Imports = audit.Imports,
            Constants = audit.Constants,
            Definitions = audit.Definitions,
            Kernels = audit.Kernels,
        },
        Grade = audit.Grade,
        Timings = new CertifiedTimings
        {
            ElaborationMs = Milliseconds(verdict.Elaboration),
            AuditMs = Milliseconds(audit.AuditTime),
            ReplayMs = Milliseconds(audit.ReplayTime),
            TotalMs = Milliseconds(verdict.Elapsed),
        },
        ContentKey = verdict.Key!,
        CreatedAt = _time.GetUtcNow(),
    };

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
