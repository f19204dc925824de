using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Statements;
using Prover.Core.Verification;
using Prover.Lean.Library;
using Prover.Lean.Pool;
using Prover.Lean.Replay;

namespace Prover.Lean.Audit;

/// <summary>Audits compiled proofs against a toolchain's library, and replays them on kernels.</summary>
public sealed class ProofAuditor : IProofAuditor
{
    // A file can be made so that it takes long to read.
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(5);

    private readonly ILibrarySource _source;
    private readonly IReadOnlyList<IKernel> _kernels;
    private readonly TimeProvider _time;

    /// <param name="source">Gives the library.</param>
    /// <param name="trusted">A pool whose processes never see a submission's text.</param>
    /// <param name="time">The clock.</param>
    public ProofAuditor(ILibrarySource source, LeanPool trusted, TimeProvider? time = null)
        : this(source, [new PoolKernel(trusted)], time)
    {
    }

    /// <summary>With kernels of one's own, all of which must agree.</summary>
    internal ProofAuditor(ILibrarySource source, IReadOnlyList<IKernel> kernels, TimeProvider? time = null) =>
        (_source, _kernels, _time) = (source, kernels, time ?? TimeProvider.System);

    /// <inheritdoc />
    public Task WarmUpAsync(string text, CancellationToken cancellationToken = default) =>
        Task.WhenAll(_kernels.Select(kernel => kernel.WarmUpAsync(LeanHeader.Split(text).Imports, cancellationToken)));

    /// <inheritdoc />
    public async Task<AuditOutcome> AuditAsync(AuditRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfEqual((int)request.Grade, (int)Grade.Compiled, nameof(request));
        var limit = request.TimeLimit ?? DefaultTimeLimit;
        using var timer = new CancellationTokenSource(limit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await RunAsync(request, both.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (AuditException e)
        {
            return new AuditOutcome.Refused(e.Refusal);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new AuditOutcome.Undecided(new CheckOutcome.Cancelled());
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested)
        {
            return new AuditOutcome.Undecided(new CheckOutcome.TimedOut(limit));
        }
        catch (Exception e) when (e is LibraryException or ToolchainException or InvalidDataException or IOException)
        {
            return new AuditOutcome.Undecided(new CheckOutcome.InfrastructureFailure(e.Message));
        }
    }

    /// <param name="request">What is audited.</param>
    /// <param name="reading">Ends the reading, in time.</param>
    /// <param name="cancellationToken">Ends the replay, which has a limit of its own.</param>
    private async Task<AuditOutcome> RunAsync(AuditRequest request, CancellationToken reading, CancellationToken cancellationToken)
    {
        var library = await _source.GetLibraryAsync(cancellationToken).ConfigureAwait(false);
        var started = _time.GetTimestamp();

        // Reading is work for a processor; a large file must not keep the caller's thread.
        var (audited, declarations) = await Task.Run(
            () =>
            {
                var result = ProofAudit.Run(request, library, reading);
                return (result, request.Grade == Grade.Replayed ? Declarations.Of(result.Text, result.Table, reading) : null);
            },
            reading).ConfigureAwait(false);
        var report = new AuditReport
        {
            Grade = Grade.Audited,
            Theorem = audited.Theorem.Name.User().ToString(),
            Statement = TermPrinter.PrintWhole(audited.Theorem.Type, audited.Text),
            Axioms = audited.Axioms,
            Imports = [.. audited.Text.Imports.Select(i => i.Module.ToString())],
            Constants = [.. audited.Text.Constants.Select(c => c.Name.ToString()).Order(StringComparer.Ordinal)],
            Definitions = audited.Definitions,
            CompiledSha256 = request.Submission.Sha256(),
            AuditTime = _time.GetElapsedTime(started),
        };
        return declarations is null ? new AuditOutcome.Passed(report) : await ReplayAsync(request, report, declarations, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AuditOutcome> ReplayAsync(
        AuditRequest request, AuditReport report, Declarations declarations, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var names = new List<string>();
        foreach (var kernel in _kernels)
        {
            switch (await kernel.ReplayAsync(declarations, request.TimeLimit, cancellationToken).ConfigureAwait(false))
            {
                case ReplayOutcome.Rejected rejected:
                    return new AuditOutcome.Refused(new Refusal(
                        RefusalRule.Kernel, $"The kernel, given the compiled file alone, does not accept '{rejected.Constant}': {rejected.Reason.TrimEnd('.')}.")
                    { Constant = rejected.Constant });
                case ReplayOutcome.Undecided undecided:
                    return new AuditOutcome.Undecided(undecided.How);
            }

            names.Add(await kernel.NameAsync(cancellationToken).ConfigureAwait(false));
        }

        return new AuditOutcome.Passed(report with { Grade = Grade.Replayed, Kernels = names, ReplayTime = _time.GetElapsedTime(started) });
    }
}
