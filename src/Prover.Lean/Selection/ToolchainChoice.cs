namespace Prover.Lean.Selection;

/// <summary>Which Lean to use.</summary>
public enum ToolchainChoice
{
    /// <summary>A configured native Lean with Mathlib, else the embedded one.</summary>
    Auto,

    /// <summary>The embedded Lean, which is installed on first use; no Mathlib.</summary>
    Embedded,

    /// <summary>The user's own Lean in a Lake project.</summary>
    Native,
}
