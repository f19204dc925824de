using Prover.Core.Lean;
using Prover.Lean.Repl;

namespace Prover.Lean.Replay;

/// <summary>A Lean process that can be given declarations as data.</summary>
internal interface IKernelSession
{
    /// <summary>Has the kernel check declarations on top of their imports alone.</summary>
    /// <param name="request">As <see cref="DeclarationJson"/> writes it.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <exception cref="LeanSessionException">The process failed.</exception>
    Task<ReplReplayed> ReplayAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken = default);
}
