using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Storage;

namespace Prover.Core.Verification;

/// <summary>Judges submissions with real Lean, and keeps what is final.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="statements">Compiles trusted statements, apart from any submission.</param>
/// <param name="auditor">Carries what Lean compiled to the grades above; null can't.</param>
/// <param name="store">Keeps verdicts and proofs; null keeps nothing.</param>
/// <param name="time">The clock.</param>
public sealed class Verifier(
    ILeanChecker checker, StatementCompiler statements, IProofAuditor? auditor = null, IProofStore? store = null, TimeProvider? time = null) : IVerifier
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Compiles trusted statements for this verifier.</summary>
    internal StatementCompiler Statements => statements;

    /// <summary>The same with its submissions checked by another checker.</summary>
    internal Verifier With(ILeanChecker other) => new(other, statements, auditor, store, time);

    /// <summary>The strongest grade that can be had.</summary>
    public const Grade StrongestGrade = Grade.Replayed;

    /// <inheritdoc />
    public Task<Verdict> VerifyAsync(VerifyRequest request, CancellationToken cancellationToken = default) =>
        VerifyAsync(request, "verify", null, null, cancellationToken);

    /// <summary>Judges one submission of a search.</summary>
    /// <param name="request">The submission.</param>
    /// <param name="origin">Who proposed it; kept with the proof.</param>
    /// <param name="problemId">The stored problem it answers, if any.</param>
    /// <param name="negation">What a refutation must prove, compiled in Lean's own terms; null for everything else.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="InvalidStatementException">The trusted statement itself is no good.</exception>
    internal async Task<Verdict> VerifyAsync(
        VerifyRequest request, string origin, string? problemId, CompiledStatement? negation, CancellationToken cancellationToken) =>
        (await JudgeAsync(request, origin, problemId, negation, cancellationToken).ConfigureAwait(false)).Verdict;

    /// <summary>Judges one submission now, whatever is kept of it, and hands out the compiled file that was judged.</summary>
    /// <exception cref="InvalidStatementException">The trusted statement itself is no good.</exception>
    internal Task<JudgedText> VerifyAnewAsync(VerifyRequest request, CancellationToken cancellationToken) =>
        JudgeAsync(request with { UseStore = false }, "verify", null, null, cancellationToken);

    private async Task<JudgedText> JudgeAsync(
        VerifyRequest request, string origin, string? problemId, CompiledStatement? negation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Grade > Grade.Compiled && auditor is null)
        {
            throw new NotSupportedException($"Grade '{request.Grade}' can't be had here: there is no auditor. Ask for grade '{Grade.Compiled}'.");
        }

        var started = _time.GetTimestamp();
        ToolchainIdentity toolchain;
        try
        {
            toolchain = await checker.GetIdentityAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new JudgedText(Judge.Unknown(new CheckOutcome.Cancelled()));
        }
        catch (ToolchainException e)
        {
            return new JudgedText(Judge.Unknown(new CheckOutcome.InfrastructureFailure(e.Message)));
        }

        var key = ContentKey.Of(toolchain, request, negation?.Facts.Fingerprint);
        if (request.UseStore && store is not null && await store.FindVerdictAsync(key, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return new JudgedText(kept with { Cached = true, Elapsed = _time.GetElapsedTime(started), Toolchain = toolchain, Key = key });
        }

        var (verdict, submission) = await DecideAsync(request, negation, cancellationToken).ConfigureAwait(false);
        verdict = verdict with { Key = key, Toolchain = toolchain, Elapsed = _time.GetElapsedTime(started) };
        if (request.UseStore && store is not null && verdict.IsFinal)
        {
            // An answer that was reached is kept even if the caller has left meanwhile.
            await store.SaveVerdictAsync(new Submission(request.Text, request.Statement, origin, problemId), verdict, CancellationToken.None)
                .ConfigureAwait(false);
        }

        return new JudgedText(verdict, submission);
    }

    private async Task<JudgedText> DecideAsync(VerifyRequest request, CompiledStatement? trusted, CancellationToken cancellationToken)
    {
        if (trusted is null && request.Statement is not null)
        {
            // The statement has a process of its own: another for the submission can get ready meanwhile.
            var compiling = statements.CompileAsync(request.Statement, request.TimeLimit, cancellationToken);
            if (!compiling.IsCompleted)
            {
                _ = checker.WarmUpAsync(request.Text, cancellationToken);
            }

            var (compiled, failure) = await compiling.ConfigureAwait(false);
            if (compiled is null)
            {
                return new JudgedText(Judge.Unknown(failure!));
            }

            trusted = compiled;
        }

        if (request.Grade > Grade.Compiled)
        {
            _ = auditor!.WarmUpAsync(request.Text, cancellationToken);
        }

        // A replay asks a kernel that the submission can't reach; to ask this one first would only cost time.
        var check = new CheckRequest
        {
            Text = request.Text,
            TheoremName = request.TheoremName ?? trusted?.Facts.Name,
            TimeLimit = request.TimeLimit,
            AskKernelAgain = request.Grade < Grade.Replayed,
            Compile = request.Grade > Grade.Compiled,
        };
        var outcome = await checker.CheckAsync(check, cancellationToken).ConfigureAwait(false);
        if (outcome is not CheckOutcome.Completed completed)
        {
            return new JudgedText(Judge.Unknown(outcome));
        }

        var theorem = check.TheoremName ?? completed.Theorem?.Name;
        if (request.Grade == Grade.Compiled || Judge.OfText(completed) is not null || theorem is null)
        {
            return new JudgedText(Judge.Completed(completed, check.TheoremName, trusted?.Facts));
        }

        // No file, no word: a verdict must never fall back to a lower grade, nor to a comparison that was not made.
        if (completed.Compiled is not { } submission || (trusted is not null && trusted.Compiled is null))
        {
            return new JudgedText(Judge.Unaudited(completed, check.TheoremName, trusted?.Facts, "Lean gave no compiled file to audit."));
        }

        // No program reaches the kernel of a replay; the one that an audit relies on, it does.
        if (request.Grade == Grade.Audited && completed.MayHaveRunPrograms)
        {
            return new JudgedText(Judge.Unaudited(
                completed,
                check.TheoremName,
                trusted?.Facts,
                "The text may run a program of its own, which can change what the kernel of its process says: grade 'audited' can't be had for it. Ask for 'replayed'."));
        }

        var audit = new AuditRequest
        {
            Submission = submission,
            Theorem = theorem,
            Statement = trusted?.Compiled,
            Grade = request.Grade,
            TimeLimit = request.TimeLimit,
        };
        var audited = await auditor!.AuditAsync(audit, cancellationToken).ConfigureAwait(false);
        return new JudgedText(Judge.Audited(completed, check.TheoremName, trusted?.Facts, audited), submission);
    }
}

/// <summary>A verdict and the very file that was judged.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Compiled">The audited submission; null where none was audited, as for a verdict from the store. Hostile unless proved.</param>
internal sealed record JudgedText(Verdict Verdict, CompiledModule? Compiled = null);
