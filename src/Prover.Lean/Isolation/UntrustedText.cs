using Prover.Core.Lean;

namespace Prover.Lean.Isolation;

/// <summary>Refuses to run text where nothing would hold it.</summary>
public static class UntrustedText
{
    /// <summary>What to do about it, for people.</summary>
    public const string Remedy =
        "Install bubblewrap 0.7 or later (e.g. 'apt-get install bubblewrap'; in a container, let it make user namespaces), "
        + "or use '--toolchain embedded', or, where you trust every text, allow it: --allow-unprotected, or PROVER_ALLOW_UNPROTECTED=1.";

    /// <exception cref="ToolchainException">There is no sandbox, and nobody said that it does not matter.</exception>
    internal static void Admit(Protection protection, bool allowUnprotected)
    {
        if (!protection.IsSandbox && !allowUnprotected)
        {
            throw new ToolchainException(
                $"A native Lean runs programs that stand in the text, and nothing here would keep them from this machine: {protection.WhyNot} {Remedy}");
        }
    }
}
