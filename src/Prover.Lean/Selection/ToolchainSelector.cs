using Prover.Core.Lean;
using Prover.Lean.Embedded;

namespace Prover.Lean.Selection;

/// <summary>Picks the toolchain that a choice means on this machine.</summary>
public static class ToolchainSelector
{
    /// <summary>The toolchain; nothing is started or installed by this.</summary>
    /// <exception cref="ToolchainException">The choice can't be had.</exception>
    public static ILeanToolchain Select(ToolchainChoice choice, EmbeddedOptions embedded) => choice == ToolchainChoice.Native
        ? throw new ToolchainException("No native Lean is configured.")
        : new EmbeddedToolchain(embedded);
}
