using Prover.Core.Lean;

namespace Prover.Lean.Library;

/// <summary>A toolchain whose compiled library can be read.</summary>
public interface ILibrarySource
{
    /// <summary>The library that texts are compiled on top of; the same object each time.</summary>
    /// <exception cref="ToolchainException">The toolchain is not ready; the message names the remedy.</exception>
    Task<LeanLibrary> GetLibraryAsync(CancellationToken cancellationToken = default);
}
