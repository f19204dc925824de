using Prover.Core.Lean;
using Prover.Lean.Embedded;
using Prover.Lean.Native;

namespace Prover.Lean.Selection;

/// <summary>Picks the toolchain that a choice means on this machine.</summary>
public static class ToolchainSelector
{
    /// <summary>The toolchain; nothing is started or installed by this.</summary>
    public static ILeanToolchain Select(
        ToolchainChoice choice, EmbeddedOptions embedded, NativeToolchainOptions native, TimeProvider? time = null)
    {
        return choice switch
        {
            ToolchainChoice.Native => new NativeToolchain(native, time),
            ToolchainChoice.Embedded => new EmbeddedToolchain(embedded, time),
            _ => new AutoToolchain(
                native.ProjectDirectory is null ? null : new NativeToolchain(native, time), new EmbeddedToolchain(embedded, time)),
        };
    }
}
