using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Lean.Pool;

namespace Prover.Lean.Replay;

/// <summary>Lean's own kernel, in processes of a pool that never sees a submission's text.</summary>
/// <param name="pool">Processes that run trusted texts only.</param>
internal sealed class PoolKernel(LeanPool pool) : IKernel
{
    // Every text has it, named or not.
    private const string Init = "Init";

    public async Task<string> NameAsync(CancellationToken cancellationToken)
    {
        var identity = await pool.GetIdentityAsync(cancellationToken).ConfigureAwait(false);
        return $"Lean {identity.LeanVersion} ({identity.Kind}), in a process of its own";
    }

    /// <summary>Starts a process when there is none: later ones are there already.</summary>
    public Task WarmUpAsync(LeanImports imports, CancellationToken cancellationToken) => pool.GetStatus().Workers > 0
        ? Task.CompletedTask
        : pool.WarmUpAsync(string.Concat(imports.Modules.Select(module => $"import {module}\n")), cancellationToken);

    public async Task<ReplayOutcome> ReplayAsync(Declarations declarations, TimeSpan? timeLimit, CancellationToken cancellationToken)
    {
        var request = DeclarationJson.Write(declarations);
        var imports = declarations.Imports.Where(i => i != Init).ToList();
        var (answer, failure) = await pool.AskAsync(
            imports.Count == 0 ? LeanImports.None : new LeanImports(imports),
            timeLimit,
            (session, token) => session is IKernelSession kernel
                ? kernel.ReplayAsync(request, token)
                : throw new LeanSessionException("This toolchain can't replay declarations."),
            cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            null => new ReplayOutcome.Undecided(failure!),
            { Ok: true, Undecided: false } when answer.Added == declarations.Items.Count => new ReplayOutcome.Accepted(declarations.Items.Count),
            { Ok: true, Undecided: false } => Undecided($"The kernel was given {declarations.Items.Count} declarations and speaks of {answer.Added}."),
            { Undecided: true } => Undecided($"The kernel gave up on '{answer.Name}': {answer.Reason}"),
            _ => new ReplayOutcome.Rejected(answer.Name ?? "a declaration", answer.Reason ?? "it gives no reason"),
        };
    }

    private static ReplayOutcome.Undecided Undecided(string reason) => new(new CheckOutcome.InfrastructureFailure(reason));
}
